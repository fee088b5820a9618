import type { Tensor } from '../../tensor/tensor.ts';
import { LEAK } from './bend.ts';
import type { Bend, LayerModel } from './model.ts';

interface Place {
  readonly row: number;
  readonly col: number;
}

/** The numbers of a tensor as a flat Python list, `width` a line. */
function listing({ data }: Tensor, width: number): string {
  const lines: string[] = [];
  for (let i = 0; i < data.length; i += width) lines.push(Array.from(data.slice(i, i + width)).join(', '));
  return `[${lines.join(',\n    ')}]`;
}

/** The digit in its own whole numbers, 0 … 255. */
const ink = ({ x }: LayerModel): string => {
  const rows: string[] = [];
  for (let i = 0; i < x.size; i += 28)
    rows.push(Array.from(x.data.slice(i, i + 28), (value) => Math.round(value * 255)).join(','));
  return `[${rows.join(',\n    ')}]`;
};

const TORCH: Readonly<Record<Bend, string>> = {
  relu: 'F.relu(z)',
  leakyRelu: `F.leaky_relu(z, ${LEAK})`,
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  none: 'z',
};

const NUMPY: Readonly<Record<Bend, string>> = {
  relu: 'np.maximum(0, z)',
  leakyRelu: `np.maximum(z, ${LEAK} * z)`,
  sigmoid: '1 / (1 + np.exp(-z))',
  tanh: 'np.tanh(z)',
  none: 'z',
};

/** PyTorch code that prints the number of the figure and the layer's counts. */
export function pytorchCode(model: LayerModel, { row, col }: Place): string {
  const { params, k } = model;
  const place = `0, ${params.filter}, ${row}, ${col}`;
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor(${ink(model)}, dtype=torch.float64).reshape(1, 1, 28, 28) / 255
w = torch.tensor(${listing(model.w, k)}, dtype=torch.float64).reshape(${params.filters}, 1, ${k}, ${k})
b = torch.tensor(${listing(model.b, 8)}, dtype=torch.float64)

z = F.conv2d(x, w, b, stride=${params.stride}, padding=${params.padding})
a = ${TORCH[params.activation]}

print(z.shape, w.numel() + b.numel())
print(z[${place}], a[${place}])
print((a == 0).sum(), a.numel())
`;
}

/** The same in NumPy, with the loop over places written out. */
export function numpyCode(model: LayerModel, { row, col }: Place): string {
  const { params, k, out } = model;
  const place = `${params.filter}, ${row}, ${col}`;
  return `import numpy as np

x = np.array(${ink(model)}).reshape(28, 28) / 255
w = np.array(${listing(model.w, k)}, dtype=float).reshape(${params.filters}, ${k}, ${k})
b = np.array(${listing(model.b, 8)}, dtype=float)
stride = ${params.stride}

padded = np.pad(x, ${params.padding})
z = np.zeros((${params.filters}, ${out}, ${out}))
for f in range(len(w)):
    for i in range(${out}):
        for j in range(${out}):
            window = padded[i * stride:i * stride + ${k}, j * stride:j * stride + ${k}]
            z[f, i, j] = (window * w[f]).sum() + b[f]
a = ${NUMPY[params.activation]}

print(z.shape, w.size + b.size)
print(z[${place}], a[${place}])
print((a == 0).sum(), a.size)
`;
}
