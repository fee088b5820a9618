import { type CSSProperties, useMemo } from 'react';
import { valueColor } from '../colour/valueScale.ts';
import { maxOf } from '../grid/face.ts';
import { useFigureState, useNow } from '../scene/context.ts';
import type { Flight } from '../scene/view.ts';
import type { Box } from '../stage/boxes.ts';
import { useStage } from '../stage/stageContext.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { pathOf } from '../window/curve.ts';
import { flightFrame } from './flightFrame.ts';
import type { Chip, FlightFrame, FlightSetting, Resting, Rolling, Tint } from './frame.ts';
import { useLessMotion } from './lessMotion.ts';
import './motion.css';

interface FlightsProps {
  /** How a flight is drawn; default: from cell to cell. */
  readonly frameOf?: (flight: Flight, setting: FlightSetting) => FlightFrame;
}

/** Everything that is under way in a step: numbers in flight, the ring of the pair, rolling digits. Last on the stage. */
export function Flights({ frameOf = flightFrame }: FlightsProps) {
  const { view, grids } = useNow();
  const { boxes, width, height } = useStage();
  const speed = useFigureState((state) => state.speed);
  const still = useLessMotion();
  const { flight } = view;
  const most = useMemo(() => {
    const found = new Map<string, number>();
    return (id: string): number => {
      const spec = grids.get(id);
      const max = found.get(id) ?? (spec ? maxOf(spec) : 1);
      found.set(id, max);
      return max;
    };
  }, [grids]);
  if (!flight || still) return null;
  const frame = frameOf(flight, { boxes, view, speed, width, height, maxOf: most });
  return <FlightLayer frame={frame} />;
}

const area = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

const tintStyle = ({ from, to, mix }: Tint): CSSProperties => ({
  fill:
    mix <= 0
      ? valueColor(from, 1)
      : mix >= 1
        ? valueColor(to, 1)
        : `color-mix(in oklab, ${valueColor(to, 1)} ${Math.round(mix * 100)}%, ${valueColor(from, 1)})`,
});

/** The drawing of one frame. */
function FlightLayer({ frame }: { readonly frame: FlightFrame }) {
  const { rings, veil, paths, chips, resting, rolling } = frame;
  return (
    <g className={`flights is-${frame.direction}`} aria-hidden="true" {...UNTRANSLATED}>
      {veil.opacity > 0.01 && (
        <path
          className="flight-veil"
          opacity={veil.opacity}
          d={veil.areas.map(area).join('') + veil.holes.map(area).join('')}
        />
      )}
      {paths.map(({ curve, to, opacity }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path is its number
        <path key={i} className={`flight-path to-${to}`} opacity={opacity} d={pathOf(curve)} />
      ))}
      {resting.map((one) => (
        <RestingCell key={`${one.box.x} ${one.box.y}`} {...one} />
      ))}
      {rings.map(({ box, of, opacity, radius }, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a ring is its number
          key={i}
          className={`flight-ring of-${of}`}
          style={radius === undefined ? undefined : { rx: radius }}
          {...box}
          opacity={opacity}
        />
      ))}
      {rolling.map((one) => (
        <RollingSum key={`${one.box.x} ${one.box.y}`} {...one} />
      ))}
      {chips.map((chip, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chip is its number
        <FlyingChip key={i} {...chip} />
      ))}
    </g>
  );
}

function FlyingChip({ x, y, width, height, text, tint, opacity, ghosts }: Chip) {
  return (
    <g className="flight-chip" opacity={opacity}>
      {ghosts.map((ghost) => (
        <circle
          key={ghost.r}
          cx={ghost.x}
          cy={ghost.y}
          r={ghost.r}
          opacity={ghost.opacity}
          style={tintStyle(tint)}
        />
      ))}
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={height / 2}
        style={tintStyle(tint)}
      />
      <text x={x} y={y} fontSize={height * 0.56}>
        {text}
      </text>
    </g>
  );
}

function RestingCell({ box, text, tint, opacity }: Resting) {
  return (
    <g className="flight-resting" opacity={opacity}>
      <rect {...box} style={tintStyle(tint)} />
      <text
        x={box.x + box.width / 2}
        y={box.y + box.height / 2}
        fontSize={Math.max(12, Math.min(17, box.height * 0.38))}
      >
        {text}
      </text>
    </g>
  );
}

/** The old digits leave upwards while the new ones come from below; the cell cuts them off. */
function RollingSum({ box, radius, from, to, roll }: Rolling) {
  const { x, y, width, height } = box;
  const longest = Math.max(from.length, to.length, 1);
  const size = Math.max(11, Math.min(17, height * 0.38, (1.7 * width) / longest));
  return (
    <svg className="flight-rolling" x={x} y={y} width={width} height={height} overflow="hidden">
      <title>{to}</title>
      <rect width={width} height={height} rx={radius} />
      <text x={width / 2} y={height / 2 - roll * height} fontSize={size}>
        {from}
      </text>
      <text x={width / 2} y={height / 2 + (1 - roll) * height} fontSize={size}>
        {to}
      </text>
    </svg>
  );
}
