import type { MouseEvent } from 'react';
import type { Term } from '../../explain/explanation.ts';
import { printNumber } from '../../formula/numbers.ts';
import { pressKey } from '../button/pressKey.ts';
import { paintNumbers } from '../colour/paintSquare.ts';
import { valuePalette } from '../colour/valuePalette.ts';
import { magnitude } from '../colour/valueScale.ts';
import type { Box } from '../stage/boxes.ts';
import { useCanvas } from '../stage/useCanvas.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import './tiles.css';

/** What one map adds to a sum: a window of it times the weights for it. */
export interface Tile {
  readonly map: number;
  /** In how many columns its products stand. */
  readonly cols: number;
  readonly terms: readonly Term[];
  readonly sum: number;
}

interface TilesProps {
  readonly box: Box;
  readonly tiles: readonly Tile[];
  /** The one whose products are written out; a press chooses another. */
  readonly chosen: number;
  nameOf(tile: Tile): string;
  choose(tile: number): void;
  /** A press on one of the weights of a tile that is chosen already. */
  pressWeight?: ((tile: Tile, index: number) => void) | undefined;
}

const SIGN = 14;
const SUM = 48;
const LARGEST = 22;
/** Around a tile. */
const EDGE = 2;

interface Placed {
  readonly tile: Tile;
  readonly box: Box;
  readonly cell: number;
}

/** The tiles in as many columns as give them the largest cells. */
function placeTiles({ x, y, width, height }: Box, tiles: readonly Tile[]): Placed[] {
  const cols = Math.max(1, ...tiles.map((tile) => tile.cols));
  const rows = Math.max(1, ...tiles.map(({ terms, cols: across }) => Math.ceil(terms.length / across)));
  const sizes = Array.from({ length: Math.min(5, tiles.length) }, (_, i) => {
    const across = i + 1;
    const [wide, high] = [width / across, height / Math.ceil(tiles.length / across)];
    const cell = Math.min(LARGEST, (wide - SIGN - SUM - 10) / (2 * cols), (high - 4 * EDGE) / rows);
    return { across, wide, high, cell: Math.floor(cell * 4) / 4 };
  });
  const best = sizes.reduce((one, other) => (other.cell > one.cell ? other : one));
  return tiles.map((tile, i) => ({
    tile,
    cell: best.cell,
    box: {
      x: Math.round(x + (i % best.across) * best.wide),
      y: Math.round(y + Math.floor(i / best.across) * best.high),
      width: best.wide - 2 * EDGE,
      height: best.high - 2 * EDGE,
    },
  }));
}

/** What was read, then its weight, in whichever order the loop multiplies them. */
const readAndWeight = ({ factors }: Term): readonly [number, number] => {
  const isWeight = ({ tensor }: Term['factors'][number]): boolean => tensor === 'w';
  return [
    factors.find((factor) => !isWeight(factor))?.value ?? 0,
    factors.find((factor) => isWeight(factor))?.value ?? 0,
  ];
};

/** A long sum, map by map: window × weights = share, tinted by value. */
export function Tiles({ box, tiles, chosen, nameOf, choose, pressWeight }: TilesProps) {
  const placed = placeTiles(box, tiles);
  useCanvas(
    box,
    (context, host) => {
      const palette = valuePalette(host);
      const pairs = placed.map(({ tile }) => tile.terms.map(readAndWeight));
      const most = [0, 1].map((which) => magnitude(pairs.flat().map((pair) => pair[which as 0 | 1])));
      placed.forEach(({ tile: { cols }, cell, box: at }, t) => {
        for (const which of [0, 1] as const) {
          const numbers = pairs[t]?.map((pair) => pair[which]) ?? [];
          const x = at.x + EDGE + which * (cols * cell + SIGN);
          paintNumbers(context, numbers, { x, y: at.y + EDGE, cell, cols }, palette, most[which] as number);
        }
      });
    },
    [tiles],
  );
  return placed.map((one, i) => (
    <TileButton
      key={one.tile.map}
      {...one}
      name={nameOf(one.tile)}
      isChosen={i === chosen && tiles.length > 1}
      choose={() => choose(i)}
      pressWeight={i === chosen ? pressWeight : undefined}
    />
  ));
}

interface TileButtonProps extends Placed {
  readonly name: string;
  readonly isChosen: boolean;
  choose(): void;
  readonly pressWeight: TilesProps['pressWeight'];
}

function TileButton({ tile, box, cell, name, isChosen, choose, pressWeight }: TileButtonProps) {
  const stagePoint = useStagePoint();
  const square = { width: tile.cols * cell, height: Math.ceil(tile.terms.length / tile.cols) * cell };
  const [first, top] = [box.x + EDGE, box.y + EDGE];
  const second = first + square.width + SIGN;
  const middle = top + square.height / 2 + 4;
  const share = printNumber(tile.sum, { digits: 2 }).text;
  const onClick = ({ clientX, clientY }: MouseEvent): void => {
    const at = stagePoint(clientX, clientY);
    const [col, row] = at ? [Math.floor((at.x - second) / cell), Math.floor((at.y - top) / cell)] : [-1, -1];
    const index = row * tile.cols + col;
    const isWeight = col >= 0 && col < tile.cols && row >= 0 && index < tile.terms.length;
    if (pressWeight && isWeight) pressWeight(tile, index);
    else choose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      className={`tile${isChosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${name}: ${share}`}
      onClick={onClick}
      onKeyDown={pressKey(choose)}
    >
      <rect className="tile-hit" {...box} rx={4} />
      <rect className="tile-frame" x={first} y={top} {...square} />
      <text className="tile-sign" x={second - SIGN / 2} y={middle}>
        ×
      </text>
      <rect className="tile-frame is-weight" x={second} y={top} {...square} />
      <text x={second + square.width + 6} y={middle}>
        {share}
      </text>
    </g>
  );
}
