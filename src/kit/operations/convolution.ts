import {
  explainConv2d,
  explainConv2dBias,
  explainConv2dInput,
  explainConv2dWeight,
} from '../../explain/conv2d.ts';
import { tex } from '../../formula/symbols.ts';
import { type Conv2dOptions, conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { conv2dGeometry } from '../../tensor/conv2dGeometry.ts';
import { conv2dCounts } from '../../tensor/counts.ts';
import { unreadSize } from '../../tensor/geometry.ts';
import { readsOf } from '../convolution/reads.ts';
import { convolutionCode } from './convolutionCode.ts';
import { learnedLayer } from './learnedLayer.ts';
import { need, type OperationSpec, type Settings } from './operation.ts';
import { dilationOf, extentOf, outputTex, placeTex, sidesOf, strideOf } from './windowSizes.ts';

export const optionsOf = (s: Settings): Conv2dOptions => ({
  stride: strideOf(s),
  dilation: dilationOf(s),
  padding: sidesOf(s),
  groups: s.groups,
  padMode: s.padMode,
});

/** Convolution as libraries compute it, a cross-correlation; depthwise where every channel is a group. */
export const convolution: OperationSpec = {
  words: { en: 'Convolution', zh: '卷积' },
  shapes(s) {
    const x = [1, s.channels, s.rows, s.cols];
    const w = [s.filters, s.channels / s.groups, s.kernelRows, s.kernelCols];
    return { x, w, b: [s.filters], y: conv2dGeometry(x, w, optionsOf(s)).yShape };
  },
  build(s, given, dy) {
    const options = optionsOf(s);
    const [x, w, b] = [need(given, 'x'), need(given, 'w'), need(given, 'b')];
    const y = conv2d(x, w, b, options);
    const { dx, dw, db } = conv2dBackward(x, w, dy, options);
    const pads = sidesOf(s);
    const extent = extentOf(s);
    const [, , outRows = 1, outCols = 1] = y.shape;
    const { parameters, multiplyAdds } = conv2dCounts(x.shape, w.shape, options);
    const inputShape = x.shape;
    const reads = readsOf(x, w, y, options).data;
    return {
      tensors: { x, w, b, y, dy, dx, dw, db },
      ...learnedLayer({
        y: {
          terms: w.size / s.filters + 1,
          tex: `${tex('y', 'f,i,j')}=\\sum_{c,u,v}${tex('w', 'f,c,u,v')}\\,${tex('x', `c,\\;${placeTex(s, pads)}`)}+${tex('b', 'f')}`,
          explain: (index) => explainConv2d({ x, w, b }, options, index),
        },
        dx: {
          terms: Array.from(reads),
          tex: `${tex('dx', `c,\\;${placeTex(s, pads)}`)}\\mathrel{+}=${tex('dy', 'f,i,j')}\\,${tex('w', 'f,c,u,v')}`,
          explain: (index) => explainConv2dInput({ w, dy, inputShape }, options, index),
        },
        dw: {
          terms: outRows * outCols,
          tex: `${tex('dw', 'f,c,u,v')}=\\sum_{i,j}${tex('dy', 'f,i,j')}\\,${tex('x', `c,\\;${placeTex(s, pads)}`)}`,
          explain: (index) => explainConv2dWeight({ x, dy, wShape: w.shape }, options, index),
        },
        db: {
          terms: outRows * outCols,
          tex: `${tex('db', 'f')}=\\sum_{i,j}${tex('dy', 'f,i,j')}`,
          explain: (index) => explainConv2dBias({ dy }, index),
        },
      }),
      // Copies in the padding are read through another pixel: there is no turned kernel that gathers them.
      otherWay: (id, index) =>
        id === 'dx' && s.padMode === 'zeros'
          ? explainConv2dInput({ w, dy, inputShape }, options, index, 'gather')
          : null,
      forward: (now) => conv2d(now.x ?? x, now.w ?? w, now.b ?? b, options),
      padding: pads,
      paddingValue: s.padMode === 'zeros' ? 0 : null,
      windowsOf: ([, filter = 0, row = 0, col = 0]) => {
        const depth = s.channels / s.groups;
        const first = Math.floor(filter / (s.filters / s.groups)) * depth;
        return Array.from({ length: depth }, (_, i) => ({
          plane: first + i,
          row: row * s.strideRows - pads[0],
          col: col * s.strideCols - pads[1],
          rows: extent[0],
          cols: extent[1],
        }));
      },
      reads,
      counts: { parameters, multiplyAdds },
      sizes: [
        outputTex(s.rows, [pads[0], pads[2]], extent[0], s.strideRows, outRows),
        outputTex(s.cols, [pads[1], pads[3]], extent[1], s.strideCols, outCols),
      ],
      unread: [
        unreadSize(s.rows, s.kernelRows, s.strideRows, pads[0], pads[2], s.dilationRows),
        unreadSize(s.cols, s.kernelCols, s.strideCols, pads[1], pads[3], s.dilationCols),
      ],
    };
  },
  ...convolutionCode,
};
