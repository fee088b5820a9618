import { useRef } from 'react';
import type { Box } from '../stage/boxes.ts';
import { useBox } from '../stage/stageContext.ts';
import { useCanvas } from '../stage/useCanvas.ts';

interface PictureProps {
  /** A box of the stage's layout. */
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** Writes the pixels, four bytes each, row by row. Another function is another picture. */
  paint(rgba: Uint8ClampedArray, host: Element): void;
  /** Pixels keep their edges when they are shown larger; default: yes. */
  readonly crisp?: boolean;
  /** Instead of the whole box. */
  readonly box?: Box;
}

/** A picture on the stage's canvas, a pixel for each number. A grid of the same id over it is given `bare`. */
export function Picture({ id, rows, cols, paint, crisp = true, box }: PictureProps) {
  const whole = useBox(id);
  const { x, y, width, height } = box ?? whole;
  const source = useRef<HTMLCanvasElement | null>(null);
  useCanvas(
    { x, y, width, height },
    (context, host) => {
      source.current ??= document.createElement('canvas');
      const canvas = source.current;
      canvas.width = cols;
      canvas.height = rows;
      const pixels = canvas.getContext('2d');
      if (!pixels) return;
      const image = pixels.createImageData(cols, rows);
      paint(image.data, host);
      pixels.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = !crisp;
      context.drawImage(canvas, x, y, width, height);
    },
    [paint, rows, cols, crisp],
  );
  return null;
}
