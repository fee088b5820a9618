import { line, range, scaleLinear } from 'd3';
import { type PointerEvent, useMemo } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { ActivationName } from '../../tensor/activations.ts';
import { activationOf } from '../../tensor/activations.ts';
import { type ActivationModel, NAMES, REACH } from './model.ts';
import type { ActivationView } from './view.ts';
import { WORDS } from './words.ts';

const UNIT = 50;
const [LOW, HIGH] = [-1.5, REACH];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 12, 10, 30];
const WIDTH = LEFT + 2 * REACH * UNIT + RIGHT;
const HEIGHT = TOP + (HIGH - LOW) * UNIT + BOTTOM;

// One unit is as long across as it is up: a slope of 1 stands at 45°.
const x = scaleLinear([-REACH, REACH], [LEFT, WIDTH - RIGHT]);
const y = scaleLinear([LOW, HIGH], [HEIGHT - BOTTOM, TOP]);
const draw = line<readonly [number, number]>(
  ([z]) => x(z),
  ([, value]) => y(value),
);

/** A function as two curves that meet (or do not) at 0, so that a jump there stays a jump. */
function curveOf(f: (z: number) => number): string {
  const left = range(-REACH * 20, 1).map((i) => [i / 20, f(i / 20)] as const);
  const right = [1e-9, ...range(1, REACH * 20 + 1).map((i) => i / 20)].map((z) => [z, f(z)] as const);
  return `${draw(left)}${draw(right)}`;
}

const GHOSTS: Readonly<Record<ActivationName, string>> = Object.fromEntries(
  NAMES.map((name) => {
    const f = activationOf(name);
    return [name, curveOf((z) => f.forward(z, f.alpha))];
  }),
) as Record<ActivationName, string>;

interface PlotProps {
  readonly model: ActivationModel;
  readonly view: ActivationView;
  onMove(z: number): void;
}

/** The function, its slope, the movable point with its tangent, and the map's numbers on the curve. */
export function Plot({ model, view, onMove }: PlotProps) {
  const say = useSay();
  const { params, g, slope } = model;
  const { point, cell } = view;
  const curves = useMemo(() => ({ g: curveOf(g), slope: curveOf(slope) }), [g, slope]);
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const z = x.invert(((event.clientX - box.left) / box.width) * WIDTH);
    onMove(Math.round(z * 20) / 20);
  };
  const done = Array.from(model.z.data.slice(0, view.forward));
  const right = slope(1e-9);
  const jump = Math.abs(right - slope(0)) > 1e-3 ? right : null;
  return (
    <svg
      className="act-plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say({
        en: WORDS.plot.en(printNumber(point.z).text, printNumber(point.g).text, printNumber(point.m).text),
        zh: WORDS.plot.zh(printNumber(point.z).text, printNumber(point.g).text, printNumber(point.m).text),
      })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
      }}
    >
      <clipPath id="act-clip">
        <rect x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={HEIGHT - TOP - BOTTOM} />
      </clipPath>
      <g className="act-axes">
        {range(-4, 5, 1).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={y(LOW)} y2={y(HIGH)} />
            {tick % 2 === 0 && (
              <text x={x(tick)} y={y(LOW) + 20}>
                {printNumber(tick).text}
              </text>
            )}
          </g>
        ))}
        {range(-1, HIGH + 1).map((tick) => (
          <g key={tick}>
            <line x1={x(-REACH)} x2={x(REACH)} y1={y(tick)} y2={y(tick)} />
            {tick >= 0 && (
              <text className="act-up" x={x(-REACH) - 8} y={y(tick)}>
                {tick}
              </text>
            )}
          </g>
        ))}
        <line className="act-zero" x1={x(-REACH)} x2={x(REACH)} y1={y(0)} y2={y(0)} />
        <line className="act-zero" x1={x(0)} x2={x(0)} y1={y(LOW)} y2={y(HIGH)} />
        <text className="act-name" x={x(REACH) - 10} y={y(LOW) + 20}>
          z
        </text>
      </g>
      <g clipPath="url(#act-clip)">
        {NAMES.map(
          (name) => name !== params.name && <path key={name} className="act-ghost" d={GHOSTS[name]} />,
        )}
        <path className="act-slope" d={curves.slope} />
        <path className="act-curve" d={curves.g} />
        {done.map((z, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its number
          <g key={i} className="act-dot">
            <line x1={x(z)} x2={x(z)} y1={y(0) - 5} y2={y(0) + 5} />
            <circle cx={x(z)} cy={y(g(z))} r={4} />
          </g>
        ))}
        {(view.forward > 0 || cell.asked) && (
          <circle className="act-ring" cx={x(cell.z)} cy={y(cell.a)} r={9} />
        )}
        <line className="act-guide" x1={x(point.z)} x2={x(point.z)} y1={y(0)} y2={y(point.g)} />
        <line
          className="act-tangent"
          x1={x(point.z - 1.6)}
          x2={x(point.z + 1.6)}
          y1={y(point.g - 1.6 * point.m)}
          y2={y(point.g + 1.6 * point.m)}
        />
        {jump !== null && (
          <>
            <circle className="act-end" cx={x(0)} cy={y(slope(0))} r={5} />
            <circle className="act-end is-open" cx={x(0)} cy={y(jump)} r={5} />
          </>
        )}
      </g>
      <rect
        className="act-slope-point"
        x={x(point.z) - 5}
        y={y(Math.max(LOW, point.m)) - 5}
        width={10}
        height={10}
      />
      <circle className="act-point" cx={x(point.z)} cy={y(Math.min(HIGH, point.g))} r={9} />
      <g className="act-labels">
        <text className="act-curve-name" x={x(-REACH) + 26} y={TOP + 16}>
          φ
        </text>
        <line className="act-curve" x1={x(-REACH) + 46} x2={x(-REACH) + 92} y1={TOP + 16} y2={TOP + 16} />
        <text className="act-slope-name" x={x(-REACH) + 26} y={TOP + 42}>
          φ′
        </text>
        <line className="act-slope" x1={x(-REACH) + 52} x2={x(-REACH) + 92} y1={TOP + 42} y2={TOP + 42} />
        <line className="act-ghost" x1={x(-REACH) + 26} x2={x(-REACH) + 92} y1={TOP + 68} y2={TOP + 68} />
        <text className="act-others" x={x(-REACH) + 102} y={TOP + 68}>
          {say(WORDS.others)}
        </text>
      </g>
    </svg>
  );
}
