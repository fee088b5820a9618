import type { ValuePalette } from './valuePalette.ts';

/** Where small numbers are painted: the corner, the side of a cell, and how many stand in a row. */
export interface SquarePlace {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly cols: number;
}

function eachCell(
  context: CanvasRenderingContext2D,
  values: ArrayLike<number>,
  { x, y, cell, cols }: SquarePlace,
  ready: (value: number) => boolean,
): void {
  for (let i = 0; i < values.length; i++)
    if (ready(values[i] as number))
      context.fillRect(x + (i % cols) * cell, y + Math.floor(i / cols) * cell, cell, cell);
}

/** Numbers as cells in the colours of values, such as a kernel the size of a thumbnail. @param max the number of the full colour */
export function paintNumbers(
  context: CanvasRenderingContext2D,
  values: ArrayLike<number>,
  place: SquarePlace,
  palette: ValuePalette,
  max: number,
): void {
  eachCell(context, values, place, (value) => {
    context.fillStyle = palette.of(value, max);
    return true;
  });
}

/** Bytes as ink in the fill colour of the moment, 255 where it is full. */
export function paintInk(
  context: CanvasRenderingContext2D,
  bytes: ArrayLike<number>,
  place: SquarePlace,
): void {
  eachCell(context, bytes, place, (byte) => {
    context.globalAlpha = byte / 255;
    return byte > 0;
  });
  context.globalAlpha = 1;
}
