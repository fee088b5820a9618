import type { CSSProperties, ReactNode } from 'react';
import { SMALLEST_DIGITS } from '../../kit/grid/digits.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { type Box, cellBox, type GridBox } from '../../kit/stage/boxes.ts';
import type { PixelModel } from './model.ts';
import type { PICTURES, PixelView } from './view.ts';
import { shortText } from './words.ts';

/** The table reaches so far around the grids on it, and over their names. */
const RIM = 10;
const NAMES = 26;
/** Planes that are closer than this share are one picture: its pixels are pointed at, not their numbers. */
const TOGETHER = 40;

/** The dark table under the grids: light is added on black. Where the planes lie below the pixels, it has a corner. */
export function tableOf(pixels: Box, planes: Box): readonly Box[] {
  const rim = Math.min(RIM, pixels.x, planes.x);
  const right = Math.max(pixels.x + pixels.width, planes.x + planes.width) + rim;
  const around = ({ x, y, height }: Box, bottom = y + height + rim): Box => ({
    x: x - rim,
    y: y - NAMES,
    width: right - x + rim,
    height: bottom - y + NAMES,
  });
  return planes.y < pixels.y + pixels.height ? [around(pixels)] : [around(pixels, planes.y), around(planes)];
}

/** The planes on their way to the pixels: at 100 percent in their own places, at 0 all on those of the pixels. */
export function pulled(planes: GridBox, pixels: Box, apart: number): GridBox {
  const share = apart / 100;
  const [toX, toY] = [pixels.x - planes.x, pixels.y - planes.y];
  const offsets = planes.offsets.map(([x, y]): readonly [number, number] => [
    Math.round(toX + (x - toX) * share),
    Math.round(toY + (y - toY) * share),
  ]);
  return { ...planes, offsets };
}

interface PlanesProps {
  readonly model: PixelModel;
  readonly view: PixelView;
  readonly table: readonly Box[];
  readonly pixels: GridBox;
  readonly planes: (typeof PICTURES)[number];
  /** What lies on the table, under the grids. */
  readonly children: ReactNode;
}

/** The patch and its three channels. Pushed together, the three lights add up to the colours of the patch. */
export function Planes({ model, view, table, pixels, planes, children }: PlanesProps) {
  const { apart } = model.params;
  const fade = (from: number, to: number): number => Math.min(1, Math.max(0, (apart - from) / (to - from)));
  const style = { '--digits': fade(50, 75), '--names': fade(85, 100) } as CSSProperties;
  return (
    <g className={`pixel-table${apart < TOGETHER ? ' is-together' : ''}`} style={style}>
      {table.map((part) => (
        <rect key={part.y} className="pixel-table-top" rx={8} {...part} />
      ))}
      {children}
      <Grid id="pixel" />
      <g className="pixel-planes">
        <Grid id={planes} />
      </g>
      <PixelNumbers model={model} view={view} box={pixels} />
    </g>
  );
}

/** The three numbers of every pixel, in the light of their channels, above everything else. */
function PixelNumbers({ model, view, box }: Pick<PlanesProps, 'model' | 'view'> & { readonly box: GridBox }) {
  const { size } = model.params;
  const { n } = view.entry;
  // Three lines of digits.
  if (box.cell < 3 * SMALLEST_DIGITS) return null;
  const line = Math.min(20, box.cell / 3.15);
  return (
    <g className="pixel-numbers" aria-hidden="true">
      {Array.from({ length: 3 * size ** 2 }, (_, i) => {
        const [c, row, col] = [Math.floor(i / size ** 2), Math.floor(i / size) % size, i % size];
        const { x, y } = cellBox(box, row, col);
        return (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: a number is its place
            key={i}
            className={`pixel-number-${c}`}
            x={x + box.cell / 2}
            y={y + box.cell / 2 + (c - 1) * line}
            fontSize={Math.min(15, Math.max(SMALLEST_DIGITS, line * 0.85))}
          >
            {shortText(model.shown.at(n, c, row, col))}
          </text>
        );
      })}
    </g>
  );
}
