import { useRef } from 'react';
import type { CellMark, GridLayout } from './gridGeometry.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';
import { strength } from './valueScale.ts';

interface ValueCanvasProps {
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  /** Cells that are left empty; default: none. */
  readonly empty: ((index: number) => boolean) | undefined;
  readonly max: number;
  readonly layout: GridLayout;
  readonly slot: number;
}

/** The cells that have no colour: not yet computed, or never read. */
export function emptyCells(
  known: ((index: number) => boolean) | undefined,
  marks: ReadonlyMap<string, CellMark> | undefined,
  cols: number,
): (index: number) => boolean {
  const unread = new Set<number>();
  for (const [key, { kind }] of marks ?? []) {
    const [row, col] = key.split(',').map(Number);
    if (kind === 'unread') unread.add((row as number) * cols + (col as number));
  }
  return (index) => unread.has(index) || !(known?.(index) ?? true);
}

type Rgb = readonly [number, number, number];

function rgbOf(element: Element, variable: string, context: CanvasRenderingContext2D): Rgb {
  context.fillStyle = getComputedStyle(element).getPropertyValue(variable).trim() || '#808080';
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** The colours of a grid, one pixel a cell, laid where the layout has the cells. Painted in the frame that shows it. */
export function ValueCanvas({ rows, cols, values, empty, max, layout, slot }: ValueCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Asking the page for its colours costs more than painting with them.
  const scale = useRef<[Rgb, Rgb, Rgb] | null>(null);
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const paint = (): void => {
      scale.current ??= ['--value-zero', '--value-positive', '--value-negative'].map((name) =>
        rgbOf(element, name, context),
      ) as [Rgb, Rgb, Rgb];
      const [zero, positive, negative] = scale.current;
      const image = context.createImageData(cols, rows);
      for (let i = 0; i < rows * cols; i++) {
        if (empty?.(i)) continue;
        const s = strength(values[i] as number, max);
        const end = s < 0 ? negative : positive;
        for (let channel = 0; channel < 3; channel++) {
          const from = zero[channel] as number;
          image.data[i * 4 + channel] = from + ((end[channel] as number) - from) * Math.abs(s);
        }
        image.data[i * 4 + 3] = 255;
      }
      context.putImageData(image, 0, 0);
    };
    paint();
    const onTheme = (): void => {
      scale.current = null;
      paint();
    };
    const theme = new MutationObserver(onTheme);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', onTheme);
    return () => {
      theme.disconnect();
      system.removeEventListener('change', onTheme);
    };
  }, [rows, cols, values, empty, max]);
  const percent = (n: number): string => `${(n / slot) * 100}%`;
  return (
    <canvas
      ref={canvas}
      className="value-canvas"
      width={cols}
      height={rows}
      aria-hidden="true"
      style={{
        left: percent(layout.x0),
        top: percent(layout.y0),
        width: percent(cols * layout.cell),
        height: percent(rows * layout.cell),
      }}
    />
  );
}
