import type { Tensor } from '../../tensor/tensor.ts';
import type { Layer } from './layer.ts';
import type { SharingModel } from './model.ts';

function listing(values: ArrayLike<number>, cols = values.length): string {
  const all = Array.from(values);
  if (cols === all.length) return `[${all.join(', ')}]`;
  const rows: string[] = [];
  for (let i = 0; i < all.length; i += cols) rows.push(`[${all.slice(i, i + cols).join(', ')}]`);
  return `[${rows.join(',\n     ')}]`;
}

const matrix = (w: Tensor): string => listing(w.data, w.shape[1]);

/** PyTorch code that prints the numbers of the figure: the drawn layer as it stands, and the convolution. */
export function pytorchCode(model: SharingModel, layer: Layer): string {
  return `import torch
import torch.nn.functional as F

real = dict(dtype=torch.float64)
x = torch.tensor(${listing(model.x.data)}, **real)
W = torch.tensor(${matrix(layer.w)}, **real)  # 0: the edge is cut
b = torch.tensor(${listing(layer.b.data)}, **real)
print("drawn:", F.linear(x, W, b))

w = torch.tensor(${listing(model.shared.data)}, requires_grad=True, **real)
c = torch.tensor(${listing(model.sharedBias.data)}, requires_grad=True, **real)
y = F.conv1d(x.reshape(1, 1, -1), w.reshape(1, 1, -1), c).reshape(-1)
y.backward(torch.tensor(${listing(model.dy.data)}, **real))
print("shared:", y.data, "gradients:", w.grad, c.grad)
`;
}

/** NumPy code that prints the numbers of the figure, with the sum over the edges written out. */
export function numpyCode(model: SharingModel, layer: Layer): string {
  return `import numpy as np

x = np.array(${listing(model.x.data)}, dtype=float)
W = np.array(${matrix(layer.w)}, dtype=float)  # 0: the edge is cut
b = np.array(${listing(layer.b.data)}, dtype=float)
print("drawn:", W @ x + b)

w = np.array(${listing(model.shared.data)}, dtype=float)
c = ${model.sharedBias.data[0]}
dy = np.array(${listing(model.dy.data)}, dtype=float)
print("shared:", np.array([w @ x[o:o + len(w)] + c for o in range(len(dy))]))
dw = np.zeros_like(w)
for o in range(len(dy)):
    for u in range(len(w)):
        dw[u] += dy[o] * x[o + u]  # every edge that uses w[u] adds its product
print("gradients:", dw, dy.sum())
`;
}
