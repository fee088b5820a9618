import type { Model } from '../network/model.ts';
import { globalAvgPool2d } from '../tensor/avgPool2d.ts';
import { isWhole, reject } from '../tensor/errors.ts';
import { type Tensor, zeros } from '../tensor/tensor.ts';

/**
 * ∂(logit of a class)/∂x: how the score of that class would move with each pixel (Simonyan, Vedaldi &
 * Zisserman, arXiv:1312.6034). Of the logit, not of the probability, in which the other classes have a part.
 *
 * @param x [n, …input]
 * @param classIndex the same class for every sample
 * @returns as x, signed; take the absolute value, and the largest over the channels, for a map
 */
export function saliency(model: Model, x: Tensor, classIndex: number): Tensor {
  return logitGradients(model, x, classIndex).gradients[0] as Tensor;
}

/**
 * Grad-CAM: ReLU(Σ k α_k A^k), where α_k is the mean over the plane of ∂(logit)/∂A^k (Selvaraju et al.,
 * arXiv:1610.02391, eq. 1 and 2).
 *
 * @param layer the layer whose output A [n, k, h, w] is looked at; usually the last convolution or its ReLU
 * @returns [n, 1, h, w], not negative, not scaled
 * @throws Error when that layer makes no planes
 */
export function gradCam(model: Model, x: Tensor, classIndex: number, layer: number): Tensor {
  const shape = model.layers[layer]?.outShape;
  if (shape?.length !== 3)
    reject(
      'gradCam',
      'layer',
      layer,
      `the number of a layer that makes planes, 0 to ${model.layers.length - 1}`,
    );
  const [channels, h, w] = shape as [number, number, number];
  const { activations, gradients } = logitGradients(model, x, classIndex);
  const alpha = globalAvgPool2d((gradients[layer + 1] as Tensor).as('float64')).data;
  const map = zeros([x.shape[0] as number, 1, h, w], 'float64');
  const area = h * w;
  (activations[layer + 1] as Tensor).data.forEach((value, i) => {
    const plane = Math.floor(i / area);
    map.data[Math.floor(plane / channels) * area + (i % area)]! += alpha[plane]! * value;
  });
  return map.map((sum) => Math.max(0, sum)).as(x.dtype);
}

/** Grad-CAM of one picture, with everything that goes into it. */
export interface CamTerms {
  /** α, one for each map; null where each cell has its own gradient for a weight. */
  readonly alpha: Float64Array | null;
  /** Weight × number, of every cell of every map: [k, h, w]. */
  readonly weighted: Float64Array;
  /** Their sum over the maps, before ReLU: [h, w]. */
  readonly sum: Float64Array;
  /** ReLU of it. */
  readonly cam: Float64Array;
}

/**
 * The terms of {@link gradCam} for one picture. Without the mean, each number is multiplied with its own gradient
 * (HiResCAM: Draelos & Carin, arXiv:2011.08891): before a linear layer these products add up to the score, less its bias.
 *
 * @param a the maps [1, k, h, w] · @param da ∂(logit) with respect to them · @param averaged with the mean of each map
 */
export function camTerms(a: Tensor, da: Tensor, averaged: boolean): CamTerms {
  const [, maps, h, w] = a.shape as [number, number, number, number];
  const area = h * w;
  const alpha = averaged ? Float64Array.from(globalAvgPool2d(da.as('float64')).data) : null;
  const weighted = Float64Array.from(
    a.data,
    (value, i) => value * (alpha ? alpha[Math.floor(i / area)]! : da.data[i]!),
  );
  const sum = new Float64Array(area);
  for (let k = 0; k < maps; k++) for (let i = 0; i < area; i++) sum[i]! += weighted[k * area + i]!;
  return { alpha, weighted, sum, cam: sum.map((value) => Math.max(0, value)) };
}

/**
 * A small map stretched to side × side by bilinear interpolation, its cells' middles on the middles of their blocks; beyond
 * the outermost middles it stays as it is.
 */
export function stretched(map: ArrayLike<number>, cells: number, side: number): Float64Array {
  const along = (at: number) => {
    const place = Math.min(cells - 1, Math.max(0, ((at + 0.5) * cells) / side - 0.5));
    const first = Math.min(cells - 1, Math.floor(place));
    return { first, next: Math.min(cells - 1, first + 1), part: place - first };
  };
  return Float64Array.from({ length: side * side }, (_, i) => {
    const [r, c] = [along(Math.floor(i / side)), along(i % side)];
    const row = (at: number): number =>
      map[at * cells + c.first]! * (1 - c.part) + map[at * cells + c.next]! * c.part;
    return row(r.first) * (1 - r.part) + row(r.next) * r.part;
  });
}

/** One forward and one backward pass, from a gradient of 1 at one logit of every sample. */
function logitGradients(model: Model, x: Tensor, classIndex: number) {
  const logits = model.forward(x);
  const classes = logits.shape[1] as number;
  if (!isWhole(classIndex, 0, classes))
    reject('saliency', 'classIndex', classIndex, `a class from 0 to ${classes - 1}`);
  const dLogits = zeros(logits.shape, logits.dtype);
  for (let n = 0; n < (x.shape[0] as number); n++) dLogits.data[n * classes + classIndex] = 1;
  model.backward(dLogits);
  return { activations: model.activations(), gradients: model.activationGradients() };
}
