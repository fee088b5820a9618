import { useCallback } from 'react';
import { paintPixels } from '../../kit/colour/photo.ts';
import { Picture } from '../../kit/grid/Picture.tsx';
import { useSay } from '../../kit/scene/context.ts';
import { useBox } from '../../kit/stage/stageContext.ts';
import { TITLE_HEIGHT } from '../../kit/stage/title.ts';
import { TRANSLATED } from '../../kit/stage/untranslated.ts';
import type { ExplosionModel } from './model.ts';
import type { ExplosionView } from './view.ts';
import { WORDS } from './words.ts';

/** The frame stands around the block, so that it is seen. */
const CLEAR = 2;

interface OriginalProps {
  readonly model: ExplosionModel;
  readonly view: ExplosionView;
}

/** The photograph as it is, in its room below its name; a frame shows the block that the asked pixel has replaced. */
export function Original({ model, view }: OriginalProps) {
  const say = useSay();
  const room = useBox('original');
  const { picture, photo, failed } = model;
  const { subject } = view;
  const { x, width } = room;
  const [y, height] = [room.y + TITLE_HEIGHT, room.height - TITLE_HEIGHT];
  const paint = useCallback(
    (rgba: Uint8ClampedArray): void => {
      if (picture) paintPixels(rgba, picture.rgb);
    },
    [picture],
  );
  const [across, down] = [width / photo.width, height / photo.height];
  const frame = subject.kind === 'pixel' ? subject.box : null;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is no control
    <g role="img" aria-label={say(WORDS.original)}>
      <text className="grid-title" x={x} y={y - 9}>
        <tspan className="grid-name" {...TRANSLATED}>
          {say(WORDS.original)}
        </tspan>
        <tspan className="grid-note" dx={6}>
          {`${photo.width} × ${photo.height}`}
        </tspan>
      </text>
      {picture ? (
        <Picture
          id="original"
          rows={photo.height}
          cols={photo.width}
          paint={paint}
          crisp={false}
          box={{ x, y, width, height }}
        />
      ) : (
        <>
          <rect className="cost-empty" x={x} y={y} width={width} height={height} />
          <text
            className="cost-state"
            data-waiting={!failed}
            x={x + width / 2}
            y={y + height / 2}
            {...TRANSLATED}
          >
            {say(failed ? WORDS.missing : WORDS.waiting)}
          </text>
        </>
      )}
      {frame && (
        <g className="cost-frame">
          {['is-dark', 'is-light'].map((kind) => (
            <rect
              key={kind}
              className={kind}
              x={x + frame.left * across - CLEAR}
              y={y + frame.top * down - CLEAR}
              width={frame.cols * across + 2 * CLEAR}
              height={frame.rows * down + 2 * CLEAR}
            />
          ))}
        </g>
      )}
    </g>
  );
}
