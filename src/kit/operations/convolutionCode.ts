import { need, type OperationCode } from './operation.ts';
import { dilationOf, sidesOf, strideOf } from './windowSizes.ts';

/** What PyTorch and NumPy call the ways of filling a border. */
const TORCH_MODES = {
  zeros: 'constant',
  reflect: 'reflect',
  replicate: 'replicate',
  circular: 'circular',
} as const;
const NUMPY_MODES = { zeros: 'constant', reflect: 'reflect', replicate: 'edge', circular: 'wrap' } as const;

export const pair = ([rows, cols]: readonly [number, number]): string => `(${rows}, ${cols})`;

export const convolutionCode: OperationCode = {
  torch(s) {
    const [top, left, bottom, right] = sidesOf(s);
    const padded =
      top + left + bottom + right === 0
        ? 'x'
        : `F.pad(x, (${left}, ${right}, ${top}, ${bottom}), mode="${TORCH_MODES[s.padMode]}")`;
    return `F.conv2d(${padded}, w, b, stride=${pair(strideOf(s))}, dilation=${pair(dilationOf(s))}, groups=${s.groups})`;
  },
  numpy(s, tensors) {
    const [top, left, bottom, right] = sidesOf(s);
    const outside = s.padMode === 'zeros' ? ', constant_values=-1' : '';
    const source = (count: number, before: number, after: number): string =>
      `np.pad(np.arange(${count}), (${before}, ${after}), mode="${NUMPY_MODES[s.padMode]}"${outside})`;
    return `# which row and column of x stands at each place of the padded input; -1: none, a zero
rows = ${source(s.rows, top, bottom)}
cols = ${source(s.cols, left, right)}
(s0, s1), (d0, d1), groups = ${pair(strideOf(s))}, ${pair(dilationOf(s))}, ${s.groups}
filters, depth, kh, kw = w.shape

y = np.zeros((${need(tensors, 'y').shape.join(', ')}))
dx, dw = np.zeros_like(x), np.zeros_like(w)
for f in range(filters):
    c = slice(f // (filters // groups) * depth, (f // (filters // groups) + 1) * depth)
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            for u in range(kh):
                for v in range(kw):
                    r, q = rows[i * s0 + u * d0], cols[j * s1 + v * d1]
                    if r < 0 or q < 0:
                        continue
                    y[0, f, i, j] += w[f, :, u, v] @ x[0, c, r, q]
                    dw[f, :, u, v] += dy[0, f, i, j] * x[0, c, r, q]
                    dx[0, c, r, q] += dy[0, f, i, j] * w[f, :, u, v]
y += b[:, None, None]
db = dy.sum((0, 2, 3))`;
  },
};
