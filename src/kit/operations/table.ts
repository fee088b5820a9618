import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { crossEntropies, squaredErrors } from './losses.ts';
import { normalisation } from './normalisation.ts';
import type { OperationSpec } from './operation.ts';
import { activationFunction, addition, droppingOut, flattening } from './pointwise.ts';
import { pooling } from './pooling.ts';
import { logSoftmaxes, softmaxes } from './softmaxes.ts';
import { transposed } from './transposed.ts';

/** Every operation of the article. */
export const OPERATIONS = {
  conv: convolution,
  transposed,
  maxPool: /* @__PURE__ */ pooling('max'),
  avgPool: /* @__PURE__ */ pooling('average'),
  activation: activationFunction,
  dense,
  softmax: softmaxes,
  logSoftmax: logSoftmaxes,
  crossEntropy: crossEntropies,
  squaredError: squaredErrors,
  batchNorm: normalisation,
  dropout: droppingOut,
  flatten: flattening,
  add: addition,
} as const satisfies Record<string, OperationSpec>;

export type OperationName = keyof typeof OPERATIONS;

export const specOf = (name: OperationName): OperationSpec => OPERATIONS[name];
