import { pair } from './convolutionCode.ts';
import { need, type OperationCode } from './operation.ts';
import { kernelOf, strideOf } from './windowSizes.ts';

const python = (flag: boolean): string => (flag ? 'True' : 'False');

export const poolingCode = (kind: 'max' | 'average'): OperationCode => ({
  torch(s) {
    const common = `x, ${pair(kernelOf(s))}, stride=${pair(strideOf(s))}, padding=${pair([s.top, s.left])}, ceil_mode=${python(s.ceil)}`;
    return kind === 'max'
      ? `F.max_pool2d(${common}, dilation=${pair([s.dilationRows, s.dilationCols])})`
      : `F.avg_pool2d(${common}, count_include_pad=${python(s.countPad)})`;
  },
  numpy(s, tensors) {
    const isMax = kind === 'max';
    const dilation: [number, number] = isMax ? [s.dilationRows, s.dilationCols] : [1, 1];
    const counted = isMax || s.countPad;
    return `(s0, s1), (d0, d1), (kh, kw), (p0, p1) = ${pair(strideOf(s))}, ${pair(dilation)}, ${pair(kernelOf(s))}, ${pair([s.top, s.left])}
h, w = x.shape[2:]

y = np.zeros((${need(tensors, 'y').shape.join(', ')}))
dx = np.zeros_like(x)
for c in range(x.shape[1]):
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            taps = [(i * s0 + u * d0 - p0, j * s1 + v * d1 - p1) for u in range(kh) for v in range(kw)]
            inside = [(r, q) for r, q in taps if 0 <= r < h and 0 <= q < w]
${
  isMax
    ? `            r, q = max(inside, key=lambda at: x[0, c][at])  # of equal numbers the first
            y[0, c, i, j] = x[0, c, r, q]
            dx[0, c, r, q] += dy[0, c, i, j]`
    : `            n = ${counted ? 'sum(r < h + p0 and q < w + p1 for r, q in taps)' : 'len(inside)'}
            y[0, c, i, j] = sum(x[0, c, r, q] for r, q in inside) / n
            for r, q in inside:
                dx[0, c, r, q] += dy[0, c, i, j] / n`
}`;
  },
});
