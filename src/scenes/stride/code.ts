import { pythonRows } from '../../kit/copy/python.ts';
import type { StrideModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode({ params, x, w }: StrideModel): string {
  const { stride, padding, dilation } = params;
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${pythonRows(x.data, x.shape.at(-1) ?? 1)}, dtype=torch.float64)[None, None]
w = torch.tensor(${pythonRows(w.data, w.shape.at(-1) ?? 1)}, dtype=torch.float64)[None, None]

y = F.conv2d(x, w, stride=${stride}, padding=${padding}, dilation=${dilation})
y1 = F.conv2d(x, w, stride=1, padding=${padding}, dilation=${dilation})

print(y[0, 0])
print(y1[0, 0])
print(torch.equal(y, y1[..., ::${stride}, ::${stride}]))
`;
}

/** NumPy code that prints the numbers of the figure, with the loops written out. */
export function numpyCode({ params, x, w }: StrideModel): string {
  return `import numpy as np

x = np.array(${pythonRows(x.data, x.shape.at(-1) ?? 1)}, dtype=float)
w = np.array(${pythonRows(w.data, w.shape.at(-1) ?? 1)}, dtype=float)
dilation = ${params.dilation}
padded = np.pad(x, ${params.padding})

def correlate(stride):
    span = dilation * (len(w) - 1) + 1
    out = (len(padded) - span) // stride + 1
    y = np.zeros((out, out))
    for oy in range(out):
        for ox in range(out):
            for ky in range(len(w)):
                for kx in range(len(w)):
                    y[oy, ox] += padded[oy * stride + ky * dilation, ox * stride + kx * dilation] * w[ky, kx]
    return y

y, y1 = correlate(${params.stride}), correlate(1)
print(y, y1, np.array_equal(y, y1[::${params.stride}, ::${params.stride}]), sep="\\n")
`;
}
