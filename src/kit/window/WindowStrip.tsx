import type { StripCell } from '../convolution/strip.ts';
import type { Box } from '../stage/boxes.ts';

export interface WindowStripProps {
  readonly box: Box;
  readonly cells: readonly StripCell[];
  /** For every window the cells under its weights, from the first to the last. */
  readonly windows: readonly (readonly number[])[];
  /** Windows that are left out: drawn faint, with hollow dots, and not counted. */
  readonly dropped?: readonly boolean[];
  /** The column that is asked for: its cell and its dots stand out. */
  readonly column?: number | null;
  /** The window that stands out. */
  readonly current: number | null;
  readonly label: string;
  /** What the windows make. */
  readonly letter?: string;
}

/** Room for the number of each window at the right, and for the counts below. */
const RIGHT = 26;
const FOOT = 22;
const LARGEST_CELL = 30;
const SMALLEST_DIGITS = 12;

const cellOf = (cells: number, width: number): number => Math.min(LARGEST_CELL, (width - RIGHT - 2) / cells);

/** Whether a strip of so many cells has room for letters and counts. */
const stripHasText = (cells: number, width: number): boolean => cellOf(cells, width) >= SMALLEST_DIGITS;

/**
 * One row seen from the side: the cells on top, below them one bracket for each window, a dot under
 * each weight. The dots of a column are its reads; their count stands at the foot.
 */
export function WindowStrip(props: WindowStripProps) {
  const { box, cells, windows, dropped, column = null, current, label, letter = 'y' } = props;
  const { width: WIDTH, height: HEIGHT } = box;
  const cell = cellOf(cells.length, WIDTH);
  const x0 = 1 + (WIDTH - RIGHT - 2 - cell * cells.length) / 2;
  const top = Math.min(cell, LARGEST_CELL);
  const pitch = Math.min(21, (HEIGHT - top - FOOT - 10) / windows.length);
  const middle = (place: number): number => x0 + (place + 0.5) * cell;
  const line = (row: number): number => top + 8 + (row + 0.5) * pitch;
  const hasText = stripHasText(cells.length, WIDTH);
  const dot = Math.max(1.4, Math.min(4, pitch * 0.3, cell * 0.22));
  return (
    <g transform={`translate(${box.x} ${box.y})`} role="img" aria-label={label}>
      {cells.map(({ text, kind, reads }, place) => {
        const x = x0 + place * cell;
        const isInput = kind === 'input';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          <g key={place}>
            {kind === 'unread' && (
              <rect
                x={x}
                y={1}
                width={cell}
                height={HEIGHT - FOOT - 1}
                fill="var(--ink-faint)"
                opacity={0.14}
              />
            )}
            {kind === 'odd' && (
              <rect
                x={x}
                y={1}
                width={cell}
                height={HEIGHT - FOOT - 1}
                fill="var(--role-bias)"
                opacity={0.16}
              />
            )}
            <rect
              x={x}
              y={1}
              width={cell}
              height={top}
              fill={kind === 'border' || kind === 'odd' ? 'var(--sunken)' : 'var(--sunken)'}
              stroke={kind === 'odd' ? 'var(--role-bias)' : 'var(--line)'}
            />
            {hasText && (
              <text
                x={middle(place)}
                y={1 + top / 2}
                fontSize={Math.min(15, Math.max(12, cell * 0.55))}
                fontWeight={isInput ? 600 : 400}
                fill={isInput ? 'var(--role-input)' : 'var(--ink-soft)'}
                textAnchor="middle"
                dominantBaseline="central"
              >
                {text}
              </text>
            )}
            {hasText && reads !== undefined && (
              <text
                x={middle(place)}
                y={HEIGHT - FOOT / 2 + 2}
                fontSize={Math.min(14, Math.max(12, cell * 0.5))}
                fontWeight={place === column ? 750 : 400}
                fill="var(--role-gradient)"
                textAnchor="middle"
                dominantBaseline="central"
              >
                {reads}
              </text>
            )}
          </g>
        );
      })}
      {windows.map((taps, row) => {
        const [first = 0, last = first] = [taps[0], taps[taps.length - 1]];
        const y = line(row);
        const strong = row === current;
        const faint = dropped?.[row] === true;
        const left = x0 + first * cell + 2;
        const right = x0 + (last + 1) * cell - 2;
        const tick = Math.min(4, pitch * 0.35);
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a window is its number
            key={row}
            stroke={strong ? 'var(--ink)' : faint ? 'var(--ink-faint)' : 'var(--role-output)'}
            strokeWidth={strong ? 2.2 : 1.1}
            strokeDasharray={faint ? '3 2.5' : undefined}
            opacity={strong ? 1 : 0.75}
            fill="none"
          >
            <path d={`M${left} ${y - tick}V${y}H${right}V${y - tick}`} />
            {taps.map((place) => (
              <circle
                key={place}
                cx={middle(place)}
                cy={y}
                r={place === column && !faint ? dot * 1.5 : strong ? dot * 1.15 : dot}
                fill={faint ? 'var(--card)' : 'var(--role-weight)'}
                stroke={faint ? 'var(--ink-faint)' : 'none'}
                strokeDasharray="none"
              />
            ))}
            {pitch >= 11.5 && (
              <text
                x={WIDTH - 4}
                y={y}
                fontSize={12}
                fontWeight={strong ? 700 : 400}
                fill={strong ? 'var(--ink)' : faint ? 'var(--ink-faint)' : 'var(--role-output)'}
                stroke="none"
                textAnchor="end"
                dominantBaseline="central"
              >
                {letter + subscript(row)}
              </text>
            )}
          </g>
        );
      })}
      {column !== null && column < cells.length && (
        <rect
          x={x0 + column * cell}
          y={1}
          width={cell}
          height={HEIGHT - 2}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.6}
          rx={2}
        />
      )}
      {/* The row ends where the picture ends: a line down from both of its edges. */}
      {edges(cells).map((place) => (
        <line
          key={place}
          x1={x0 + place * cell}
          x2={x0 + place * cell}
          y1={1}
          y2={HEIGHT - FOOT}
          stroke="var(--role-input)"
          strokeWidth={1.4}
        />
      ))}
    </g>
  );
}

const subscript = (n: number): string =>
  String(n).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] as string);

/** The two edges of the picture, where there is a border beyond. */
function edges(cells: readonly StripCell[]): number[] {
  const isBorder = cells.map(({ kind }) => kind === 'border' || kind === 'odd');
  return isBorder.flatMap((border, i) => (i > 0 && border !== isBorder[i - 1] ? [i] : []));
}
