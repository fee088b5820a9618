import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import type { MatrixModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure; the matrix is found by asking for its columns. */
export function pytorchCode({ params, x, w, dy, out }: MatrixModel): string {
  const { input, kernel, stride, padding } = params;
  return `${TORCH_HEAD}
x = ${torchTensor(x)}
w = ${torchTensor(w)}
dy = ${torchTensor(dy)}
conv = lambda image: F.conv2d(image, w, stride=${stride}, padding=${padding})

# Column c of C is what the convolution makes of a picture that is 1 at pixel c and 0 elsewhere.
ones = torch.eye(${input * input}, dtype=torch.float64).reshape(-1, 1, ${input}, ${input})
C = conv(ones).reshape(${input * input}, -1).T
print(C)
print((C @ x.reshape(-1)).reshape(${out}, ${out}), conv(x)[0, 0])
print((C.T @ dy.reshape(-1)).reshape(${input}, ${input}))

X_col = F.unfold(x, ${kernel}, stride=${stride}, padding=${padding})[0].requires_grad_()
y_row = w.reshape(1, -1) @ X_col
y_row.backward(dy.reshape(1, -1))
print(X_col.detach(), y_row.detach())
print(X_col.grad)
print(F.fold(X_col.grad[None], (${input}, ${input}), ${kernel}, stride=${stride}, padding=${padding})[0, 0])

# Without any matrix, by autograd:
x.requires_grad_()
conv(x).backward(dy)
print(x.grad[0, 0])
`;
}

/** NumPy code that prints the numbers of the figure, with the matrix filled in by loops. */
export function numpyCode({ params, x, w, dy, out }: MatrixModel): string {
  const { stride, padding } = params;
  return `${NUMPY_HEAD}
x = ${numpyArray(x)}[0, 0]
w = ${numpyArray(w)}[0, 0]
dy = ${numpyArray(dy)}[0, 0]
n, k, out, stride, padding = len(x), len(w), ${out}, ${stride}, ${padding}

C = np.zeros((out * out, n * n))
X_col = np.zeros((k * k, out * out))
for oy in range(out):
    for ox in range(out):
        for ky in range(k):
            for kx in range(k):
                iy, ix = oy * stride + ky - padding, ox * stride + kx - padding
                if 0 <= iy < n and 0 <= ix < n:
                    C[oy * out + ox, iy * n + ix] = w[ky, kx]
                    X_col[ky * k + kx, oy * out + ox] = x[iy, ix]

print(C)
print((C @ x.ravel()).reshape(out, out))
print((w.ravel() @ X_col).reshape(out, out))
print((C.T @ dy.ravel()).reshape(n, n))
`;
}
