import { NUMPY_HEAD, numpyArray, pythonList, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { FlattenModel } from './model.ts';

/** PyTorch code that prints the vector and the logits; channels first, also by a convolution as large as the maps. */
export function pytorchCode({ params, x, w, b }: FlattenModel): string {
  const { channels, height, width, classes, order } = params;
  const isFirst = order === 'first';
  const conv = `
# the same as a convolution whose kernels are as large as the maps
kernels = w.reshape(${classes}, ${channels}, ${height}, ${width})
print(F.conv2d(x, kernels, b).flatten())
`;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}
w = ${torchTensor(w)}
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64)

flat = ${isFirst ? 'x.flatten(1)' : 'x.permute(0, 2, 3, 1).flatten(1)'}
print(flat)
print(F.linear(flat, w, b))
${isFirst ? conv : ''}`;
}

/** NumPy code that prints the same. */
export function numpyCode({ params, x, w, b }: FlattenModel): string {
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}
w = ${numpyArray(w)}
b = np.array(${pythonList(b.data)}, dtype=float)

flat = ${params.order === 'first' ? 'x' : 'x.transpose(0, 2, 3, 1)'}.reshape(1, -1)
print(flat, flat @ w.T + b, sep="\\n")
`;
}
