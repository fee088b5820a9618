import { storedFloats } from '../../kit/copy/python.ts';
import { NODES } from '../../kit/digitPass/nodes.ts';
import { NUMPY_LAYERS } from '../../kit/digitPass/python.ts';
import type { PassModel } from './model.ts';
import type { NetworkView } from './view.ts';
import { WEIGHTS, type Weight } from './weights.ts';

const weightsText = ({ weights }: PassModel): string =>
  storedFloats(weights.flatMap(({ data }) => [...data]));
const sizesOf = ({ weights }: PassModel): string => weights.map(({ size }) => size).join(', ');
const bytesOf = ({ pixels }: PassModel): string => `[${pixels.join(', ')}]`;
/** Where a pinned weight stands among all the stored numbers. */
function storedAt({ weights }: PassModel, weight: Weight): number {
  const before = weights.slice(0, WEIGHTS.indexOf(weight.name));
  return before.reduce((sum, { size }) => sum + size, weight.offset);
}

const isRow = ({ subject }: NetworkView): boolean => subject.node === 'logits' || subject.node === 'probs';
const placeOf = (view: NetworkView): string => {
  const { plane, row, col } = view.subject.spot;
  return isRow(view) ? `0, ${row}` : `0, ${plane}, ${row}, ${col}`;
};

/** PyTorch code that builds the same network, prints its scores and the number of the figure, and by autograd their gradients. */
export function pytorchCode(model: PassModel, view: NetworkView): string {
  const { node, weight } = view.subject;
  const at = weight && storedAt(model, weight);
  const asked =
    at !== null
      ? `print(stored[${at}])\nprint(stored.grad[${at}])\n`
      : `print(${node}[${placeOf(view)}])\n${node === 'probs' ? '' : `print(${node}.grad[${placeOf(view)}])\n`}`;
  return `import base64, struct
import torch
import torch.nn.functional as F

torch.set_printoptions(precision=16, sci_mode=False)

stored = torch.tensor(${weightsText(model)}, dtype=torch.float64, requires_grad=True)
w1, b1, w2, b2, w3, b3 = stored.split([${sizesOf(model)}])

image = torch.tensor(${bytesOf(model)}, dtype=torch.float64) / 255
image = image.reshape(1, 1, 28, 28).requires_grad_()
conv1 = F.conv2d(image, w1.reshape(8, 1, 5, 5), b1, padding=2)
relu1 = F.relu(conv1)
pool1 = F.max_pool2d(relu1, 2)
conv2 = F.conv2d(pool1, w2.reshape(16, 8, 5, 5), b2, padding=2)
relu2 = F.relu(conv2)
pool2 = F.max_pool2d(relu2, 2)
logits = F.linear(pool2.flatten(1), w3.reshape(10, 784), b3)
probs = F.softmax(logits, 1)
for layer in [${NODES.slice(1, -1).join(', ')}]:
    layer.retain_grad()
loss = F.cross_entropy(logits, torch.tensor([${model.label}]))
loss.backward()

print(logits)
print(loss)
${asked}print(logits.grad)
print(pool2.grad.flatten())
`;
}

/** The same in NumPy, the way back written out. */
export function numpyCode(model: PassModel, view: NetworkView): string {
  const { node, isBack, weight } = view.subject;
  const at = weight && storedAt(model, weight);
  const name = isBack ? `d${node}` : node;
  const asked =
    at !== null
      ? `grads = [np.einsum("fij,cijuv->fcuv", dconv1, windows(image)), dconv1.sum((1, 2)),
         np.einsum("fij,cijuv->fcuv", dconv2, windows(pool1)), dconv2.sum((1, 2)),
         np.outer(dlogits, pool2), dlogits]
print(stored[${at}], np.concatenate([g.ravel() for g in grads])[${at}])\n`
      : `print(${name}[${isRow(view) ? view.subject.spot.row : placeOf(view).slice(3)}])\n`;
  return `import base64, struct
import numpy as np

stored = np.array(${weightsText(model)})
parts = np.split(stored, np.cumsum([${sizesOf(model)}])[:-1])
w1, b1, w2, b2, w3, b3 = parts
w1, w2, w3 = w1.reshape(8, 1, 5, 5), w2.reshape(16, 8, 5, 5), w3.reshape(10, 784)

${NUMPY_LAYERS}
image = np.array(${bytesOf(model)}).reshape(1, 28, 28) / 255
conv1 = conv(image, w1, b1)
relu1 = np.maximum(0, conv1)
pool1 = blocks(relu1).max(3)
conv2 = conv(pool1, w2, b2)
relu2 = np.maximum(0, conv2)
pool2 = blocks(relu2).max(3)
logits = w3 @ pool2.reshape(784) + b3
probs = np.exp(logits - logits.max())
probs /= probs.sum()

dlogits = probs - np.eye(10)[${model.label}]
dpool2 = (dlogits @ w3).reshape(16, 7, 7)
drelu2 = pool_back(dpool2, relu2)
dconv2 = drelu2 * (conv2 > 0)
dpool1 = conv_back(dconv2, w2)
drelu1 = pool_back(dpool1, relu1)
dconv1 = drelu1 * (conv1 > 0)
dimage = conv_back(dconv1, w1)

print(logits, -np.log(probs[${model.label}]))
${asked}`;
}
