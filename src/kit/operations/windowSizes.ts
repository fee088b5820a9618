import { kernelExtent, resolvePadding, type Sides } from '../../tensor/geometry.ts';
import type { Settings } from './operation.ts';

/** Pairs of the settings, rows first. */
export const kernelOf = (s: Settings): [number, number] => [s.kernelRows, s.kernelCols];
export const strideOf = (s: Settings): [number, number] => [s.strideRows, s.strideCols];
export const dilationOf = (s: Settings): [number, number] => [s.dilationRows, s.dilationCols];
export const sizeOf = (s: Settings): [number, number] => [s.rows, s.cols];

/** The cells that the kernel spans, holes included. */
export const extentOf = (s: Settings): [number, number] => [
  kernelExtent(s.kernelRows, s.dilationRows),
  kernelExtent(s.kernelCols, s.dilationCols),
];

/** Whether the border may hold copies of the picture as `padMode` wants them: a mirror is smaller than the picture. */
export const mostCopied = (padMode: Settings['padMode'], size: number): number =>
  padMode === 'reflect' ? size - 1 : padMode === 'circular' ? size : Number.POSITIVE_INFINITY;

/** The padding that the settings come to. Causal: all of it before, so that no output sees what comes after it. */
export function sidesOf(s: Settings): Sides {
  const [extentRows, extentCols] = extentOf(s);
  if (s.fit === 'causal') return [extentRows - 1, extentCols - 1, 0, 0];
  if (s.fit === 'own') return [s.top, s.left, s.bottom, s.right];
  return resolvePadding(s.fit, {
    size: sizeOf(s),
    kernel: kernelOf(s),
    stride: strideOf(s),
    dilation: dilationOf(s),
  });
}

/** ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 with its numbers (Dumoulin & Visin 2016, relationship 15). */
export function outputTex(
  size: number,
  pads: readonly [number, number],
  extent: number,
  stride: number,
  out: number,
) {
  const all = `${size}+${pads[0]}+${pads[1]}-${extent}`;
  return `${stride === 1 ? all : `\\left\\lfloor\\frac{${all}}{${stride}}\\right\\rfloor`}+1=\\mathbf{${out}}`;
}

/** s(i − 1) + k̂ − p₀ − p₁ + a with its numbers (Dumoulin & Visin 2016, relationship 14). */
export function transposedTex(
  size: number,
  pads: readonly [number, number],
  extent: number,
  stride: number,
  extra: number,
  out: number,
) {
  return `${stride}\\,(${size}-1)+${extent}-${pads[0]}-${pads[1]}+${extra}=\\mathbf{${out}}`;
}

/** `2i+u-1,\\;j+v`: the place under weight (u, v) of the window (i, j), or of the stamp. */
export function placeTex(s: Settings, pads: readonly number[]): string {
  const along = (o: string, k: string, stride: number, dilation: number, pad = 0): string =>
    `${stride === 1 ? '' : stride}${o}+${dilation === 1 ? '' : dilation}${k}${pad === 0 ? '' : `-${pad}`}`;
  return `${along('i', 'u', s.strideRows, s.dilationRows, pads[0])},\\;${along('j', 'v', s.strideCols, s.dilationCols, pads[1])}`;
}
