import { useSay } from '../../figures/figureContext.ts';
import { layoutGrid } from '../../figures/gridGeometry.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingView } from './view.ts';
import { WORDS } from './words.ts';

const SLOTS = { padded: 330, kernel: 120, plane: 250 } as const;

interface GridsProps {
  readonly model: PaddingModel;
  readonly view: PaddingView;
}

/** Padded input, kernel, output and the counts of the uses. */
export function Grids({ model, view }: GridsProps) {
  const { params, side, out } = model;
  const say = useSay();
  const picture = params.source === 'photo';
  const shape = (n: number): string => `${n} × ${n}`;
  const { marks, windows } = view;
  const complete = (i: number): boolean => view.uses[i] === model.uses.data[i];
  return (
    <div className="pad-grids">
      <div className={`pad-input${picture ? ' photo-values' : ''}`}>
        <NumberGrid
          tensor="padded"
          rows={side}
          cols={side}
          values={model.padded.data}
          max={magnitude(model.x.data)}
          slot={SLOTS.padded}
          marks={marks.padded}
          windows={windows.padded}
          note={shape(side)}
        />
        <Border model={model} />
      </div>
      <div className="pad-kernel">
        <NumberGrid
          tensor="w"
          rows={params.kernel}
          cols={params.kernel}
          values={model.w.data}
          max={magnitude(model.w.data)}
          slot={SLOTS.kernel}
          largestCell={38}
          marks={marks.w}
          note={shape(params.kernel)}
        />
      </div>
      <div className={picture && params.preset !== 'sobel' ? 'photo-values' : ''}>
        <NumberGrid
          tensor="y"
          rows={out}
          cols={out}
          values={model.y.data}
          known={(i) => i < view.done}
          max={magnitude(model.y.data)}
          slot={SLOTS.plane}
          marks={marks.y}
          windows={windows.y}
          note={shape(out)}
        />
      </div>
      <div>
        <NumberGrid
          tensor="dx"
          name={WORDS.uses}
          rows={params.input}
          cols={params.input}
          values={model.uses.data}
          known={complete}
          partial={(i) => view.uses[i] || undefined}
          max={magnitude(model.uses.data)}
          slot={SLOTS.plane}
          marks={marks.dx}
          note={shape(params.input)}
        />
        <p className="pad-note" data-picture-text="">
          {say(WORDS.usesNote)}
        </p>
      </div>
    </div>
  );
}

/** Over the padded input: hatches on its border and the frame of the picture itself. */
function Border({ model }: { readonly model: PaddingModel }) {
  const { params, before, after, side } = model;
  if (before + after === 0) return null;
  const { cell, x0, y0, width, height } = layoutGrid({ rows: side, cols: side }, SLOTS.padded);
  const [left, top, size] = [x0 + before * cell, y0 + before * cell, params.input * cell];
  const inner = `M${left} ${top}v${size}h${size}v${-size}z`;
  return (
    <svg className="pad-border" viewBox={`0 0 ${SLOTS.padded} ${SLOTS.padded}`} aria-hidden="true">
      <path d={`M${x0} ${y0}h${width}v${height}h${-width}z${inner}`} className="pad-hatch" />
      <path d={inner} className="pad-frame" />
    </svg>
  );
}
