import type { Domain } from '../../kit/bars/axis.ts';
import type { SoftmaxModel } from './model.ts';

/** Logits within ± this have one axis, so that a bar that is pulled about stays comparable. */
const USUAL = 5;
const REACHES = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The axis of the logits: around 0, or, where all lie far on one side of it and close together, around their middle. */
export function logitDomain({ z }: Pick<SoftmaxModel, 'z'>): Domain {
  const [least, most] = [Math.min(...z.data), Math.max(...z.data)];
  const reach = Math.max(-least, most);
  if (reach <= USUAL) return [-USUAL, USUAL];
  if (least * most > 0 && most - least <= 1.6 * USUAL) {
    const middle = Math.round((least + most) / 2);
    return [middle - USUAL, middle + USUAL];
  }
  const wide = REACHES.find((one) => one >= reach) ?? reach;
  return [-wide, wide];
}

/** The axis of the exponentials: to 1 where the maximum is subtracted, else to the largest of them. */
export function expDomain({ params, exps }: SoftmaxModel): Domain {
  if (params.subtract) return [0, 1];
  const most = Math.max(...exps.filter(Number.isFinite), 0);
  return [0, most > 0 ? most : 1];
}

export const shareDomain: Domain = [0, 1];

/** No gradient of a logit is larger than 1/T. */
export const gradientDomain = ({ params }: SoftmaxModel): Domain => [
  -1 / params.temperature,
  1 / params.temperature,
];

/** The axis of the loss: to 5, or as far as it has to reach. */
export function lossDomain({ loss }: SoftmaxModel): Domain {
  if (!Number.isFinite(loss) || loss <= USUAL) return [0, USUAL];
  return [0, REACHES.find((one) => one >= loss) ?? loss];
}
