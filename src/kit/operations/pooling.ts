import { explainAvgPool2d, explainAvgPool2dInput } from '../../explain/avgPool2d.ts';
import type { ChoiceExplanation } from '../../explain/explanation.ts';
import { indexAt } from '../../explain/flatten.ts';
import { explainMaxPool2d, explainMaxPool2dInput } from '../../explain/maxPool2d.ts';
import { tex } from '../../formula/symbols.ts';
import { type AvgPool2dOptions, avgPool2d, avgPool2dBackward } from '../../tensor/avgPool2d.ts';
import type { Conv2dGeometry } from '../../tensor/conv2dGeometry.ts';
import { pool2dCounts } from '../../tensor/counts.ts';
import { maxPool2d, maxPool2dBackward } from '../../tensor/maxPool2d.ts';
import { pool2dGeometry } from '../../tensor/pool2dGeometry.ts';
import { full, type Shape, type Tensor } from '../../tensor/tensor.ts';
import { need, type OperationSpec, type Settings } from './operation.ts';
import { poolingCode } from './poolingCode.ts';
import { extentOf, kernelOf, placeTex, strideOf } from './windowSizes.ts';

export type PoolKind = 'max' | 'average';

const WORDS = {
  max: { en: 'Max pooling', zh: '最大池化' },
  average: { en: 'Average pooling', zh: '平均池化' },
} as const;

/** As PyTorch takes it: the same padding on both sides of an axis. A mean has no holes in its window. */
export const poolOptionsOf = (kind: PoolKind, s: Settings): AvgPool2dOptions => ({
  kernel: kernelOf(s),
  stride: strideOf(s),
  padding: [s.top, s.left],
  dilation: kind === 'max' ? [s.dilationRows, s.dilationCols] : 1,
  ceilMode: s.ceil,
  countIncludePad: s.countPad,
});

/** A nudge of a number changes which one of its window is the largest: there is no slope. */
const NEAR = 1e-4;

/** Cells that are the largest of some window together with another. */
function tiedCells(x: Tensor, y: Tensor, options: AvgPool2dOptions): ReadonlySet<number> {
  const tied = new Set<number>();
  for (let i = 0; i < y.size; i++) {
    const { candidates, value }: ChoiceExplanation = explainMaxPool2d({ x }, options, indexAt(y.shape, i));
    const near = NEAR * Math.max(1, Math.abs(value));
    const top = candidates.filter((cell) => !cell.virtual && value - cell.value <= near);
    if (top.length > 1) for (const cell of top) tied.add(x.offset(cell.index));
  }
  return tied;
}

/** Channel by channel, the largest of each window, or the mean. */
export const pooling = (kind: PoolKind): OperationSpec => ({
  words: WORDS[kind],
  shapes(s) {
    const x = [1, s.channels, s.rows, s.cols];
    return { x, y: pool2dGeometry('pool', x, poolOptionsOf(kind, s)).yShape };
  },
  build(s, given, dy) {
    const options = poolOptionsOf(kind, s);
    const x = need(given, 'x');
    const max = kind === 'max' ? maxPool2d(x, options) : null;
    const forward = (of: Tensor): Tensor => (max ? maxPool2d(of, options).y : avgPool2d(of, options));
    const y = max?.y ?? avgPool2d(x, options);
    const back = (upstream: Tensor): Tensor =>
      max ? maxPool2dBackward(upstream, max.argMax, x.shape) : avgPool2dBackward(upstream, x.shape, options);
    const g = pool2dGeometry('pool', x.shape, options);
    const [top, left] = [s.top, s.left];
    const dilated = kind === 'max' ? s : { ...s, dilationRows: 1, dilationCols: 1 };
    const extent = extentOf(dilated);
    const over = ([size, pad, extentOne, stride, out]: readonly [number, number, number, number, number]) =>
      Math.max(0, (out - 1) * stride + extentOne - size - 2 * pad);
    const [overRows, overCols] = [
      over([s.rows, top, extent[0], s.strideRows, g.outHeight]),
      over([s.cols, left, extent[1], s.strideCols, g.outWidth]),
    ];
    const unread = (size: number, pad: number, extentOne: number, stride: number, out: number): number =>
      Math.max(0, size + 2 * pad - (out - 1) * stride - extentOne);
    const reads = readersOf(s, x.shape, g);
    let tied: ReadonlySet<number> | undefined;
    const window = placeTex(dilated, [top, left]);
    return {
      tensors: { x, y, dy, dx: back(dy) },
      passes: [
        {
          id: 'y',
          columns: [['x'], ['y']],
          terms: 'whole',
          tex:
            kind === 'max'
              ? `${tex('y', 'c,i,j')}=\\max_{u,v}${tex('x', `c,\\;${window}`)}`
              : `${tex('y', 'c,i,j')}=\\tfrac{1}{n}\\sum_{u,v}${tex('x', `c,\\;${window}`)}`,
        },
        {
          id: 'dx',
          columns: kind === 'max' ? [['dx'], ['x'], ['dy']] : [['dx'], ['dy']],
          terms: kind === 'max' ? Array.from(back(full(y.shape, 1, 'float64')).data) : reads,
          tex:
            kind === 'max'
              ? `${tex('dx', 'c,\\;\\operatorname{argmax}(i,j)')}\\mathrel{+}=${tex('dy', 'c,i,j')}`
              : `${tex('dx', `c,\\;${window}`)}\\mathrel{+}=\\tfrac{1}{n}\\,${tex('dy', 'c,i,j')}`,
        },
      ],
      explain: (id, index) =>
        id === 'dx'
          ? max
            ? explainMaxPool2dInput({ x, dy }, options, index)
            : explainAvgPool2dInput({ dy, inputShape: x.shape }, options, index)
          : max
            ? explainMaxPool2d({ x }, options, index)
            : explainAvgPool2d({ x }, options, index),
      forward: (now) => forward(now.x ?? x),
      isKink: (_, index) => {
        if (!max) return false;
        tied ??= tiedCells(x, y, options);
        return tied.has(index);
      },
      padding: [top, left, top + overRows, left + overCols],
      paddingValue: max ? Number.NEGATIVE_INFINITY : s.countPad ? 0 : null,
      windowsOf: ([, plane = 0, row = 0, col = 0]) => [
        {
          plane,
          row: row * s.strideRows - top,
          col: col * s.strideCols - left,
          rows: extent[0],
          cols: extent[1],
        },
      ],
      reads,
      counts: { parameters: 0, multiplyAdds: pool2dCounts(x.shape, options).multiplyAdds },
      sizes: [
        pooledTex(s.rows, top, extent[0], s.strideRows, g.outHeight, s.ceil),
        pooledTex(s.cols, left, extent[1], s.strideCols, g.outWidth, s.ceil),
      ],
      unread: [
        unread(s.rows, top, extent[0], s.strideRows, g.outHeight),
        unread(s.cols, left, extent[1], s.strideCols, g.outWidth),
      ],
    };
  },
  ...poolingCode(kind),
});

/** How many windows read each cell. */
function readersOf(s: Settings, shape: Shape, g: Pick<Conv2dGeometry, 'rows' | 'cols'>): number[] {
  const along = (taps: Int32Array, size: number): number[] => {
    const counts = new Array<number>(size).fill(0);
    for (const at of taps) if (at >= 0 && at < size) counts[at]!++;
    return counts;
  };
  const rows = along(g.rows, s.rows);
  const cols = along(g.cols, s.cols);
  const plane = rows.flatMap((row) => cols.map((col) => row * col));
  return Array.from({ length: shape[1] as number }, () => plane).flat();
}

/** ⌊(i + 2p − k̂) / s⌋ + 1, or rounded up, with its numbers; one window less where the last would begin in the padding. */
function pooledTex(size: number, pad: number, extent: number, stride: number, out: number, ceil: boolean) {
  const [open, close] = ceil ? ['\\lceil', '\\rceil'] : ['\\lfloor', '\\rfloor'];
  const room = size + 2 * pad - extent;
  const asked = (ceil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
  return `\\left${open}\\frac{${size}+2\\cdot${pad}-${extent}}{${stride}}\\right${close}+1${asked > out ? '-1' : ''}=\\mathbf{${out}}`;
}
