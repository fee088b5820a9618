import { pair } from './convolutionCode.ts';
import { need, type OperationCode, type Settings } from './operation.ts';
import { dilationOf, strideOf } from './windowSizes.ts';

/** `1:-2`: what is left of a side when so many are cut off before and after. */
const cut = (before: number, after: number): string => `${before || ''}:${after ? `-${after}` : ''}`;
const crop = ({ top, left, bottom, right }: Settings): string =>
  `[:, :, ${cut(top, bottom)}, ${cut(left, right)}]`;

export const transposedCode: OperationCode = {
  torch(s) {
    const whole = `F.conv_transpose2d(x, w, b, stride=${pair(strideOf(s))}, output_padding=${pair([s.outputRows, s.outputCols])}, groups=${s.groups}, dilation=${pair(dilationOf(s))})`;
    return s.top + s.left + s.bottom + s.right === 0 ? whole : `${whole}${crop(s)}`;
  },
  numpy(s, tensors) {
    const [, filters = 1, rows = 1, cols = 1] = need(tensors, 'y').shape;
    return `(s0, s1), (d0, d1), groups = ${pair(strideOf(s))}, ${pair(dilationOf(s))}, ${s.groups}
channels, depth, kh, kw = w.shape

# the whole output, before its border is cut off
whole = np.zeros((1, ${filters}, ${rows + s.top + s.bottom}, ${cols + s.left + s.right}))
dwhole = np.pad(dy, ((0, 0), (0, 0), (${s.top}, ${s.bottom}), (${s.left}, ${s.right})))
dx, dw = np.zeros_like(x), np.zeros_like(w)
for c in range(channels):
    f = slice(c // (channels // groups) * depth, (c // (channels // groups) + 1) * depth)
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            for u in range(kh):
                for v in range(kw):
                    r, q = i * s0 + u * d0, j * s1 + v * d1
                    whole[0, f, r, q] += x[0, c, i, j] * w[c, :, u, v]
                    dx[0, c, i, j] += dwhole[0, f, r, q] @ w[c, :, u, v]
                    dw[c, :, u, v] += dwhole[0, f, r, q] * x[0, c, i, j]
y = whole${crop(s)} + b[:, None, None]
db = dy.sum((0, 2, 3))`;
  },
};
