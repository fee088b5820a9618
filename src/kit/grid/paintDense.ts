import { paintValues, type ValuePalette } from '../colour/valuePalette.ts';
import { cellKey } from '../scene/view.ts';
import { cellBox } from '../stage/boxes.ts';
import { type GridFace, shownAt } from './face.ts';

let scratch: HTMLCanvasElement | undefined;

/** Paints cells that are too small for lines between them: a pixel each, drawn large. Spread cells have their own way. */
export function paintDense(
  context: CanvasRenderingContext2D,
  face: GridFace,
  palette: ValuePalette,
  ground: string,
): void {
  const { spec, box, view, max } = face;
  const { rows, cols, planes, cell, turned } = box;
  scratch ??= document.createElement('canvas');
  const pixels = scratch.getContext('2d', { willReadFrequently: true });
  if (!pixels) return;
  scratch.width = cols;
  scratch.height = rows;
  context.save();
  context.imageSmoothingEnabled = false;
  for (let plane = 0; plane < planes; plane++) {
    const first = plane * rows * cols;
    const isEmpty = (i: number): boolean =>
      shownAt(face, first + i).value === undefined ||
      view.marks?.get(cellKey(Math.floor(i / cols), i % cols, plane))?.kind === 'unread';
    const image = pixels.createImageData(cols, rows);
    const empty = view.known || view.marks ? isEmpty : undefined;
    paintValues(image.data, view.values ?? spec.values, max, palette, { first, empty });
    pixels.putImageData(image, 0, 0);
    const { x, y } = cellBox(box, turned ? rows - 1 : 0, turned ? cols - 1 : 0, plane);
    const [width, height] = [cols * cell, rows * cell];
    context.fillStyle = ground;
    context.fillRect(x, y, width, height);
    context.save();
    context.translate(turned ? x + width : x, turned ? y + height : y);
    if (turned) context.scale(-1, -1);
    context.drawImage(scratch, 0, 0, width, height);
    context.restore();
  }
  context.restore();
}
