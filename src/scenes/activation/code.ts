import { pythonRows } from '../../kit/copy/python.ts';
import type { ActivationName } from '../../tensor/activations.ts';
import { type ActivationModel, SIDE } from './model.ts';

const TORCH: Readonly<Record<ActivationName, string>> = {
  relu: 'F.relu(z)',
  leakyRelu: 'F.leaky_relu(z, alpha)',
  elu: 'F.elu(z, alpha)',
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  gelu: 'F.gelu(z)',
  geluTanh: "F.gelu(z, approximate='tanh')",
  silu: 'F.silu(z)',
};

/** PyTorch code that prints the numbers of the figure. */
export function pytorchCode({ params, z, da }: ActivationModel): string {
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
alpha = ${params.alpha}


def activation(z):
    return ${TORCH[params.name]}


point = torch.tensor(${params.z}, dtype=torch.float64).requires_grad_()
value = activation(point)
value.backward()
print(value.item(), point.grad.item(), point.grad.item() ** ${params.depth})

z = torch.tensor(${pythonRows(z.data, SIDE)}, dtype=torch.float64).requires_grad_()
a = activation(z)
a.backward(torch.tensor(${pythonRows(da.data, SIDE)}, dtype=torch.float64))
print(a)
print(z.grad)
`;
}

const SIGMA = '1 / (1 + np.exp(-z))';
const NUMPY: Readonly<Record<ActivationName, { g: string; slope: string }>> = {
  relu: { g: 'np.maximum(0, z)', slope: '(z > 0) * 1.0' },
  leakyRelu: { g: 'np.where(z > 0, z, alpha * z)', slope: 'np.where(z > 0, 1, alpha)' },
  elu: { g: 'np.where(z > 0, z, alpha * np.expm1(z))', slope: 'np.where(z > 0, 1, alpha * np.exp(z))' },
  sigmoid: { g: SIGMA, slope: 'activation(z) * (1 - activation(z))' },
  tanh: { g: 'np.tanh(z)', slope: '1 - np.tanh(z) ** 2' },
  gelu: { g: 'z * cdf(z)', slope: 'cdf(z) + z * np.exp(-z ** 2 / 2) / np.sqrt(2 * np.pi)' },
  geluTanh: {
    g: '0.5 * z * (1 + np.tanh(c * (z + 0.044715 * z ** 3)))',
    slope:
      '0.5 * (1 + np.tanh(c * (z + 0.044715 * z ** 3))) + 0.5 * z / np.cosh(c * (z + 0.044715 * z ** 3)) ** 2 * c * (1 + 0.134145 * z ** 2)',
  },
  silu: { g: `z * (${SIGMA})`, slope: `(${SIGMA}) * (1 + z * (1 - ${SIGMA}))` },
};

const NEEDS: Readonly<Partial<Record<ActivationName, string>>> = {
  gelu: '\nfrom math import erf\n\ncdf = np.vectorize(lambda z: 0.5 * (1 + erf(z / 2 ** 0.5)))',
  geluTanh: '\nc = np.sqrt(2 / np.pi)',
};

/** The same in NumPy, with the slopes written out. */
export function numpyCode({ params, z, da }: ActivationModel): string {
  const { g, slope } = NUMPY[params.name];
  return `import numpy as np
${NEEDS[params.name] ?? ''}
alpha = ${params.alpha}


def activation(z):
    return ${g}


def slope(z):
    return ${slope}


point = np.float64(${params.z})
print(activation(point), slope(point), slope(point) ** ${params.depth})

z = np.array(${pythonRows(z.data, SIDE)})
da = np.array(${pythonRows(da.data, SIDE)}, dtype=float)
print(activation(z))
print(da * slope(z))
`;
}
