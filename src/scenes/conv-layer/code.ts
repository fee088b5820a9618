import { NUMPY, TORCH } from '../../kit/activation/python.ts';
import { numpyArray, pythonList, torchTensor } from '../../kit/copy/python.ts';
import { LEAK } from './bend.ts';
import type { LayerModel } from './model.ts';
import type { Bend } from './parameters.ts';
import type { LayerView } from './view.ts';

/** The digit in its own whole numbers, 0 … 255; a small input as it is. */
function inputOf({ x, isSmall, side }: LayerModel, library: 'torch' | 'np'): string {
  if (isSmall) return library === 'torch' ? torchTensor(x) : numpyArray(x);
  const rows: string[] = [];
  for (let i = 0; i < x.size; i += side)
    rows.push(Array.from(x.data.slice(i, i + side), (value) => Math.round(value * 255)).join(','));
  const list = `[${rows.join(',\n    ')}]`;
  return library === 'torch'
    ? `torch.tensor(${list}, dtype=torch.float64).reshape(1, 1, ${side}, ${side}) / 255`
    : `np.array(${list}).reshape(1, 1, ${side}, ${side}) / 255`;
}

/** The slope of the leaky ReLU has a name in the code. */
const alphaOf = (bend: Bend): string => (bend === 'leakyRelu' ? `alpha = ${LEAK}\n` : '');

/** PyTorch code that prints the number of the figure and the layer's counts. */
export function pytorchCode(model: LayerModel, { at }: LayerView): string {
  const { params, w, b } = model;
  const bend = params.activation;
  const place = `0, ${at.filter}, ${at.row}, ${at.col}`;
  return `import torch
import torch.nn.functional as F

x = ${inputOf(model, 'torch')}
w = ${torchTensor(w)}
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64)

z = F.conv2d(x, w, b, stride=${params.stride}, padding=${params.padding})
${alphaOf(bend)}a = ${bend === 'none' ? 'z' : TORCH[bend]}

print(z.shape, w.numel() + b.numel())
print(z[${place}], a[${place}])
print((a == 0).sum(), a.numel())
`;
}

/** The same in NumPy, with the loop over places written out. */
export function numpyCode(model: LayerModel, { at }: LayerView): string {
  const { params, w, b, k, out } = model;
  const bend = params.activation;
  const place = `${at.filter}, ${at.row}, ${at.col}`;
  const p = params.padding;
  return `import numpy as np

x = ${inputOf(model, 'np')}
w = ${numpyArray(w)}
b = np.array(${pythonList(b.data)}, dtype=float)
stride = ${params.stride}

padded = np.pad(x[0], ((0, 0), (${p}, ${p}), (${p}, ${p})))
z = np.zeros((len(w), ${out}, ${out}))
for f in range(len(w)):
    for i in range(${out}):
        for j in range(${out}):
            window = padded[:, i * stride:i * stride + ${k}, j * stride:j * stride + ${k}]
            z[f, i, j] = (window * w[f]).sum() + b[f]
${alphaOf(bend)}a = ${bend === 'none' ? 'z' : NUMPY[bend].g}

print(z.shape, w.size + b.size)
print(z[${place}], a[${place}])
print((a == 0).sum(), a.size)
`;
}
