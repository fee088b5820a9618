import { LARGE_SIDE } from './decode.ts';

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  return [canvas, context];
}

/**
 * The pixels of something drawable at another size, four bytes each; halved step by step, so that every pixel of the
 * file counts. @throws DOMException if the browser does not hand them over
 */
export function pixelsOf(
  drawable: CanvasImageSource,
  [wide, high]: readonly [number, number],
  [width, height]: readonly [number, number],
): Uint8ClampedArray {
  let source = drawable;
  let [w, h] = [Math.min(wide, LARGE_SIDE), Math.min(high, LARGE_SIDE)];
  while (w > 2 * width && h > 2 * height) {
    [w, h] = [Math.ceil(w / 2), Math.ceil(h / 2)];
    const [canvas, context] = canvasOf(w, h);
    context.drawImage(source, 0, 0, w, h);
    source = canvas;
  }
  const [, context] = canvasOf(width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}
