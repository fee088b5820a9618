import { useFigure, useSay } from '../../figures/figureContext.ts';
import { placeOf, TICKS } from './bars.ts';
import { inWords } from './largeNumbers.ts';
import type { Measure } from './model.ts';
import type { Bar, ExplosionView } from './view.ts';
import { amountInWords, MEASURE_NAMES, ratioInWords, WORDS } from './words.ts';

const HEIGHT = 178;
const BAR = 24;
const DENSE = 22;
const CONV = 78;
const GAP = 118;
const AXIS = 152;

const across = (percent: number): string => `${Math.round(percent * 100) / 100}%`;

interface BarsProps {
  readonly view: ExplosionView;
  readonly measure: Measure;
}

/** Two bars on a scale of powers of ten, and how far they are apart. Across in per cent, down in pixels. */
export function Bars({ view, measure }: BarsProps) {
  const { language } = useFigure();
  const say = useSay();
  const name = say(MEASURE_NAMES[measure]);
  const amount = ({ value }: Bar): string => (value === null ? '…' : amountInWords(value, measure, language));
  const label = `${name}. ${say(WORDS.dense)}: ${amount(view.dense)}. ${say(WORDS.conv)}: ${amount(view.conv)}. ${say(WORDS.scale)}`;
  const [from, to] = [view.conv.end, view.dense.end].sort((a, b) => a - b) as [number, number];
  return (
    <svg className="pe-bars" role="img" aria-label={label} width="100%" height={HEIGHT}>
      {TICKS.map(({ power, at, named }) => (
        <g key={power}>
          <line
            className={`pe-tick ${named ? 'is-named' : ''}`}
            x1={across(at)}
            x2={across(at)}
            y1={DENSE}
            y2={AXIS}
          />
          {named && (
            <text
              className="pe-tick-name"
              x={across(at)}
              y={AXIS + 14}
              textAnchor={power === 0 ? 'start' : 'middle'}
            >
              {measure === 'bytes' && power === 0 ? '1' : inWords(10 ** power, language).replace(/^1 /, '')}
            </text>
          )}
        </g>
      ))}
      <text className="pe-bar-name" x="0" y={DENSE - 8}>
        {say(WORDS.dense)} <tspan className="pe-amount">{amount(view.dense)}</tspan>
      </text>
      <rect className="pe-bar is-dense" x="0" y={DENSE} width={across(view.dense.end)} height={BAR} />
      <text className="pe-bar-name" x="0" y={CONV - 8}>
        {say(WORDS.conv)} <tspan className="pe-amount">{amount(view.conv)}</tspan>
      </text>
      <rect className="pe-bar is-conv" x="0" y={CONV} width={across(view.conv.end)} height={BAR} />
      {view.ratio !== null && (
        <>
          <line className="pe-gap" x1={across(from)} x2={across(to)} y1={GAP} y2={GAP} />
          <line className="pe-gap" x1={across(from)} x2={across(from)} y1={GAP - 6} y2={GAP + 6} />
          <line className="pe-gap" x1={across(to)} x2={across(to)} y1={GAP - 6} y2={GAP + 6} />
          <text className="pe-ratio" x={across(Math.max(14, (from + to) / 2))} y={GAP + 20}>
            {ratioInWords(view.ratio, language)}
          </text>
        </>
      )}
      <line className="pe-axis" x1="0" x2={across(placeOf(1e13))} y1={AXIS} y2={AXIS} />
    </svg>
  );
}
