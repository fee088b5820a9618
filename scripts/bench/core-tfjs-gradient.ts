import type * as Tfjs from '@tensorflow/tfjs-core';

interface Inputs {
  readonly x: Tfjs.Tensor4D;
  readonly dy: Tfjs.Tensor4D;
}
interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: 'same' | 'valid' | number;
  readonly filterShape: [number, number, number, number];
}

/**
 * The wasm backend lacks Conv2DBackpropFilter (tensorflow/tfjs #8474), without which it cannot train a convolution. Made
 * of what it has: dw is a convolution of x with dy, in which samples and channels have changed places and the stride
 * has become the dilation.
 */
export function registerFilterGradient(tf: typeof Tfjs): void {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as unknown as Inputs;
      const { strides, pad, filterShape } = attrs as unknown as Attributes;
      const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad);
      const { top, bottom, left, right } = info.padInfo;
      const [height, width] = filterShape;
      return tf.tidy(() => {
        const padded = tf.pad4d(x, [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ]);
        // [n, h, w, c] → [c, h, w, n], and [n, h, w, f] → [h, w, n, f].
        const images = tf.transpose(padded, [3, 1, 2, 0]);
        const filters = tf.transpose(dy, [1, 2, 0, 3]);
        const dw = tf.conv2d(images, filters, 1, 'valid', 'NHWC', [info.strideHeight, info.strideWidth]);
        return tf.transpose(
          tf.slice4d(dw, [0, 0, 0, 0], [dw.shape[0], height, width, dw.shape[3]]),
          [1, 2, 0, 3],
        );
      });
    },
  });
}
