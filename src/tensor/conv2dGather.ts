import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { checkShape, reject } from './errors.ts';
import { type Shape, type Tensor, zeros } from './tensor.ts';

/** A place of the zero-inserted gradient: a real index of dy, a zero between two, or the frame. */
export type Place = number | 'inserted' | 'padding';

/**
 * Where the zero-inserted gradient stands for input row iy under kernel row ky (axis 0; for columns, axis 1,
 * alike): with r = iy + padBefore − ky·dilation, row r / stride of dy if that is whole, else an inserted zero;
 * outside the first and last gradient, padding.
 */
export function placeOfTap(g: Conv2dGeometry, axis: 0 | 1, iy: number, ky: number): Place {
  const [stride, outputs] = [g.stride[axis], g.yShape[axis + 2] as number];
  const r = iy + g.pads[axis] - ky * g.dilation[axis];
  if (r < 0 || r > (outputs - 1) * stride) return 'padding';
  return r % stride === 0 ? r / stride : 'inserted';
}

/** The geometry of a gather. @throws Error for a padding mode other than zeros */
export function gatherGeometry(wShape: Shape, inputShape: Shape, options: Conv2dOptions): Conv2dGeometry {
  const g = conv2dGeometry(inputShape, wShape, options);
  if (g.padMode !== 'zeros')
    reject('conv2d', 'padMode', g.padMode, "'zeros': other paddings have no gather form, use the scatter");
  return g;
}

/**
 * ∂loss/∂x as a direct convolution: dy with stride − 1 zeros inserted between its cells and a frame
 * of k̂ − 1 − p₀ before and k̂ − 1 − p₁ + a after, correlated at stride 1 with the kernel rotated by
 * 180° (Dumoulin & Visin, arXiv:1603.07285, §4.6). The numbers are those of
 * {@link conv2dBackwardInput}, in another order of adding.
 *
 * @param w [cout, cin / groups, kh, kw]
 * @param dy [n, cout, outHeight, outWidth]
 * @param inputShape the shape of x
 * @throws Error when a shape or an option does not fit, or the padding mode is not zeros
 */
export function conv2dBackwardInputGather(
  w: Tensor,
  dy: Tensor,
  inputShape: Shape,
  options: Conv2dOptions = {},
): Tensor {
  const g = gatherGeometry(w.shape, inputShape, options);
  checkShape('conv2d', 'dy', dy, g.yShape);
  // dx [n, cin, h, w] ← dy [n, cout, oh, ow], w [cout, cin/groups, kh, kw] read backwards
  const dx = zeros(inputShape, dy.dtype);
  let i = 0;
  for (let n = 0; n < g.batch; n++)
    for (let c = 0; c < g.cin; c++) {
      const group = Math.floor(c / g.groupIn);
      const ci = c % g.groupIn;
      for (let iy = 0; iy < g.height; iy++)
        for (let ix = 0; ix < g.width; ix++) {
          let sum = 0;
          for (let co = group * g.groupOut; co < (group + 1) * g.groupOut; co++)
            for (let ky = g.kh - 1; ky >= 0; ky--) {
              const oy = placeOfTap(g, 0, iy, ky);
              for (let kx = g.kw - 1; kx >= 0; kx--) {
                const ox = placeOfTap(g, 1, ix, kx);
                const real = typeof oy === 'number' && typeof ox === 'number';
                const at = real ? ((n * g.cout + co) * g.outHeight + oy) * g.outWidth + ox : 0;
                const upstream = real ? (dy.data[at] as number) : 0;
                sum += upstream * (w.data[((co * g.groupIn + ci) * g.kh + ky) * g.kw + kx] as number);
              }
            }
          dx.data[i++] = sum;
        }
    }
  return dx;
}
