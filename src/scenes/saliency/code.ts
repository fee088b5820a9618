import { FACTS } from '../../kit/digitPass/nodes.ts';
import { numpyNetwork, torchNetwork } from '../../kit/digitPass/python.ts';
import type { SaliencyModel } from './model.ts';

const bytesOf = ({ pixels }: SaliencyModel): string => `[${pixels.join(', ')}]`;

/** PyTorch code that prints the score's gradient for the picture, found by autograd, and the map of Grad-CAM. */
export function pytorchCode(model: SaliencyModel): string {
  const { label, of, params } = model;
  const { layer, averaged } = params;
  return `${torchNetwork(model.weights)}
image = (torch.tensor(${bytesOf(model)}, dtype=torch.float64) / 255).requires_grad_()
layers = network(image)
maps = layers["${layer}"]
maps.retain_grad()
logits = layers["logits"]
asked = ${of === 'score' ? 'logits' : 'F.softmax(logits, 1)'}[0, ${label}]
asked.backward()

weights = maps.grad${averaged ? '.mean((2, 3), keepdim=True)' : ''}
total = (weights * maps).sum(1)
print(logits)
print(image.grad)
print(total)
print(F.relu(total))
`;
}

/** The same in NumPy, the way back written out. */
export function numpyCode(model: SaliencyModel): string {
  const { label, of, params } = model;
  const { layer, averaged } = params;
  const slope =
    of === 'score'
      ? `dlogits = np.eye(10)[${label}]`
      : `shares = np.exp(logits - logits.max())
shares /= shares.sum()
dlogits = shares[${label}] * (np.eye(10)[${label}] - shares)`;
  return `${numpyNetwork(model.weights)}
layers = forward(np.array(${bytesOf(model)}) / 255)
logits = layers["logits"]
${slope}
grads = back(layers, dlogits)

weights = grads["${layer}"]${averaged ? '.mean((1, 2), keepdims=True)' : ''}
total = (weights * layers["${layer}"]).sum(0)
print(logits)
print(grads["image"].reshape(${FACTS.image.rows}, ${FACTS.image.cols}))
print(total)
print(np.maximum(0, total))
`;
}
