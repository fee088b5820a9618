import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { ConvolutionModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure, the gradients by autograd. */
export function pytorchCode({ params, x, w, dy }: ConvolutionModel): string {
  const { stride, padding, dilation, b } = params;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}.requires_grad_()
w = ${torchTensor(w)}.requires_grad_()
b = torch.tensor([${b}], dtype=torch.float64).requires_grad_()
dy = ${torchTensor(dy)}

y = F.conv2d(x, w, b, stride=${stride}, padding=${padding}, dilation=${dilation})
y.backward(dy)

print(y.detach()[0, 0])
print(x.grad[0, 0])
print(w.grad[0, 0])
print(b.grad)
`;
}

/** NumPy code that prints the numbers of the figure, with the loops written out. */
export function numpyCode({ params, x, w, dy, out }: ConvolutionModel): string {
  const { stride, padding, dilation, b } = params;
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}[0, 0]
w = ${numpyArray(w)}[0, 0]
dy = ${numpyArray(dy)}[0, 0]
b, s, p, d = ${b}, ${stride}, ${padding}, ${dilation}

padded = np.pad(x, p)
y = np.zeros((${out}, ${out}))
dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
for i in range(y.shape[0]):
    for j in range(y.shape[1]):
        for u in range(w.shape[0]):
            for v in range(w.shape[1]):
                row, col = i * s + u * d, j * s + v * d
                y[i, j] += padded[row, col] * w[u, v]
                dpadded[row, col] += dy[i, j] * w[u, v]
                dw[u, v] += dy[i, j] * padded[row, col]
        y[i, j] += b
dx = dpadded[p : p + x.shape[0], p : p + x.shape[1]]

print(y, dx, dw, dy.sum(), sep="\\n")
`;
}
