import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { CheckModel } from './model.ts';
import type { CheckView } from './view.ts';
import { placeOf } from './view.ts';

/** The index of the nudged number in its tensor, as Python writes it. */
function indexText({ name, at }: CheckView): string {
  const { plane, row, col } = placeOf(name, name, at);
  if (name === 'x') return `${plane}, 0, ${row}, ${col}`;
  if (name === 'w') return `0, 0, ${row}, ${col}`;
  return name === 'b' ? '0' : `${row}, ${col}`;
}

/** PyTorch code that prints the gradients of the network, by autograd, and the central difference of one number. */
export function pytorchCode({ network, params }: CheckModel, view: CheckView): string {
  const { x, w, b, W } = network;
  const index = indexText(view);
  return `${TORCH_HEAD}
x = ${torchTensor(x)}.requires_grad_()
w = ${torchTensor(w)}.requires_grad_()
b = torch.tensor([${b.data[0]}], dtype=torch.float64).requires_grad_()
W = ${torchTensor(W)}.requires_grad_()
t = torch.tensor([0, 1])


def loss(x, w, b, W):
    a = F.relu(F.conv2d(x, w, b, stride=2, padding=1))
    p = F.max_pool2d(a, 2, stride=1).flatten(1)
    return F.cross_entropy(p @ W.T, t)


loss(x, w, b, W).backward()
print(x.grad, w.grad, b.grad, W.grad, sep="\\n")

# one number, nudged both ways, in ${params.format}
eps = 1e${params.exponent}
with torch.no_grad():
    net = {name: t.${params.format === 'float64' ? 'double' : 'float'}().clone() for name, t in dict(x=x, w=w, b=b, W=W).items()}
    theta = net["${view.name}"][${index}].item()
    net["${view.name}"][${index}] = theta + eps
    above = loss(**net).item()
    net["${view.name}"][${index}] = theta - eps
    below = loss(**net).item()
print(above, below, (above - below) / (2 * eps))
`;
}

/** NumPy code that finds every gradient without a pass backwards: two passes forwards a number. */
export function numpyCode({ network, params }: CheckModel): string {
  const { x, w, b, W } = network;
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}
w = ${numpyArray(w)}
b = np.array([${b.data[0]}], dtype=float)
W = ${numpyArray(W)}
classes = [0, 1]
net = [t.astype(np.${params.format}) for t in (x, w, b, W)]
eps = 1e${params.exponent}


def loss(x, w, b, W):
    padded = np.pad(x[:, 0], ((0, 0), (1, 1), (1, 1)))
    z = np.stack([
        [[(p[2 * i : 2 * i + 3, 2 * j : 2 * j + 3] * w[0, 0]).sum() + b[0] for j in range(3)] for i in range(3)]
        for p in padded
    ])
    a = np.maximum(z, 0)
    pooled = np.maximum(np.maximum(a[:, :-1, :-1], a[:, :-1, 1:]), np.maximum(a[:, 1:, :-1], a[:, 1:, 1:]))
    logits = pooled.reshape(2, 4) @ W.T
    logits = logits - logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -np.mean([log_p[n, k] for n, k in enumerate(classes)])


for t in net:
    slopes = np.zeros(t.shape)
    for i in np.ndindex(*t.shape):
        theta = t[i]
        t[i] = theta + eps
        above = float(loss(*net))
        t[i] = theta - eps
        below = float(loss(*net))
        t[i] = theta
        slopes[i] = (above - below) / (2 * eps)
    print(slopes)
`;
}
