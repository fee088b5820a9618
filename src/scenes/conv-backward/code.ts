import { NUMPY_HEAD, numpyArray, pythonList, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { BackwardModel } from './model.ts';

/** PyTorch code that prints the gradients of the figure: autograd finds them, none of our formulas is in it. */
export function pytorchCode({ params, x, w, b, dy, unread }: BackwardModel): string {
  const { stride, padding, dilation } = params;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}.requires_grad_()
w = ${torchTensor(w)}.requires_grad_()
b = torch.tensor(${pythonList(b.data)}, dtype=torch.float64).requires_grad_()
dy = ${torchTensor(dy)}

y = F.conv2d(x, w, b, stride=${stride}, padding=${padding}, dilation=${dilation})
y.backward(dy)

print(x.grad[0])
print(w.grad)
print(b.grad)

# A layer of its own: the transposed convolution carries dy the same way.
print(F.conv_transpose2d(dy, w.detach(), stride=${stride}, padding=${padding}, output_padding=${unread}, dilation=${dilation})[0])
`;
}

/** NumPy code that prints the gradients of the figure, both ways, with the loops written out. */
export function numpyCode({ params, x, w, dy }: BackwardModel): string {
  const { stride, padding, dilation } = params;
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}[0]  # channel, row, column
w = ${numpyArray(w)}  # filter, channel, row, column
dy = ${numpyArray(dy)}[0]  # filter, row, column
s, p, d = ${stride}, ${padding}, ${dilation}
filters, channels, k, _ = w.shape
n = x.shape[1]

# scatter: every output pays the pixels that it read
padded = np.pad(x, ((0, 0), (p, p), (p, p)))
dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
for f in range(filters):
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            for u in range(k):
                for v in range(k):
                    row, col = i * s + u * d, j * s + v * d
                    dpadded[:, row, col] += dy[f, i, j] * w[f, :, u, v]
                    dw[f, :, u, v] += dy[f, i, j] * padded[:, row, col]
dx = dpadded[:, p : p + n, p : p + n]

# gather: the turned kernels over dy with its zeros, added up over the filters
reach = d * (k - 1)
spread = np.zeros((filters, 2 * reach + n + 2 * p, 2 * reach + n + 2 * p))
spread[:, reach : reach + s * dy.shape[1] : s, reach : reach + s * dy.shape[2] : s] = dy
turned = w[:, :, ::-1, ::-1]
gathered = np.zeros_like(x)
for c in range(channels):
    for r in range(n):
        for q in range(n):
            window = spread[:, r + p : r + p + reach + 1 : d, q + p : q + p + reach + 1 : d]
            gathered[c, r, q] = (window * turned[:, c]).sum()

print(dx, gathered, dw, dy.sum(axis=(1, 2)), sep="\\n")
`;
}
