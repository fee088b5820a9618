import { pythonList, pythonNumber } from '../../kit/copy/python.ts';
import { ADAM } from './lines.ts';
import type { DescentModel } from './model.ts';
import { startOf } from './parameters.ts';

/** The examples of each update, where each is one; the loss then reads `x[i]` and `t[i]`. */
function drawn({ path, params, landscape }: DescentModel): string | null {
  if (!params.single || landscape.examples === 0) return null;
  return pythonList(path.updates.map(({ example }) => example ?? 0));
}

/** PyTorch code that walks the path of the figure: autograd finds the slopes, torch.optim takes the steps. */
export function pytorchCode(model: DescentModel): string {
  const { params, landscape, path } = model;
  const { rate, mu, optimizer } = params;
  const { data, loss } = landscape.python;
  const order = drawn(model);
  const made = {
    sgd: `SGD([w], lr=${rate})`,
    momentum: `SGD([w], lr=${rate}, momentum=${mu})  # V = mu V + grad, w = w - lr V`,
    adam: `Adam([w], lr=${rate})`,
  }[optimizer];
  const tensors = data?.replace(/= (\[.*\])/g, '= torch.tensor($1, dtype=torch.float64)');
  return `import torch
${loss.startsWith('F.') ? 'import torch.nn.functional as F\n' : ''}
torch.set_printoptions(precision=16)
w = torch.tensor(${pythonList(startOf(params))}, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.${made}
${tensors ? `${tensors}\n` : ''}

def loss(w${data ? ', x, t' : ''}):
    return ${loss}

${order ? `\norder = ${order}` : ''}
slopes = []
for k in range(${path.updates.length}):
    optimizer.zero_grad()
${data ? `    ${order ? 'i = order[k]\n    loss(w, x[i : i + 1], t[i : i + 1])' : 'loss(w, x, t)'}.backward()` : '    loss(w).backward()'}
    print(k, w.tolist())
    slopes.append(w.grad.clone())
    optimizer.step()
print(${path.updates.length}, w.tolist())
print(torch.stack(slopes, 1))
`;
}

const STEPS = {
  sgd: () => '    w = w - rate * g',
  momentum: () => '    V = mu * V + g\n    w = w - rate * V',
  adam: () => `    E = ${ADAM.beta1} * E + (1 - ${ADAM.beta1}) * g
    Q = ${ADAM.beta2} * Q + (1 - ${ADAM.beta2}) * g * g
    mean, square = E / (1 - ${ADAM.beta1} ** (k + 1)), Q / (1 - ${ADAM.beta2} ** (k + 1))
    w = w - rate * mean / (np.sqrt(square) + ${ADAM.eps})`,
} as const;

/** The same in NumPy, with the slopes and the steps written out. */
export function numpyCode(model: DescentModel): string {
  const { params, landscape, path } = model;
  const { rate, mu, optimizer } = params;
  const { data, gradient } = landscape.python;
  const order = drawn(model);
  const arrays = data?.replace(/= (\[.*\])/g, '= np.array($1, dtype=float)');
  const call = data
    ? order
      ? 'gradient(w, x[[order[k]]], t[[order[k]]])'
      : 'gradient(w, x, t)'
    : 'gradient(w)';
  return `import numpy as np

w = np.array(${pythonList(startOf(params))}, dtype=float)
rate = ${pythonNumber(rate)}
${{ sgd: '', momentum: `mu, V = ${mu}, 0 * w\n`, adam: 'E, Q = 0 * w, 0 * w\n' }[optimizer]}${arrays ? `${arrays}\n` : ''}${order ? `order = ${order}\n` : ''}

def gradient(w${data ? ', x, t' : ''}):
    return ${gradient}


for k in range(${path.updates.length}):
    g = ${call}
    print(k, w.tolist(), g.tolist())
${STEPS[optimizer]()}
print(${path.updates.length}, w.tolist())
`;
}
