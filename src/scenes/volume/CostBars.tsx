import { thousands } from '../../formula/numbers.ts';
import { useSay } from '../../kit/scene/context.ts';
import { room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import type { CostView } from './view.ts';
import { BAR_NAMES, COST_STEPS } from './words.ts';

const layout = () => row([room('bars', 100, 100, { grows: true })]);
const HEIGHT = 34;
const PITCH = 84;

/** The weights of a real layer as bars, one below the other, all to one scale: the ordinary one, and the two that can do its work. */
export function CostBars({ view }: { readonly view: CostView }) {
  const boxes = useLayout(layout);
  const say = useSay();
  const { costs, bars } = view;
  const { x = 0, y = 0, width = 0 } = boxes.bars ?? {};
  // The two stand on one line, so that their sum is seen.
  const starts = { ordinary: 0, depthwise: 0, pointwise: costs.depthwise };
  return (
    <StageDrawing boxes={boxes}>
      {COST_STEPS.slice(0, bars).map(({ id }, i) => {
        const top = y + 20 + i * PITCH;
        const scale = width / costs.ordinary;
        return (
          <g key={id} className={`vl-bar is-${id}`}>
            <text className="vl-bar-name" x={x} y={top + 12}>
              {say(BAR_NAMES[id])}
              <tspan dx={10} className="vl-bar-count">
                {thousands(costs[id])}
              </tspan>
            </text>
            <rect
              x={x + starts[id] * scale}
              y={top + 22}
              width={Math.max(2, costs[id] * scale)}
              height={HEIGHT}
            />
          </g>
        );
      })}
      {bars === 3 && (
        <DimensionLine
          from={[x, y + 3 * PITCH + 16]}
          to={[x + ((costs.depthwise + costs.pointwise) / costs.ordinary) * width, y + 3 * PITCH + 16]}
          text={thousands(costs.depthwise + costs.pointwise)}
        />
      )}
    </StageDrawing>
  );
}
