import type { OperationName } from '../../kit/operations/table.ts';
import type { BenchParams } from './parameters.ts';

/** The settings with which an operation comes onto the bench: small enough to be followed by hand. */
const PLAIN = {
  ...{ channels: 1, filters: 1, groups: 1, kernelRows: 3, kernelCols: 3, strideRows: 1, strideCols: 1 },
  ...{ dilationRows: 1, dilationCols: 1, fit: 'own', padMode: 'zeros', outputRows: 0, outputCols: 0 },
  ...{ top: 0, left: 0, bottom: 0, right: 0, rows: 5, cols: 5 },
  ...{ x: null, w: null, b: null, t: null, dy: null },
} as const satisfies Partial<BenchParams>;

const TWO = { kernelRows: 2, kernelCols: 2, strideRows: 2, strideCols: 2 } as const;

export const STARTS: Readonly<Record<OperationName, Partial<BenchParams>>> = {
  conv: PLAIN,
  transposed: { ...PLAIN, rows: 3, cols: 3, strideRows: 2, strideCols: 2 },
  maxPool: { ...PLAIN, ...TWO, rows: 4, cols: 4 },
  avgPool: { ...PLAIN, ...TWO, rows: 4, cols: 4 },
  activation: { ...PLAIN, rows: 4, cols: 4 },
  dense: { ...PLAIN, rows: 2, cols: 4, outputs: 3 },
  softmax: { ...PLAIN, rows: 1, cols: 4 },
  logSoftmax: { ...PLAIN, rows: 1, cols: 4 },
  crossEntropy: { ...PLAIN, rows: 1, cols: 4 },
  squaredError: { ...PLAIN, rows: 1, cols: 4 },
  batchNorm: { ...PLAIN, rows: 2, cols: 2, samples: 2, channels: 2 },
  dropout: { ...PLAIN, rows: 4, cols: 4 },
  flatten: { ...PLAIN, rows: 2, cols: 3, channels: 2 },
  add: { ...PLAIN, rows: 3, cols: 3 },
};
