import { checkRank, checkShape, isWhole, reject } from './errors.ts';
import { type Reduction, reduce, reductionBackward } from './reduction.ts';
import { logSoftmax, softmax } from './softmax.ts';
import { Tensor, zeros } from './tensor.ts';

/** The right class of each sample, or a distribution over the classes [n, classes]. */
export type CrossEntropyTarget = ArrayLike<number> | Tensor;

const OP = 'crossEntropy';

/**
 * Softmax and cross-entropy in one, from logits z: L = −Σ y_k log p_k = logsumexp(z) − z_y for a class.
 * The logits of an untrained network being alike, it starts near ln(classes).
 *
 * @param logits [n, classes]
 * @param target n class numbers from 0, or probabilities [n, classes]
 * @returns shape [] for 'mean' and 'sum', [n] for 'none'
 * @throws Error when a shape does not fit or a class is not one
 */
export function crossEntropy(
  logits: Tensor,
  target: CrossEntropyTarget,
  reduction: Reduction = 'mean',
): Tensor {
  const [batch, classes] = sizes(logits, target);
  const cells = zeros([batch], 'float64');
  logSoftmax(logits.as('float64')).data.forEach((log, i) => {
    const n = Math.floor(i / classes);
    if (target instanceof Tensor) cells.data[n]! -= target.data[i]! * log;
    else if (i % classes === target[n]) cells.data[n] = -log;
  });
  return reduce(OP, cells, reduction).as(logits.dtype);
}

/**
 * dlogits = (p − y) · dy, divided by the batch once if the loss is a mean; p·Σy − y where the target's
 * probabilities do not add up to 1.
 *
 * @param dy shape [] or [n], as the loss; left out: 1
 * @throws Error when a shape does not fit or a class is not one
 */
export function crossEntropyBackward(
  logits: Tensor,
  target: CrossEntropyTarget,
  reduction: Reduction = 'mean',
  dy?: Tensor,
): Tensor {
  const [batch, classes] = sizes(logits, target);
  const upstream = reductionBackward(OP, [batch], batch, reduction, dy);
  const p = softmax(logits.as('float64'));
  const row = (i: number) => Math.floor(i / classes);
  const y = (i: number) =>
    target instanceof Tensor ? target.data[i]! : Number(i % classes === target[row(i)]);
  const mass = zeros([batch], 'float64');
  for (let i = 0; i < p.size; i++) mass.data[row(i)]! += y(i);
  return logits.map((_, i) => (p.data[i]! * mass.data[row(i)]! - y(i)) * upstream(row(i)));
}

function sizes(logits: Tensor, target: CrossEntropyTarget): [batch: number, classes: number] {
  checkRank(OP, 'logits', logits.shape, 'n, classes');
  const [batch, classes] = logits.shape as [number, number];
  if (classes < 1) reject(OP, 'the shape of logits', logits.shape, 'at least one class');
  if (target instanceof Tensor) {
    checkShape(OP, 'target', target, [batch, classes]);
    return [batch, classes];
  }
  if (target.length !== batch) reject(OP, 'the number of targets', target.length, `${batch}, one a sample`);
  for (let n = 0; n < batch; n++)
    if (!isWhole(target[n], 0, classes))
      reject(OP, `target ${n}`, target[n], `a whole number from 0 to ${classes - 1}`);
  return [batch, classes];
}
