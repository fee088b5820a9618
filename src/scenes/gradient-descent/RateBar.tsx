import { scaleLog } from 'd3';
import { numberText } from '../../formula/numbers.ts';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { textWidth } from '../../kit/stage/textWidth.ts';
import { regionsIn, type Stretch } from '../../network/rateBounds.ts';
import { REGIONS } from './captions.ts';
import type { DescentModel } from './model.ts';
import { params } from './parameters.ts';
import { WORDS } from './words.ts';

const [TOP, HIGH] = [24, 16];
const RANGE = params.rate.range as readonly [number, number];

/** The learning rate on its scale of ratios, with the bounds that the curvature sets. */
export function RateBar({ model, box }: { readonly model: DescentModel; readonly box: Box }) {
  const say = useSay();
  const { bounds, params: now } = model;
  const x = scaleLog(RANGE, [box.x + 8, box.x + box.width - 8]);
  const y = box.y + TOP;
  const stretches = bounds ? regionsIn(bounds, RANGE) : [];
  const at = x(now.rate);
  const name = ({ region, from, to }: Stretch): string => {
    const text = say(REGIONS[region]);
    return x(to) - x(from) > textWidth(text, 12) + 6 ? text : '';
  };
  return (
    <g className="descent-rate" aria-hidden="true">
      <rect className="is-plain" x={x(RANGE[0])} y={y} width={x(RANGE[1]) - x(RANGE[0])} height={HIGH} />
      {stretches.map((stretch) => (
        <g key={stretch.region} className={`is-${stretch.region}`}>
          <rect x={x(stretch.from)} y={y} width={x(stretch.to) - x(stretch.from)} height={HIGH} />
          <text x={(x(stretch.from) + x(stretch.to)) / 2} y={y + HIGH + 12}>
            {name(stretch)}
          </text>
        </g>
      ))}
      {!bounds && (
        <text x={box.x + box.width / 2} y={y + HIGH + 12}>
          {say(now.optimizer === 'adam' ? WORDS.noBound : WORDS.noBottom)}
        </text>
      )}
      {bounds && (
        <text x={Math.min(x(RANGE[1]) - 40, Math.max(x(RANGE[0]) + 40, x(bounds.stable)))} y={y + HIGH + 28}>
          {`${now.optimizer === 'momentum' ? '2(1 + μ)/λ' : '2/λ'} = ${numberText(bounds.stable)}`}
        </text>
      )}
      <path className="descent-mark" d={`M${at} ${y - 2}l-6 -9h12Z M${at} ${y}v${HIGH}`} />
      <PlotLabel
        x={Math.min(x(RANGE[1]) - 24, Math.max(x(RANGE[0]) + 24, at))}
        y={box.y + 5}
        text={`η ${numberText(now.rate)}`}
      />
    </g>
  );
}
