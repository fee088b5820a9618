import type { Tensor } from '../../tensor/tensor.ts';
import type { DenseModel } from './model.ts';

/** A matrix or a vector as a Python list. */
function listing({ shape, data }: Tensor): string {
  const cols = shape[shape.length - 1] as number;
  const rows: string[] = [];
  for (let i = 0; i < data.length; i += cols)
    rows.push(`[${Array.from(data.slice(i, i + cols)).join(', ')}]`);
  return shape.length === 1 || shape[0] === 1
    ? (rows[0] as string)
    : `[${rows.join(',\n                   ')}]`;
}

/** W of one neuron is a matrix with one row. */
const matrix = (w: Tensor): string => (w.shape[0] === 1 ? `[${listing(w)}]` : listing(w));

const TORCH = { relu: 'torch.relu', sigmoid: 'torch.sigmoid', tanh: 'torch.tanh' } as const;
const NUMPY = {
  relu: 'np.maximum(0, z)',
  sigmoid: '1 / (1 + np.exp(-z))',
  tanh: 'np.tanh(z)',
} as const;
type Named = keyof typeof TORCH;

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode({ layers }: DenseModel): string {
  const steps = layers.map(
    ({ w, b, activation }, i) => `w = torch.tensor(${matrix(w)}, dtype=torch.float64)
b = torch.tensor(${listing(b)}, dtype=torch.float64)
z = F.linear(x, w, b)
x = ${activation ? `${TORCH[activation as Named]}(z)` : 'z'}
print("layer ${i + 1}:", z, x)
`,
  );
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${listing((layers[0] as (typeof layers)[number]).x)}, dtype=torch.float64)

${steps.join('\n')}`;
}

/** NumPy code that prints the numbers of the figure. */
export function numpyCode({ layers }: DenseModel): string {
  const steps = layers.map(
    ({ w, b, activation }, i) => `w = np.array(${matrix(w)}, dtype=float)
b = np.array(${listing(b)}, dtype=float)
z = w @ x + b
x = ${activation ? NUMPY[activation as Named] : 'z'}
print("layer ${i + 1}:", z, x)
`,
  );
  return `import numpy as np

x = np.array(${listing((layers[0] as (typeof layers)[number]).x)}, dtype=float)

${steps.join('\n')}`;
}
