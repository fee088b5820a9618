import { NODES } from '../../kit/digitPass/nodes.ts';
import { numpyNetwork, torchNetwork } from '../../kit/digitPass/python.ts';
import { WEIGHTS, type Weight } from '../../kit/digitPass/weights.ts';
import type { PassModel } from './model.ts';
import type { NetworkView } from './view.ts';

const bytesOf = ({ pixels }: PassModel): string => `[${pixels.join(', ')}]`;

/** Where a pinned weight stands among all the stored numbers. */
function storedAt({ weights }: PassModel, weight: Weight): number {
  const before = weights.slice(0, WEIGHTS.indexOf(weight.name));
  return before.reduce((sum, { size }) => sum + size, weight.offset);
}

const isRow = ({ subject }: NetworkView): boolean => subject.node === 'logits' || subject.node === 'probs';
const placeOf = (view: NetworkView): string => {
  const { plane, row, col } = view.subject.spot;
  return isRow(view) ? String(row) : `${plane}, ${row}, ${col}`;
};

/** PyTorch code that builds the same network, prints its scores and the number of the figure, and by autograd their gradients. */
export function pytorchCode(model: PassModel, view: NetworkView): string {
  const { node, weight } = view.subject;
  const at = weight && storedAt(model, weight);
  const place = placeOf(view);
  const asked =
    at !== null
      ? `print(stored[${at}])\nprint(stored.grad[${at}])\n`
      : `print(layers["${node}"][0, ${place}])\n${node === 'probs' ? '' : `print(layers["${node}"].grad[0, ${place}])\n`}`;
  return `${torchNetwork(model.weights, { withGradients: true })}
image = torch.tensor(${bytesOf(model)}, dtype=torch.float64) / 255
image = image.reshape(1, 1, 28, 28).requires_grad_()
layers = dict(image=image, **network(image))
logits = layers["logits"]
for layer in layers.values():
    layer.retain_grad()
loss = F.cross_entropy(logits, torch.tensor([${model.label}]))
loss.backward()
layers["probs"] = F.softmax(logits, 1)

print(logits)
print(loss)
${asked}print(logits.grad)
print(layers["pool2"].grad.flatten())
`;
}

/** The gradients of the stored weights, in their order. */
const WEIGHT_GRADIENTS = `flat = layers["pool2"].reshape(784)
slopes = [np.einsum("fij,cijuv->fcuv", grads["conv1"], windows(image)), grads["conv1"].sum((1, 2)),
          np.einsum("fij,cijuv->fcuv", grads["conv2"], windows(layers["pool1"])), grads["conv2"].sum((1, 2)),
          np.outer(dlogits, flat), dlogits]`;

/** The same in NumPy, the way back written out. */
export function numpyCode(model: PassModel, view: NetworkView): string {
  const { node, isBack, weight } = view.subject;
  const at = weight && storedAt(model, weight);
  const place = placeOf(view);
  const isSlope = isBack && NODES.indexOf(node) < NODES.indexOf('logits');
  const asked =
    at !== null
      ? `${WEIGHT_GRADIENTS}
print(stored[${at}], np.concatenate([g.ravel() for g in slopes])[${at}])\n`
      : isBack && isRow(view)
        ? `print(dlogits[${place}])\n`
        : `print(${isSlope ? 'grads' : 'layers'}["${node}"][${place}])\n`;
  return `${numpyNetwork(model.weights)}
image = np.array(${bytesOf(model)}).reshape(1, 28, 28) / 255
layers = dict(image=image, **forward(image))
logits = layers["logits"]
probs = layers["probs"] = np.exp(logits - logits.max()) / np.exp(logits - logits.max()).sum()
dlogits = probs - np.eye(10)[${model.label}]
grads = back(layers, dlogits)

print(logits, -np.log(probs[${model.label}]))
${asked}`;
}
