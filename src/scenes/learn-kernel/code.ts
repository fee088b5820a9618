import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { LearnModel } from './model.ts';
import type { LearnView } from './view.ts';

const stepsOf = ({ position, ranAway }: LearnView): number => ranAway ?? Math.floor(position);

/** PyTorch code that goes the same steps: autograd finds the gradients, `torch.optim` takes the steps. */
export function pytorchCode({ x, t, descent, params }: LearnModel, view: LearnView): string {
  const { shown, rate } = params;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}
t = ${torchTensor(t)}
w = ${torchTensor(descent.at(0).w)}.requires_grad_()
descent = torch.optim.SGD([w], lr=${rate})

def backward():
    descent.zero_grad()
    y = F.conv2d(x, w)
    y.retain_grad()
    loss = F.mse_loss(y, t)
    loss.backward()
    return y, loss

for _ in range(${stepsOf(view)}):
    backward()
    descent.step()

y, loss = backward()
print(loss.item())
print(w[0, 0])
print(w.grad[0, 0])
print(y.grad[${shown - 1}, 0])
`;
}

/** NumPy code that goes the same steps, with the sums written out. */
export function numpyCode({ x, t, descent, params }: LearnModel, view: LearnView): string {
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}[:, 0]
t = ${numpyArray(t)}[:, 0]
w = ${numpyArray(descent.at(0).w)}[0, 0]
out = t.shape[1]

def windows(u, v):
    """The pixels that weight (u, v) meets: one for each output."""
    return x[:, u : u + out, v : v + out]

def backward(w):
    y = sum(w[u, v] * windows(u, v) for u in range(3) for v in range(3))
    dy = 2 * (y - t) / t.size
    dw = np.array([[(dy * windows(u, v)).sum() for v in range(3)] for u in range(3)])
    return ((y - t) ** 2).mean(), dw

for _ in range(${stepsOf(view)}):
    w = w - ${params.rate} * backward(w)[1]

print(*backward(w), w, sep="\\n")
`;
}
