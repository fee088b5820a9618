import { NUMPY, NUMPY_NEEDS, TORCH } from '../../kit/activation/python.ts';
import { pythonRows } from '../../kit/copy/python.ts';
import { type ActivationModel, SIDE } from './model.ts';

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

/** The same in NumPy, with the slopes written out. */
export function numpyCode({ params, z, da }: ActivationModel): string {
  const { g, slope } = NUMPY[params.name];
  return `import numpy as np
${NUMPY_NEEDS[params.name] ?? ''}
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
