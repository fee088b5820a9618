import { pythonRows } from '../../kit/copy/python.ts';
import type { ConvolutionModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode(model: ConvolutionModel): string {
  const { params, sides } = model;
  const [top, left, bottom, right] = sides;
  return `import torch
import torch.nn.functional as F

f64 = torch.float64
x = torch.tensor(${pythonRows(model.x.data, model.x.shape.at(-1) ?? 1)}, dtype=f64).reshape(1, 1, ${params.input}, ${params.input}).requires_grad_()
w = torch.tensor(${pythonRows(model.w.data, model.w.shape.at(-1) ?? 1)}, dtype=f64).reshape(1, 1, ${params.kernel}, ${params.kernel}).requires_grad_()
b = torch.tensor([${params.b}], dtype=f64).requires_grad_()

padded = F.pad(x, (${left}, ${right}, ${top}, ${bottom}))
y = F.conv2d(padded, w, b, stride=${params.stride}, dilation=${params.dilation})
dy = torch.tensor(${pythonRows(model.dy.data, model.dy.shape.at(-1) ?? 1)}, dtype=f64).reshape(y.shape)
y.backward(dy)

print(y[0, 0])
print(x.grad[0, 0])
print(w.grad[0, 0])
print(b.grad)
`;
}

/** NumPy code that prints the numbers of the figure, with the loops written out. */
export function numpyCode(model: ConvolutionModel): string {
  const { params, sides } = model;
  const [top, left, bottom, right] = sides;
  return `import numpy as np

x = np.array(${pythonRows(model.x.data, model.x.shape.at(-1) ?? 1)}, dtype=float)
w = np.array(${pythonRows(model.w.data, model.w.shape.at(-1) ?? 1)}, dtype=float)
b = ${params.b}
dy = np.array(${pythonRows(model.dy.data, model.dy.shape.at(-1) ?? 1)}, dtype=float)
stride, dilation = ${params.stride}, ${params.dilation}

padded = np.pad(x, ((${top}, ${bottom}), (${left}, ${right})))
y = np.zeros(${JSON.stringify([model.out, model.out])})
dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), 0.0
for oy in range(y.shape[0]):
    for ox in range(y.shape[1]):
        for ky in range(w.shape[0]):
            for kx in range(w.shape[1]):
                row, col = oy * stride + ky * dilation, ox * stride + kx * dilation
                y[oy, ox] += padded[row, col] * w[ky, kx]
                dpadded[row, col] += dy[oy, ox] * w[ky, kx]
                dw[ky, kx] += dy[oy, ox] * padded[row, col]
        y[oy, ox] += b
        db += dy[oy, ox]
dx = dpadded[${top}:${top} + x.shape[0], ${left}:${left} + x.shape[1]]

print(y, dx, dw, db, sep="\\n")
`;
}
