import { useEffect, useRef } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { Arithmetic } from './Arithmetic.tsx';
import type { ExplosionModel } from './model.ts';
import { PixelGrid } from './PixelGrid.tsx';
import type { Plane } from './shrink.ts';
import type { Photo } from './usePhoto.ts';
import type { ExplosionView } from './view.ts';
import { keptText, WORDS } from './words.ts';

interface PhotoPanelProps {
  readonly model: ExplosionModel;
  readonly view: ExplosionView;
  readonly photo: Photo | null;
  readonly failed: boolean;
  readonly small: Plane | null;
}

/** The photograph as it is, and what a dense layer of the budget could read of it. */
export function PhotoPanel({ model, view, photo, failed, small }: PhotoPanelProps) {
  const { rows, cols } = model.shrunk ?? { rows: 1, cols: 1 };
  return (
    <div className="pe-photos">
      <Original model={model} view={view} photo={photo} failed={failed} />
      <div className="pe-grid">
        <PixelGrid
          rows={rows}
          cols={cols}
          plane={small}
          note={model.shrunk ? `${cols} × ${rows}` : '0'}
          asked={view.asked ? view.pixel : null}
        />
      </div>
    </div>
  );
}

/** The budget shared out among the neurons, and the picture that is left. */
export function Afford({ model, view }: Pick<PhotoPanelProps, 'model' | 'view'>) {
  const { language } = useFigure();
  const say = useSay();
  return (
    <div className="pe-afford">
      <h4>{say(WORDS.sees)}</h4>
      <Arithmetic head={say(WORDS.afford)} of="weight" line={view.afford} />
      <Arithmetic head={say(WORDS.size)} of="input" line={view.size} />
      <Arithmetic head={say(WORDS.mean)} of="plain" line={view.pixel?.line ?? null} />
      <p className="pe-kept">{keptText(model, language)}</p>
    </div>
  );
}

/** The photograph at full size, with the box of the pixel that is pointed at. */
function Original({ model, view, photo, failed }: Omit<PhotoPanelProps, 'small'>) {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = model.photo;
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (photo && context) context.putImageData(photo.image, 0, 0);
  }, [photo]);
  const box = view.asked ? view.pixel?.box : undefined;
  return (
    <div className="pe-original">
      <div className="grid-title">
        <span className="grid-name">{say(WORDS.original)}</span>
        <span className="grid-note">
          {width} × {height}
        </span>
      </div>
      <div className="pe-frame">
        <canvas ref={canvas} width={width} height={height} role="img" aria-label={say(WORDS.original)} />
        {box && (
          <svg className="pe-box" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <rect x={box.left} y={box.top} width={box.cols} height={box.rows} />
          </svg>
        )}
        {!photo && (
          <p className="pe-state" data-waiting="">
            {say(failed ? WORDS.missing : WORDS.waiting)}
          </p>
        )}
      </div>
    </div>
  );
}
