import { pythonList, pythonRows } from '../../figures/python.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { VolumeModel } from './model.ts';

const shape = (tensor: Tensor): string => tensor.shape.join(', ');

/** PyTorch code that prints the maps of the figure. */
export function pytorchCode({ x, w, b, params }: VolumeModel): string {
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor(${pythonRows(x.data, x.shape.at(-1) ?? 1)}, dtype=torch.float64).reshape(${shape(x)})  # sample, channel, row, column
w = torch.tensor(${pythonRows(w.data, w.shape.at(-1) ?? 1)}, dtype=torch.float64).reshape(${shape(w)})  # filter, channel, row, column
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64)  # one bias a filter

y = F.conv2d(x, w, b, groups=${params.groups})
print(y[0])
`;
}

/** NumPy code that prints the maps of the figure, with the loops written out. */
export function numpyCode({ x, w, b, y, params, depth }: VolumeModel): string {
  return `import numpy as np

x = np.array(${pythonRows(x.data, x.shape.at(-1) ?? 1)}, dtype=float).reshape(${x.shape.slice(1).join(', ')})
w = np.array(${pythonRows(w.data, w.shape.at(-1) ?? 1)}, dtype=float).reshape(${shape(w)})
b = np.array(${pythonList(b.data)}, dtype=float)

y = np.zeros((${y.shape.slice(1).join(', ')}))
k = ${params.kernel}
for f in range(y.shape[0]):
    first = f // ${params.filters / params.groups} * ${depth}  # the first channel of its group
    for i in range(y.shape[1]):
        for j in range(y.shape[2]):
            sums = [(x[first + c, i:i + k, j:j + k] * w[f, c]).sum() for c in range(${depth})]
            y[f, i, j] = sum(sums) + b[f]
print(y)
`;
}
