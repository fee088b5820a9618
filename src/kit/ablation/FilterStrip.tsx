import { printNumber } from '../../formula/numbers.ts';
import { DrawnButton } from '../button/DrawnButton.tsx';
import { DrawnButtons } from '../button/DrawnButtons.tsx';
import { paintNumbers } from '../colour/paintSquare.ts';
import { valuePalette } from '../colour/valuePalette.ts';
import { magnitude } from '../colour/valueScale.ts';
import type { Box } from '../stage/boxes.ts';
import { useCanvas } from '../stage/useCanvas.ts';
import { FILTERS, KERNEL, LAYERS, placeOfFilter } from './breaks.ts';
import './filterStrip.css';

/** A filter on the strip: its kernel, what it costs to break it (null: not counted yet), and whether it is broken. */
export interface StripFilter {
  readonly kernel: readonly number[];
  readonly cost: number | null;
  readonly isBroken: boolean;
  readonly name: string;
}

interface FilterStripProps {
  readonly box: Box;
  /** All filters, in their order. */
  readonly filters: readonly StripFilter[];
  /** The one that is looked at. */
  readonly chosen: number;
  readonly label: string;
  /** The names of the two layers, and what the bars are; a phone has no room for them. */
  readonly heads: readonly [first: string, second: string, bars: string];
  readonly phone: boolean;
  /** What the kernels are made of: they are painted again when it changes. */
  readonly depends: readonly unknown[];
  press(filter: number): void;
}

/** Heights of a tile: its number, its kernel, the bar of what it costs, and that number. */
const NAME = 14;
const BAR = 30;
const COST = 14;
/** Between the two layers, and above each of them where they stand side by side. */
const APART = 20;
const HEAD = 16;
/** On a phone the bar stands beside the kernel, and both numbers below them. */
const IN_ROW = 8;
const SLIM = 8;

interface Placed {
  readonly filter: number;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  /** The kernel. */
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** All filters in one row; on a phone eight in a row. */
function placed(box: Box, phone: boolean): Placed[] {
  const inRow = phone ? IN_ROW : FILTERS;
  const wide = (box.width - (phone ? 0 : APART)) / inRow;
  const high = (box.height - (phone ? 0 : HEAD)) / (FILTERS / inRow);
  const side = Math.floor(
    phone ? Math.min(wide - SLIM - 8, high - COST - 4) : Math.min(wide - 8, high - NAME - BAR - COST),
  );
  return Array.from({ length: FILTERS }, (_, filter) => {
    const x = box.x + (filter % inRow) * wide + (!phone && filter >= LAYERS[0].filters ? APART : 0);
    const y = box.y + (phone ? 0 : HEAD) + Math.floor(filter / inRow) * high;
    return {
      ...{ filter, x, y, wide, high, side },
      left: phone ? x + 4 : x + (wide - side) / 2,
      top: y + (phone ? 2 : NAME),
    };
  });
}

/** Every filter of the network by its kernel, with a bar of what it costs when it alone is broken. */
export function FilterStrip(props: FilterStripProps) {
  const { box, filters, chosen, label, heads, phone, depends, press } = props;
  const tiles = placed(box, phone);
  const most = Math.max(10, ...filters.map(({ cost }) => cost ?? 0));
  useCanvas(
    box,
    (context, host) => {
      const palette = valuePalette(host);
      for (const { filter, left, top, side } of tiles) {
        const { kernel, isBroken } = filters[filter] as StripFilter;
        const square = { x: left, y: top, cell: side / KERNEL, cols: KERNEL };
        context.globalAlpha = isBroken ? 0.35 : 1;
        paintNumbers(context, kernel, square, palette, magnitude(kernel));
      }
    },
    [phone, ...depends],
  );
  return (
    <DrawnButtons label={label} className="filter-strip" inRow={phone ? IN_ROW : FILTERS}>
      {!phone &&
        LAYERS.map((_, layer) => (
          <text
            key={heads[layer]}
            className="is-strong"
            x={(tiles[layer === 0 ? 0 : LAYERS[0].filters]?.x ?? 0) + 4}
            y={box.y + 10}
          >
            {heads[layer]}
            {layer === 0 && (
              <tspan className="is-soft" dx={10}>
                {heads[2]}
              </tspan>
            )}
          </text>
        ))}
      {tiles.map((tile) => (
        <FilterTile
          key={tile.filter}
          {...tile}
          of={filters[tile.filter] as StripFilter}
          most={most}
          phone={phone}
          isChosen={tile.filter === chosen}
          press={() => press(tile.filter)}
        />
      ))}
    </DrawnButtons>
  );
}

interface TileProps extends Placed {
  readonly of: StripFilter;
  readonly most: number;
  readonly phone: boolean;
  readonly isChosen: boolean;
  press(): void;
}

function FilterTile(props: TileProps) {
  const { filter, x, y, wide, high, left, top, side, of, most, phone, isChosen, press } = props;
  const { cost, name, isBroken } = of;
  const part = cost === null ? 0 : Math.max(0, cost) / most;
  const bar = Math.max(1, part * (phone ? side : BAR - 5));
  const foot = phone ? top + side : top + side + BAR;
  const text = cost === null ? '·' : printNumber(cost).text;
  const middle = x + wide / 2;
  const [number, price] = phone
    ? [
        { x: x + 3, y: foot + 12 },
        { x: x + wide - 2, y: foot + 12, textAnchor: 'end' as const },
      ]
    : [
        { x: middle, y: y + 10, textAnchor: 'middle' as const },
        { x: middle, y: foot + 11, textAnchor: 'middle' as const },
      ];
  return (
    <DrawnButton
      name={cost === null ? name : `${name}: ${text}`}
      className={`filter-tile${isBroken ? ' is-out' : ''}${isChosen ? ' is-chosen' : ''}`}
      isPressed={isBroken}
      isStop={isChosen}
      at={filter}
      press={press}
    >
      <rect className="filter-hit" x={x + 1} y={y} width={wide - 2} height={high - 1} rx={5} />
      <text {...number} className={phone ? 'is-soft' : undefined}>
        {placeOfFilter(filter).index}
      </text>
      <rect className="filter-frame" x={left} y={top} width={side} height={side} />
      {isBroken && (
        <path className="filter-cross" d={`M${left} ${top}l${side} ${side}m0 ${-side}l${-side} ${side}`} />
      )}
      {cost !== null && (
        <rect
          className="filter-bar"
          x={phone ? left + side + 3 : left + 3}
          y={foot - bar}
          width={phone ? SLIM : side - 6}
          height={bar}
        />
      )}
      <text {...price}>{text}</text>
    </DrawnButton>
  );
}
