import type { Role } from '../../formula/symbols.ts';
import { cellText } from '../grid/digits.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { type BarAxis, barEnd } from './axis.ts';
import './bars.css';

interface BarsProps {
  readonly axis: BarAxis;
  readonly values: ArrayLike<number>;
  readonly hue: Role;
  /** Numbers that exist by now. */
  readonly known?: ((index: number) => boolean) | undefined;
  /** The bar that is spoken of. */
  readonly here?: number | null;
  /** Beside each bar its number: the cells have no room for it. */
  readonly numbers?: boolean;
  /** Numbers below the axis; default: its ends. */
  readonly ticks?: readonly number[];
}

const INSET = 0.22;
const ROOM = 44;

/** A bar for each number of a column, from the level of the axis. What is not finite has no length: ∞ runs over the edge. */
export function Bars(props: BarsProps) {
  const { axis, values, hue, known = () => true, here = null, numbers = false, ticks = axis.domain } = props;
  const { x, base, top, bottom, rowOf } = axis;
  const zero = x(base);
  return (
    <g className={`bars role-${hue}`} aria-hidden="true" {...UNTRANSLATED}>
      {Array.from(values, (value, row) => {
        const box = rowOf(row);
        const inset = box.height * INSET;
        const isKnown = known(row);
        const end = Number.isNaN(value) ? zero : barEnd(axis, value);
        const right = box.x + box.width;
        const beside = end + ROOM > right ? -6 : 6;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its number
          <g key={row} className={row === here ? 'is-here' : undefined}>
            <path className="bar-track" d={`M${box.x} ${box.y + box.height / 2}h${box.width}`} />
            {isKnown && (
              <rect
                className={`bar${value < 0 ? ' is-negative' : ''}${value === Number.POSITIVE_INFINITY ? ' is-endless' : ''}`}
                x={Math.min(zero, end)}
                y={box.y + inset}
                width={Math.abs(end - zero)}
                height={box.height - 2 * inset}
                rx={2}
              />
            )}
            {isKnown && numbers && (
              <text
                className="bar-number"
                x={end + beside}
                y={box.y + box.height / 2}
                textAnchor={beside < 0 ? 'end' : 'start'}
              >
                {cellText(value)}
              </text>
            )}
          </g>
        );
      })}
      <path className="bar-zero" d={`M${zero} ${top}V${bottom}`} />
      {ticks.map((tick) => (
        <text key={tick} className="bar-tick" x={x(tick)} y={bottom + 10}>
          {cellText(tick)}
        </text>
      ))}
    </g>
  );
}
