import { NUMPY, TORCH } from '../../kit/activation/python.ts';
import { pythonList, pythonRows } from '../../kit/copy/python.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { DenseModel } from './model.ts';

/** W of one neuron is a matrix with one row. */
const matrix = (w: Tensor): string => pythonRows(w.data, w.shape.at(-1) ?? 1);

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode({ layers }: DenseModel): string {
  const steps = layers.map(
    ({ w, b, activation }, i) => `w = torch.tensor(${matrix(w)}, dtype=torch.float64)
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64)
z = F.linear(x, w, b)
x = ${activation ? TORCH[activation] : 'z'}
print("layer ${i + 1}:", z, x)
`,
  );
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${pythonList((layers[0] as (typeof layers)[number]).x.data)}, dtype=torch.float64)

${steps.join('\n')}`;
}

/** NumPy code that prints the numbers of the figure. */
export function numpyCode({ layers }: DenseModel): string {
  const steps = layers.map(
    ({ w, b, activation }, i) => `w = np.array(${matrix(w)}, dtype=float)
b = np.array(${pythonList(b.data)}, dtype=float)
z = w @ x + b
x = ${activation ? NUMPY[activation].g : 'z'}
print("layer ${i + 1}:", z, x)
`,
  );
  return `import numpy as np

x = np.array(${pythonList((layers[0] as (typeof layers)[number]).x.data)}, dtype=float)

${steps.join('\n')}`;
}
