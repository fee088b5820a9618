import { printNumber } from '../../formula/numbers.ts';
import { headOf, tileOf } from '../../kit/digitPass/equations.ts';
import { Tiles } from '../../kit/number/Tiles.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { SaliencyModel } from './model.ts';
import type { GradientView } from './view.ts';
import { mapText, nudgeText, WORDS } from './words.ts';

const HEAD = 28;
const FOOT = 28;
const EDGE = 12;

interface PanelProps {
  readonly box: Box;
  readonly model: SaliencyModel;
  readonly view: GradientView;
}

/** The gradient taken apart: a tile for each map from which it came. A gate or a choice has its line alone. */
export function Panel({ box, model, view }: PanelProps) {
  const { store } = useFigure();
  const say = useSay();
  const { subject } = view;
  const { tiles, isBack, value, gradient } = subject;
  const [left, right] = [box.x + EDGE, box.x + box.width - EDGE];
  const middle = { x: left, y: box.y + HEAD, width: right - left, height: box.height - HEAD - FOOT };
  return (
    <g className="saliency-panel">
      <rect className="saliency-plate" x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
      <text className="is-strong" x={left} y={box.y + 19}>
        {say(isBack ? WORDS.from : WORDS.given)}
      </text>
      <text
        className={`is-strong role-${isBack ? 'gradient' : 'input'}`}
        x={right}
        y={box.y + 19}
        textAnchor="end"
      >
        {`${headOf(subject)} = ${printNumber(isBack ? gradient : value).text}`}
      </text>
      {tiles.length > 0 && (
        <Tiles
          box={middle}
          tiles={tiles}
          chosen={tileOf(subject, view.tile)}
          nameOf={({ map }) => say(mapText(map))}
          choose={(tile) => store.actions.setParams({ tile })}
        />
      )}
      <text className="role-gradient" x={left} y={box.y + box.height - 10}>
        {say(nudgeText(model, view))}
      </text>
    </g>
  );
}
