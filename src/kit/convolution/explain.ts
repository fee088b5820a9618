import {
  explainConv2d,
  explainConv2dBias,
  explainConv2dInput,
  explainConv2dWeight,
} from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import type { ForwardLayer, LayerGradients } from './layer.ts';

export type Explained = 'y' | 'dx' | 'dw' | 'db';

/** A value's question is its gradient's answer: what a cell that the reader points at is explained by. */
const ANSWERS: Readonly<Record<string, Explained>> = {
  x: 'dx',
  w: 'dw',
  b: 'db',
  y: 'y',
  dx: 'dx',
  dw: 'dw',
  db: 'db',
};

/** Which tensor answers for a grid; undefined for a grid whose numbers are given. */
export const answerOf = (grid: string): Explained | undefined =>
  Object.hasOwn(ANSWERS, grid) ? ANSWERS[grid] : undefined;

/** The sum that made one cell of y, ∂x, ∂w or ∂b. @param index in that tensor */
export function explainLayer(
  layer: ForwardLayer & LayerGradients,
  tensor: Explained,
  index: readonly number[],
  method: 'scatter' | 'gather' = 'scatter',
): SumExplanation {
  const { x, w, b, dy, options } = layer;
  switch (tensor) {
    case 'y':
      return explainConv2d({ x, w, b }, options, index);
    case 'dx':
      return explainConv2dInput({ w, dy, inputShape: x.shape }, options, index, method);
    case 'dw':
      return explainConv2dWeight({ x, dy, wShape: w.shape }, options, index);
    case 'db':
      return explainConv2dBias({ dy }, index);
  }
}
