import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { BackwardModel } from './model.ts';

/** PyTorch code that prints the gradients of the figure: autograd finds them, none of our formulas is in it. */
export function pytorchCode({ params, x, w, b, dy }: BackwardModel): string {
  const { stride, padding, dilation } = params;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}.requires_grad_()
w = ${torchTensor(w)}.requires_grad_()
b = torch.tensor([${b?.data[0] ?? 0}], dtype=torch.float64).requires_grad_()
dy = ${torchTensor(dy)}

y = F.conv2d(x, w, b, stride=${stride}, padding=${padding}, dilation=${dilation})
y.backward(dy)

print(x.grad[0, 0])
print(w.grad[0, 0])
print(b.grad)
`;
}

/** NumPy code that prints the gradients of the figure, both ways, with the loops written out. */
export function numpyCode({ params, x, w, dy }: BackwardModel): string {
  const { stride, padding, dilation } = params;
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}[0, 0]
w = ${numpyArray(w)}[0, 0]
dy = ${numpyArray(dy)}[0, 0]
s, p, d = ${stride}, ${padding}, ${dilation}

# scatter: every output pays the pixels that it read
padded = np.pad(x, p)
dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
for i in range(dy.shape[0]):
    for j in range(dy.shape[1]):
        for u in range(w.shape[0]):
            for v in range(w.shape[1]):
                dpadded[i * s + u * d, j * s + v * d] += dy[i, j] * w[u, v]
                dw[u, v] += dy[i, j] * padded[i * s + u * d, j * s + v * d]
dx = dpadded[p : p + x.shape[0], p : p + x.shape[1]]

# gather: the turned kernel over dy with its zeros
reach = d * (w.shape[0] - 1)
spread = np.zeros((2 * reach + x.shape[0] + 2 * p, 2 * reach + x.shape[1] + 2 * p))
spread[reach : reach + s * dy.shape[0] : s, reach : reach + s * dy.shape[1] : s] = dy
turned = w[::-1, ::-1]
gathered = np.zeros_like(x)
for r in range(x.shape[0]):
    for c in range(x.shape[1]):
        window = spread[r + p : r + p + reach + 1 : d, c + p : c + p + reach + 1 : d]
        gathered[r, c] = (window * turned).sum()

print(dx, gathered, dw, dy.sum(), sep="\\n")
`;
}
