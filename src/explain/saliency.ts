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
