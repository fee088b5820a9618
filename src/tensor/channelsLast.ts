import { type Tensor, zeros } from './tensor.ts';

/** The same numbers in another order: x [n, c, h, w] becomes [n, h, w, c]. */
export function channelsLast(x: Tensor): Tensor {
  const [batch, channels, height, width] = x.shape as [number, number, number, number];
  const last = zeros([batch, height, width, channels], x.dtype);
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++)
      for (let h = 0; h < height; h++)
        for (let w = 0; w < width; w++) last.data[last.offset([n, h, w, c])] = x.at(n, c, h, w);
  return last;
}
