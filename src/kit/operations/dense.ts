import {
  explainLinear,
  explainLinearBias,
  explainLinearInput,
  explainLinearWeight,
} from '../../explain/linear.ts';
import { tex } from '../../formula/symbols.ts';
import { linearCounts } from '../../tensor/counts.ts';
import { linear, linearBackward } from '../../tensor/linear.ts';
import { LAYER_COLUMNS } from './convolution.ts';
import { need, type OperationSpec } from './operation.ts';

/** Every output reads every input, each through a weight of its own. */
export const dense: OperationSpec = {
  words: { en: 'Dense layer', zh: '全连接层' },
  symbols: { w: 'W', dw: 'dW' },
  isMatrix: true,
  shapes: (s) => ({ x: [s.rows, s.cols], w: [s.outputs, s.cols], b: [s.outputs], y: [s.rows, s.outputs] }),
  build(s, given, dy) {
    const [x, w, b] = [need(given, 'x'), need(given, 'w'), need(given, 'b')];
    const { dx, dw, db } = linearBackward(x, w, dy);
    const { parameters, multiplyAdds } = linearCounts(s.cols, s.outputs, s.rows);
    return {
      tensors: { x, w, b, y: linear(x, w, b), dy, dx, dw, db },
      passes: [
        {
          id: 'y',
          columns: LAYER_COLUMNS.y,
          terms: s.cols + 1,
          tex: `${tex('y', 'n,o')}=\\sum_{i}${tex('x', 'n,i')}\\,${tex('W', 'o,i')}+${tex('b', 'o')}`,
        },
        {
          id: 'dx',
          columns: LAYER_COLUMNS.dx,
          terms: s.outputs,
          tex: `${tex('dx', 'n,i')}=\\sum_{o}${tex('dy', 'n,o')}\\,${tex('W', 'o,i')}`,
        },
        {
          id: 'dw',
          columns: LAYER_COLUMNS.dw,
          terms: s.rows,
          tex: `${tex('dW', 'o,i')}=\\sum_{n}${tex('dy', 'n,o')}\\,${tex('x', 'n,i')}`,
        },
        {
          id: 'db',
          columns: LAYER_COLUMNS.db,
          terms: s.rows,
          tex: `${tex('db', 'o')}=\\sum_{n}${tex('dy', 'n,o')}`,
        },
      ],
      explain: (id, index) =>
        id === 'dx'
          ? explainLinearInput({ w, dy }, index)
          : id === 'dw'
            ? explainLinearWeight({ x, dy }, index)
            : id === 'db'
              ? explainLinearBias({ dy }, index)
              : explainLinear({ x, w, b }, index),
      forward: (now) => linear(now.x ?? x, now.w ?? w, now.b ?? b),
      counts: { parameters, multiplyAdds },
    };
  },
  torch: () => 'F.linear(x, w, b)',
  numpy: () => 'y = x @ w.T + b\ndx = dy @ w\ndw = dy.T @ x\ndb = dy.sum(0)',
};
