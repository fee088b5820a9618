import { pythonList, pythonRows } from '../../kit/copy/python.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { SharingModel } from './model.ts';
import type { SharingView } from './view.ts';

const matrix = (w: Tensor): string => pythonRows(w.data, w.shape[1] ?? 1);

/** PyTorch code that prints the numbers of the figure: the drawn layer as it stands, and the convolution. */
export function pytorchCode(model: SharingModel, { layer }: SharingView): string {
  return `import torch
import torch.nn.functional as F

real = dict(dtype=torch.float64)
x = torch.tensor(${pythonList(model.x.data)}, **real)
W = torch.tensor(${matrix(layer.w)}, **real)  # 0: the edge is cut
b = torch.tensor(${pythonList(layer.b.data)}, **real)
print("drawn:", F.linear(x, W, b))

w = torch.tensor(${pythonList(model.shared.data)}, requires_grad=True, **real)
c = torch.tensor(${pythonList(model.sharedBias.data)}, requires_grad=True, **real)
y = F.conv1d(x.reshape(1, 1, -1), w.reshape(1, 1, -1), c).reshape(-1)
y.backward(torch.tensor(${pythonList(model.dy.data)}, **real))
print("shared:", y.data, "gradients:", w.grad, c.grad)
`;
}

/** NumPy code that prints the numbers of the figure, with the sum over the edges written out. */
export function numpyCode(model: SharingModel, { layer }: SharingView): string {
  return `import numpy as np

x = np.array(${pythonList(model.x.data)}, dtype=float)
W = np.array(${matrix(layer.w)}, dtype=float)  # 0: the edge is cut
b = np.array(${pythonList(layer.b.data)}, dtype=float)
print("drawn:", W @ x + b)

w = np.array(${pythonList(model.shared.data)}, dtype=float)
c = ${model.sharedBias.data[0]}
dy = np.array(${pythonList(model.dy.data)}, dtype=float)
print("shared:", np.array([w @ x[o:o + len(w)] + c for o in range(len(dy))]))
dw = np.zeros_like(w)
for o in range(len(dy)):
    for u in range(len(w)):
        dw[u] += dy[o] * x[o + u]  # every edge that uses w[u] adds its product
print("gradients:", dw, dy.sum())
`;
}
