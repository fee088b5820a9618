import { gatherPadding } from '../../../src/explain/gatherPlaces.ts';
import { type Conv2dOptions, conv2d } from '../../../src/tensor/conv2d.ts';
import { conv2dGeometry } from '../../../src/tensor/conv2dGeometry.ts';
import { type Shape, type Tensor, zeros } from '../../../src/tensor/tensor.ts';

/**
 * ∂loss/∂x in the gather form, carried out: zeros are put between the cells of dy and a frame around (see
 * `gatherPadding`), the kernels are turned by 180° and their channel axes swapped within each group; then an
 * ordinary convolution at stride 1 (Dumoulin & Visin, arXiv:1603.07285, §4.6).
 */
export function gather(w: Tensor, dy: Tensor, inputShape: Shape, options: Conv2dOptions): Tensor {
  const g = conv2dGeometry(inputShape, w.shape, options);
  const { stride, dilation, groups, groupIn, groupOut, kh, kw } = g;
  const [top, left] = ([0, 1] as const).map(
    (axis) =>
      gatherPadding(
        g.size[axis],
        g.kernel[axis],
        stride[axis],
        g.pads[axis],
        g.pads[axis + 2],
        dilation[axis],
      )[0],
  ) as [number, number];
  const [rows, cols] = [g.height + dilation[0] * (kh - 1), g.width + dilation[1] * (kw - 1)];
  const framed = zeros([g.batch, g.cout, rows, cols], 'float64');
  dy.data.forEach((value, o) => {
    const plane = Math.floor(o / (g.outHeight * g.outWidth));
    const row = top + stride[0] * (Math.floor(o / g.outWidth) % g.outHeight);
    const col = left + stride[1] * (o % g.outWidth);
    // A negative frame crops.
    if (row >= 0 && row < rows && col >= 0 && col < cols)
      framed.data[(plane * rows + row) * cols + col] = value;
  });
  const turned = zeros([g.cin, groupOut, kh, kw], 'float64');
  for (let c = 0; c < g.cin; c++)
    for (let co = 0; co < groupOut; co++)
      for (let i = 0; i < kh * kw; i++) {
        const from = (Math.floor(c / groupIn) * groupOut + co) * groupIn + (c % groupIn);
        turned.data[(c * groupOut + co) * kh * kw + i] = w.data[(from + 1) * kh * kw - 1 - i] as number;
      }
  return conv2d(framed, turned, null, { dilation, groups });
}
