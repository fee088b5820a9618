import { pythonRows } from '../../kit/copy/python.ts';
import type { PaddingModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode(model: PaddingModel): string {
  const { params, before, after } = model;
  const mode = params.mode === 'zeros' ? 'constant' : params.mode;
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor(${pythonRows(model.x.data, model.x.shape.at(-1) ?? 1)}, dtype=torch.float64)[None, None].requires_grad_()
w = torch.tensor(${pythonRows(model.w.data, model.w.shape.at(-1) ?? 1)}, dtype=torch.float64)[None, None]

# left, right, top, bottom
padded = F.pad(x, (${before}, ${after}, ${before}, ${after}), mode="${mode}")
y = F.conv2d(padded, w, stride=${params.stride}, dilation=${params.dilation})

# how often each pixel is used: the gradient when all weights and all of dy are 1
F.conv2d(padded, torch.ones_like(w), stride=${params.stride}, dilation=${params.dilation}).sum().backward()

print(padded[0, 0].detach())
print(y[0, 0].detach())
print(x.grad[0, 0])
`;
}

const NUMPY_MODES = { zeros: 'constant', reflect: 'reflect', replicate: 'edge', circular: 'wrap' } as const;

/** NumPy code that prints the numbers of the figure, with the loops written out. */
export function numpyCode(model: PaddingModel): string {
  const { params, before, after, out } = model;
  return `import numpy as np

x = np.array(${pythonRows(model.x.data, model.x.shape.at(-1) ?? 1)}, dtype=float)
w = np.array(${pythonRows(model.w.data, model.w.shape.at(-1) ?? 1)}, dtype=float)
stride, dilation = ${params.stride}, ${params.dilation}
border = ((${before}, ${after}), (${before}, ${after}))

padded = np.pad(x, border, mode="${NUMPY_MODES[params.mode]}")
number = np.pad(np.arange(x.size).reshape(x.shape), border, mode="${NUMPY_MODES[params.mode]}"${
    params.mode === 'zeros' ? ', constant_values=-1' : ''
  })
y = np.zeros((${out}, ${out}))
uses = np.zeros(x.size)
for oy in range(${out}):
    for ox in range(${out}):
        for ky in range(w.shape[0]):
            for kx in range(w.shape[1]):
                row, col = oy * stride + ky * dilation, ox * stride + kx * dilation
                y[oy, ox] += padded[row, col] * w[ky, kx]
                if number[row, col] >= 0:
                    uses[number[row, col]] += 1

print(padded, y, uses.reshape(x.shape), sep="\\n")
`;
}
