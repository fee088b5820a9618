import {
  explainConv2d,
  explainConv2dBias,
  explainConv2dInput,
  explainConv2dWeight,
} from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { ConvolutionModel } from './model.ts';

/** The tensors of the figure whose cells can be asked where they come from. */
export type CellTensor = 'x' | 'w' | 'b' | 'y' | 'target' | 'dx' | 'dw' | 'db' | 'dy';

/** What explains the cell that a reader points at: a value's question is its gradient's answer. */
const ANSWERS = {
  x: 'dx',
  w: 'dw',
  b: 'db',
  target: 'dy',
  y: 'y',
  dy: 'dy',
  dx: 'dx',
  dw: 'dw',
  db: 'db',
} as const;

export const answerOf = (tensor: string): 'y' | 'dx' | 'dw' | 'db' | 'dy' | undefined =>
  tensor in ANSWERS ? ANSWERS[tensor as CellTensor] : undefined;

/** The sum that made one cell of y, dx, dw, db or dy. */
export function explainCell(
  model: ConvolutionModel,
  tensor: 'y' | 'dx' | 'dw' | 'db' | 'dy',
  row: number,
  col: number,
): SumExplanation {
  const { x, w, b, dy, options } = model;
  const index = [0, 0, row, col];
  switch (tensor) {
    case 'y':
      return explainConv2d({ x, w, b }, options, index);
    case 'dx':
      return explainConv2dInput({ w, dy, inputShape: x.shape }, options, index, model.params.method);
    case 'dw':
      return explainConv2dWeight({ x, dy, wShape: w.shape }, options, index);
    case 'db':
      return explainConv2dBias({ dy }, [0]);
    case 'dy':
      return explainUpstream(model, row, col);
  }
}

/** ∂y is y − t for the loss ½‖y − t‖², and a number that was given otherwise. */
function explainUpstream(model: ConvolutionModel, row: number, col: number): SumExplanation {
  const index = [0, 0, row, col];
  const value = model.dy.at(...index);
  const y = model.y.at(...index);
  const t = model.target.at(...index);
  const terms: Term[] =
    model.params.loss === 'target'
      ? [
          { factors: [{ tensor: 'y', index, value: y }], value: y },
          {
            factors: [
              { tensor: 'constant', index: [], value: -1, virtual: 'inserted' },
              { tensor: 'target', index, value: t },
            ],
            value: -t,
          },
        ]
      : [{ factors: [{ tensor: 'dy', index, value }], value }];
  return { kind: 'sum', tensor: 'dy', index, value, terms };
}
