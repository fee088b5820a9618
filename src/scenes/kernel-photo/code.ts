import { pythonRows } from '../../kit/copy/python.ts';
import type { KernelPhotoModel } from './model.ts';
import type { KernelPhotoView } from './view.ts';

/** PyTorch code that prints the number of this place, and says how to do the whole picture. */
export function pytorchCode(model: KernelPhotoModel, { patch, place }: KernelPhotoView): string {
  const { k, params, w } = model;
  const isTurned = params.operation === 'convolution';
  return `import torch
import torch.nn.functional as F

# the window of the picture at row ${place.row}, column ${place.col}
x = torch.tensor(${pythonRows(patch, k)}, dtype=torch.float64).reshape(1, 1, ${k}, ${k})
w = torch.tensor(${pythonRows(w.data, k)}, dtype=torch.float64).reshape(1, 1, ${k}, ${k})
b = torch.tensor([${params.b}], dtype=torch.float64)
${isTurned ? 'w = w.flip(2, 3)  # conv2d correlates; convolution turns the kernel by 180 degrees\n' : ''}
print(F.conv2d(x, w, b).item())
# the whole picture: x of shape (planes, 1, height, width), one plane a channel
`;
}

/** NumPy code that prints the number of this place. */
export function numpyCode(model: KernelPhotoModel, { patch, place }: KernelPhotoView): string {
  const { k, params, w } = model;
  const isTurned = params.operation === 'convolution';
  return `import numpy as np

# the window of the picture at row ${place.row}, column ${place.col}
x = np.array(${pythonRows(patch, k)}, dtype=float)
w = np.array(${pythonRows(w.data, k)}, dtype=float)
b = ${params.b}
${isTurned ? 'w = w[::-1, ::-1]  # turned by 180 degrees\n' : ''}
print((x * w).sum() + b)
`;
}
