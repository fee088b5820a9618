import type { Text } from '../../language/language.ts';

/** The named kernels. Each is defined for every size, so that the size can be dragged. */
export const PRESETS = [
  'identity',
  'box',
  'gaussian',
  'sharpen',
  'sobelX',
  'sobelY',
  'laplacian',
  'emboss',
] as const;

export type Preset = (typeof PRESETS)[number];

export const PRESET_NAMES: Readonly<Record<Preset, Text>> = {
  identity: { en: 'Identity', zh: '恒等' },
  box: { en: 'Box blur', zh: '均值模糊' },
  gaussian: { en: 'Gaussian blur', zh: '高斯模糊' },
  sharpen: { en: 'Sharpen', zh: '锐化' },
  sobelX: { en: 'Sobel x', zh: 'Sobel x（竖边）' },
  sobelY: { en: 'Sobel y', zh: 'Sobel y（横边）' },
  laplacian: { en: 'Laplacian', zh: '拉普拉斯' },
  emboss: { en: 'Emboss', zh: '浮雕' },
};

/** Row k − 1 of Pascal's triangle: 1 2 1 for k = 3. */
function binomial(k: number): number[] {
  const row = [1];
  for (let i = 1; i < k; i++) row.push(((row[i - 1] as number) * (k - i)) / i);
  return row;
}

/** The smoothed difference that goes with `binomial`: −1 0 1 for k = 3, −1 −2 0 2 1 for k = 5. */
function difference(k: number): number[] {
  if (k === 1) return [1];
  const row = binomial(k - 1);
  return Array.from({ length: k }, (_, i) => (row[i - 1] ?? 0) - (row[i] ?? 0));
}

const outer = (rows: readonly number[], cols: readonly number[]): number[] =>
  rows.flatMap((r) => cols.map((c) => (r * c === 0 ? 0 : r * c)));

const centreOf = (k: number): number => Math.floor((k - 1) / 2) * (k + 1);

/**
 * The k × k numbers of a preset, row by row (cross-correlation: they are laid on the picture as they
 * stand). Sobel 1968: smooth one way, subtract the other. Sharpen is identity plus a Laplacian.
 */
export function presetKernel(preset: Preset, k: number): number[] {
  const centre = centreOf(k);
  const only = (value: number): number[] =>
    Array.from({ length: k * k }, (_, i) => (i === centre ? value : 0));
  switch (preset) {
    case 'identity':
      return only(1);
    case 'box':
      return new Array<number>(k * k).fill(1 / (k * k));
    case 'gaussian': {
      const row = binomial(k);
      return outer(row, row).map((value) => value / 4 ** (k - 1));
    }
    case 'sobelX':
      return outer(binomial(k), difference(k));
    case 'sobelY':
      return outer(difference(k), binomial(k));
    case 'laplacian':
      return cross(k).map((value, i) => value - (i === centre ? sum(cross(k)) : 0));
    case 'sharpen':
      return cross(k).map((value, i) => -value + (i === centre ? sum(cross(k)) + 1 : 0));
    case 'emboss':
      return Array.from({ length: k * k }, (_, i) => {
        const diagonal = Math.floor(i / k) + (i % k) - (k - 1);
        return i === centre
          ? 1
          : Math.sign(diagonal) * (Math.abs(diagonal) <= 2 ? Math.ceil(Math.abs(diagonal)) : 0);
      });
  }
}

/** The neighbours of the centre along its row and column, with weight 1. */
function cross(k: number): number[] {
  const middle = Math.floor((k - 1) / 2);
  return Array.from({ length: k * k }, (_, i) => {
    const distance = Math.abs(Math.floor(i / k) - middle) + Math.abs((i % k) - middle);
    return distance === 1 ? 1 : 0;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Typed weights in a kernel of another size: the centres stay on top of each other. */
export function resizeKernel(values: readonly number[], k: number): number[] {
  const from = Math.round(Math.sqrt(values.length));
  const shift = Math.floor((from - 1) / 2) - Math.floor((k - 1) / 2);
  return Array.from({ length: k * k }, (_, i) => {
    const row = Math.floor(i / k) + shift;
    const col = (i % k) + shift;
    return row >= 0 && row < from && col >= 0 && col < from ? (values[row * from + col] ?? 0) : 0;
  });
}
