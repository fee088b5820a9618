import type { Tensor } from '../../tensor/tensor.ts';
import type { VolumeModel } from './model.ts';

/** A tensor as nested Python lists, one row of its last axis a line. */
function listing(tensor: Tensor): string {
  const cols = tensor.shape.at(-1) ?? 1;
  const rows: string[] = [];
  for (let i = 0; i < tensor.size; i += cols)
    rows.push(Array.from(tensor.data.slice(i, i + cols)).join(', '));
  return `[${rows.join(',\n    ')}]`;
}

const shape = (tensor: Tensor): string => tensor.shape.join(', ');

/** PyTorch code that prints the maps of the figure. */
export function pytorchCode({ x, w, b, params }: VolumeModel): string {
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor(${listing(x)}, dtype=torch.float64).reshape(${shape(x)})  # sample, channel, row, column
w = torch.tensor(${listing(w)}, dtype=torch.float64).reshape(${shape(w)})  # filter, channel, row, column
b = torch.tensor(${listing(b)}, dtype=torch.float64)  # one bias a filter

y = F.conv2d(x, w, b, groups=${params.groups})
print(y[0])
`;
}

/** NumPy code that prints the maps of the figure, with the loops written out. */
export function numpyCode({ x, w, b, y, params, depth }: VolumeModel): string {
  return `import numpy as np

x = np.array(${listing(x)}, dtype=float).reshape(${x.shape.slice(1).join(', ')})
w = np.array(${listing(w)}, dtype=float).reshape(${shape(w)})
b = np.array(${listing(b)}, dtype=float)

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
