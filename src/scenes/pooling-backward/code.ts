import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { PoolBackModel } from './model.ts';

/** PyTorch code that prints the gradient of the figure: autograd finds it, none of our formulas is in it. */
export function pytorchCode({ params, x, dy, kind, extent, stride }: PoolBackModel): string {
  const { padding, ceil, countPad } = params;
  const python = (flag: boolean): string => (flag ? 'True' : 'False');
  const settings = `x, ${extent}, stride=${stride}, padding=${padding}, ceil_mode=${python(ceil)}`;
  const pool =
    kind === 'max'
      ? `F.max_pool2d(${settings})`
      : `F.avg_pool2d(${settings}, count_include_pad=${python(countPad)})`;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}.requires_grad_()
dy = ${torchTensor(dy)}

y = ${pool}
y.backward(dy)

print(y[0, 0])
print(x.grad[0, 0])
`;
}

/** NumPy code that prints the same, with the loops over the windows written out. */
export function numpyCode({ params, x, dy, kind, extent, stride, drawn, side }: PoolBackModel): string {
  const [before, , after] = drawn;
  const { padding, countPad } = params;
  const counted = countPad ? padding : 0;
  const crop = `dpadded[${before}:${before + side}, ${before}:${before + side}]`;
  const around = `((${before}, ${after}),) * 2`;
  const head = `${NUMPY_HEAD}
x = ${numpyArray(x)}[0, 0]
dy = ${numpyArray(dy)}[0, 0]
k, s = ${extent}, ${stride}
`;
  const loop = `for i in range(dy.shape[0]):
    for j in range(dy.shape[1]):
        rows, cols = slice(i * s, i * s + k), slice(j * s, j * s + k)`;
  if (kind === 'max')
    return `${head}
padded = np.pad(x, ${around}, constant_values=-np.inf)
dpadded = np.zeros_like(padded)
${loop}
        u, v = divmod(padded[rows, cols].argmax(), k)  # of equal numbers the first
        dpadded[i * s + u, j * s + v] += dy[i, j]

print(${crop})
`;
  return `${head}
counts = np.pad(np.pad(np.ones_like(x), ${counted}, constant_values=1), ((${before - counted}, ${after - counted}),) * 2)
dpadded = np.zeros_like(counts)
${loop}
        dpadded[rows, cols] += dy[i, j] * counts[rows, cols] / counts[rows, cols].sum()

print(${crop})
`;
}
