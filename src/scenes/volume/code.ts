import { numpyArray, pythonList, torchTensor } from '../../kit/copy/python.ts';
import type { VolumeModel } from './model.ts';

/** PyTorch code that prints the maps of the figure. */
export function pytorchCode({ x, w, b, params }: VolumeModel): string {
  return `import torch
import torch.nn.functional as F

x = ${torchTensor(x)}  # sample, channel, row, column
w = ${torchTensor(w)}  # filter, channel, row, column
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64)  # one bias a filter

y = F.conv2d(x, w, b, groups=${params.groups})
print(y[0])
`;
}

/** NumPy code that prints the maps of the figure, with the loops written out. */
export function numpyCode({ x, w, b, y, params, depth }: VolumeModel): string {
  return `import numpy as np

x = ${numpyArray(x)}[0]
w = ${numpyArray(w)}
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
