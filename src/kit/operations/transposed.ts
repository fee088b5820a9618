import { explainConv2dBias } from '../../explain/conv2d.ts';
import {
  explainConvTranspose2d,
  explainConvTranspose2dInput,
  explainConvTranspose2dWeight,
} from '../../explain/convTranspose2d.ts';
import { tex } from '../../formula/symbols.ts';
import {
  type ConvTranspose2dOptions,
  convTranspose2d,
  convTranspose2dBackward,
  convTranspose2dMirror,
} from '../../tensor/convTranspose2d.ts';
import { sizeOf as cellsOf, full } from '../../tensor/tensor.ts';
import { learnedLayer } from './learnedLayer.ts';
import { need, type OperationSpec, type Settings } from './operation.ts';
import { transposedCode } from './transposedCode.ts';
import { dilationOf, extentOf, placeTex, strideOf, transposedTex } from './windowSizes.ts';

const optionsOf = (s: Settings): ConvTranspose2dOptions => ({
  stride: strideOf(s),
  dilation: dilationOf(s),
  padding: [s.top, s.left, s.bottom, s.right],
  outputPadding: [s.outputRows, s.outputCols],
  groups: s.groups,
});

/** Transposed convolution: every input stamps its multiple of the kernel onto the output. */
export const transposed: OperationSpec = {
  words: { en: 'Transposed convolution', zh: '转置卷积' },
  shapes(s) {
    const x = [1, s.channels, s.rows, s.cols];
    const w = [s.channels, s.filters / s.groups, s.kernelRows, s.kernelCols];
    return { x, w, b: [s.filters], y: convTranspose2dMirror(x, w, optionsOf(s)).xShape };
  },
  build(s, given, dy) {
    const options = optionsOf(s);
    const [x, w, b] = [need(given, 'x'), need(given, 'w'), need(given, 'b')];
    const y = convTranspose2d(x, w, b, options);
    const { dx, dw, db } = convTranspose2dBackward(x, w, dy, options);
    const spot = `f,\\;${placeTex(s, [s.top, s.left])}`;
    const [, , outRows = 1, outCols = 1] = y.shape;
    const [, perGroup = 1, kernelRows = 1, kernelCols = 1] = w.shape;
    const extent = extentOf(s);
    const ones = (shape: readonly number[]) => full(shape, 1, 'float64');
    const stamps = convTranspose2d(ones(x.shape), ones(w.shape), ones(b.shape), options);
    const taps = perGroup * kernelRows * kernelCols;
    return {
      tensors: { x, w, b, y, dy, dx, dw, db },
      ...learnedLayer({
        y: {
          terms: Array.from(stamps.data),
          tex: `${tex('y', spot)}\\mathrel{+}=${tex('x', 'c,i,j')}\\,${tex('w', 'c,f,u,v')},\\quad ${tex('y')}\\mathrel{+}=${tex('b', 'f')}`,
          explain: (index) => explainConvTranspose2d({ x, w, b }, options, index),
        },
        dx: {
          terms: taps,
          tex: `${tex('dx', 'c,i,j')}=\\sum_{f,u,v}${tex('dy', spot)}\\,${tex('w', 'c,f,u,v')}`,
          explain: (index) => explainConvTranspose2dInput({ w, dy, inputShape: x.shape }, options, index),
        },
        dw: {
          terms: s.rows * s.cols,
          tex: `${tex('dw', 'c,f,u,v')}=\\sum_{i,j}${tex('x', 'c,i,j')}\\,${tex('dy', spot)}`,
          explain: (index) => explainConvTranspose2dWeight({ x, dy, wShape: w.shape }, options, index),
        },
        db: {
          terms: outRows * outCols,
          tex: `${tex('db', 'f')}=\\sum_{i,j}${tex('dy', 'f,i,j')}`,
          explain: (index) => explainConv2dBias({ dy }, index),
        },
      }),
      forward: (now) => convTranspose2d(now.x ?? x, now.w ?? w, now.b ?? b, options),
      counts: { parameters: cellsOf(w.shape) + s.filters, multiplyAdds: x.size * taps },
      sizes: [
        transposedTex(s.rows, [s.top, s.bottom], extent[0], s.strideRows, s.outputRows, outRows),
        transposedTex(s.cols, [s.left, s.right], extent[1], s.strideCols, s.outputCols, outCols),
      ],
    };
  },
  ...transposedCode,
};
