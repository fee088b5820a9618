import { SMALLEST_DIGITS } from '../grid/digits.ts';
import { useSay } from '../scene/context.ts';
import type { Box } from '../stage/boxes.ts';
import type { StripCell } from './strip.ts';
import './strip.css';

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

/** Room for the name of each window at the right, and for the counts below. */
const RIGHT = 26;
const FOOT = 20;
const LARGEST_CELL = 30;
/** Room for what the counts are. */
const CAPTION = 18;
const READS = { en: 'windows that read it', zh: '读它的窗口数' } as const;

/** Where the parts of a strip stand. */
interface StripLayout {
  readonly cell: number;
  /** The height of the row of cells. */
  readonly top: number;
  readonly pitch: number;
  readonly hasText: boolean;
  readonly dot: number;
  /** The middle of the counts: right under the last window. */
  readonly foot: number;
  xOf(place: number): number;
  yOf(window: number): number;
  readonly box: Box;
}

/** Lays a strip into its box. */
export function layoutStrip(box: Box, cells: number, windows: number): StripLayout {
  const cell = Math.min(LARGEST_CELL, (box.width - RIGHT - 2) / cells);
  const x0 = box.x + 1 + (box.width - RIGHT - 2 - cell * cells) / 2;
  const top = Math.min(cell, box.height * 0.25);
  const pitch = Math.min(21, (box.height - top - FOOT - 10) / windows);
  const yOf = (window: number): number => box.y + top + 8 + (window + 0.5) * pitch;
  return {
    ...{ box, cell, top, pitch, yOf },
    foot: Math.min(box.y + box.height - FOOT / 2 + 2, yOf(windows - 1) + pitch / 2 + FOOT / 2 + 4),
    hasText: cell >= SMALLEST_DIGITS,
    dot: Math.max(1.4, Math.min(4, pitch * 0.3, cell * 0.22)),
    xOf: (place) => x0 + place * cell,
  };
}

/**
 * One row seen from the side: the cells on top, below them one bracket for each window, a dot under each weight. The
 * dots of a column are its reads; their count stands at the foot.
 */
export function WindowStrip(props: WindowStripProps) {
  const { box, cells, windows, dropped, column = null, current, label, letter = 'y' } = props;
  const layout = layoutStrip(box, cells.length, windows.length);
  const { cell, xOf, foot } = layout;
  const say = useSay();
  const end = foot - FOOT / 2 - 2;
  const isCounted = layout.hasText && cells.some(({ reads }) => reads !== undefined);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture within the drawing of the stage
    <g className="strip" role="img" aria-label={label}>
      {cells.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <StripColumn key={place} place={place} asked={place === column} {...{ layout, ...one }} />
      ))}
      {windows.map((taps, i) => (
        <Bracket
          // biome-ignore lint/suspicious/noArrayIndexKey: a window is its number
          key={i}
          {...{ layout, taps, column }}
          row={i}
          strong={i === current}
          faint={dropped?.[i] === true}
          name={letter + subscript(i)}
        />
      ))}
      {column !== null && column < cells.length && (
        <rect
          className="strip-asked"
          x={xOf(column)}
          y={box.y}
          width={cell}
          height={foot + FOOT / 2 - 2 - box.y}
          rx={2}
        />
      )}
      {edgesOf(cells).map((place) => (
        <path key={place} className="strip-edge" d={`M${xOf(place)} ${box.y}V${end}`} />
      ))}
      {isCounted && foot + CAPTION <= box.y + box.height && (
        <text className="strip-caption" x={xOf(cells.length / 2)} y={foot + CAPTION}>
          {say(READS)}
        </text>
      )}
    </g>
  );
}

interface StripColumnProps extends StripCell {
  readonly layout: StripLayout;
  readonly place: number;
  readonly asked: boolean;
}

function StripColumn({ layout, place, asked, text, kind, reads }: StripColumnProps) {
  const { box, cell, top, hasText, foot, xOf } = layout;
  const x = xOf(place);
  const size = Math.min(15, Math.max(SMALLEST_DIGITS, cell * 0.5));
  return (
    <g className={`strip-column is-${kind}`}>
      {(kind === 'unread' || kind === 'odd') && (
        <rect className="strip-band" x={x} y={box.y} width={cell} height={foot - FOOT / 2 - 2 - box.y} />
      )}
      <rect className="strip-cell" x={x} y={box.y} width={cell} height={top} />
      {hasText && (
        <text x={x + cell / 2} y={box.y + top / 2} fontSize={size}>
          {text}
        </text>
      )}
      {hasText && reads !== undefined && (
        <text className={`strip-reads${asked ? ' is-asked' : ''}`} x={x + cell / 2} y={foot} fontSize={size}>
          {reads}
        </text>
      )}
    </g>
  );
}

interface BracketProps {
  readonly layout: StripLayout;
  readonly taps: readonly number[];
  readonly row: number;
  readonly column: number | null;
  readonly strong: boolean;
  readonly faint: boolean;
  readonly name: string;
}

function Bracket({ layout, taps, row, column, strong, faint, name }: BracketProps) {
  const { box, cell, pitch, dot, xOf, yOf } = layout;
  const [first = 0, last = first] = [taps[0], taps[taps.length - 1]];
  const y = yOf(row);
  const tick = Math.min(4, pitch * 0.35);
  const radius = (place: number): number =>
    place === column && !faint ? dot * 1.5 : strong ? dot * 1.15 : dot;
  return (
    <g className={`strip-window${strong ? ' is-current' : ''}${faint ? ' is-dropped' : ''}`}>
      <path d={`M${xOf(first) + 2} ${y - tick}V${y}H${xOf(last + 1) - 2}V${y - tick}`} />
      {taps.map((place) => (
        <circle key={place} cx={xOf(place) + cell / 2} cy={y} r={radius(place)} />
      ))}
      {pitch >= 11.5 && (
        <text x={box.x + box.width - 4} y={y}>
          {name}
        </text>
      )}
    </g>
  );
}

const subscript = (n: number): string =>
  String(n).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] as string);

/** The two edges of the picture, where there is a border beyond. */
function edgesOf(cells: readonly StripCell[]): number[] {
  const isBorder = cells.map(({ kind }) => kind === 'border' || kind === 'odd');
  return isBorder.flatMap((border, i) => (i > 0 && border !== isBorder[i - 1] ? [i] : []));
}
