import { pythonRows } from '../../kit/copy/python.ts';
import type { PixelModel } from './model.ts';
import type { PixelView } from './view.ts';

const indexText = ({ entry }: PixelView): string => `${entry.n}, ${entry.c}, ${entry.h}, ${entry.w}`;

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode(model: PixelModel, view: PixelView): string {
  const { size, batch } = model.params;
  return `import torch

# red, green and blue matrix of every picture, row by row
x = torch.tensor(${pythonRows(model.x.data, model.params.size)}, dtype=torch.float64).reshape(${batch}, 3, ${size}, ${size})
print(x.shape)                      # N, C, H, W
print(x[${indexText(view)}])               # the number that is followed
print(x[${indexText(view)}] / 255)

nchw = x.flatten()                  # channels first
nhwc = x.permute(0, 2, 3, 1).flatten()  # channels last
print(nchw[${view.address.nchw}], nhwc[${view.address.nhwc}])         # the same number, at two addresses
print(nchw)
print(nhwc)

grey = 0.299 * x[:, 0] + 0.587 * x[:, 1] + 0.114 * x[:, 2]
print(grey[${view.entry.n}, ${view.entry.h}, ${view.entry.w}])
`;
}

/** NumPy code that prints the numbers of the figure. */
export function numpyCode(model: PixelModel, view: PixelView): string {
  const { size, batch } = model.params;
  const { n, c, h, w } = view.entry;
  return `import numpy as np

# red, green and blue matrix of every picture, row by row
x = np.array(${pythonRows(model.x.data, model.params.size)}, dtype=np.uint8).reshape(${batch}, 3, ${size}, ${size})
N, C, H, W = x.shape
n, c, h, w = ${n}, ${c}, ${h}, ${w}
print(x[n, c, h, w], x[n, c, h, w] / 255)

nchw = x.ravel()
nhwc = x.transpose(0, 2, 3, 1).ravel()
first = ((n * C + c) * H + h) * W + w
last = ((n * H + h) * W + w) * C + c
print(first, nchw[first])
print(last, nhwc[last])
print(nchw, nhwc, sep="\\n")

grey = 0.299 * x[:, 0] + 0.587 * x[:, 1] + 0.114 * x[:, 2]
print(grey[n, h, w])
`;
}
