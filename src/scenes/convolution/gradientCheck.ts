import type { CellRef } from '../../playback/figureStore.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type ConvolutionModel, lossOf } from './model.ts';

/** One number nudged both ways, against what backpropagation says (Goodfellow et al. 2016, §11.5). */
export interface GradientCheck {
  readonly epsilon: number;
  readonly lossPlus: number;
  readonly lossMinus: number;
  /** (L(+ε) − L(−ε)) / 2ε */
  readonly secant: number;
  readonly backpropagated: number;
  /** |secant − backpropagated| */
  readonly difference: number;
}

const PARTNERS = { x: 'dx', dx: 'dx', w: 'dw', dw: 'dw', b: 'db', db: 'db' } as const;

/** Checks the gradient of one cell of x, w or b in float64; null for a cell that has none to nudge. */
export function checkGradient(model: ConvolutionModel, cell: CellRef, epsilon: number): GradientCheck | null {
  const gradientName = PARTNERS[cell.tensor as keyof typeof PARTNERS];
  if (!gradientName) return null;
  const valueName = gradientName.slice(1) as 'x' | 'w' | 'b';
  const at = cell.row * (model[valueName].shape[3] ?? 1) + cell.col;
  if (at >= model[valueName].size) return null;
  const nudged = (by: number): number => {
    const tensors: Record<'x' | 'w' | 'b', Tensor> = { x: model.x, w: model.w, b: model.b };
    tensors[valueName] = tensors[valueName].clone();
    tensors[valueName].data[at] = (tensors[valueName].data[at] as number) + by;
    return lossOf(model, tensors.x, tensors.w, tensors.b);
  };
  const lossPlus = nudged(epsilon);
  const lossMinus = nudged(-epsilon);
  const secant = (lossPlus - lossMinus) / (2 * epsilon);
  const backpropagated = model[gradientName].data[at] as number;
  return {
    epsilon,
    lossPlus,
    lossMinus,
    secant,
    backpropagated,
    difference: Math.abs(secant - backpropagated),
  };
}
