import {
  explainLinear,
  explainLinearBias,
  explainLinearInput,
  explainLinearWeight,
} from '../../explain/linear.ts';
import { tex } from '../../formula/symbols.ts';
import { linearCounts } from '../../tensor/counts.ts';
import { linear, linearBackward } from '../../tensor/linear.ts';
import { learnedLayer } from './learnedLayer.ts';
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
      ...learnedLayer({
        y: {
          terms: s.cols + 1,
          tex: `${tex('y', 'n,o')}=\\sum_{i}${tex('x', 'n,i')}\\,${tex('W', 'o,i')}+${tex('b', 'o')}`,
          explain: (index) => explainLinear({ x, w, b }, index),
        },
        dx: {
          terms: s.outputs,
          tex: `${tex('dx', 'n,i')}=\\sum_{o}${tex('dy', 'n,o')}\\,${tex('W', 'o,i')}`,
          explain: (index) => explainLinearInput({ w, dy }, index),
        },
        dw: {
          terms: s.rows,
          tex: `${tex('dW', 'o,i')}=\\sum_{n}${tex('dy', 'n,o')}\\,${tex('x', 'n,i')}`,
          explain: (index) => explainLinearWeight({ x, dy }, index),
        },
        db: {
          terms: s.rows,
          tex: `${tex('db', 'o')}=\\sum_{n}${tex('dy', 'n,o')}`,
          explain: (index) => explainLinearBias({ dy }, index),
        },
      }),
      forward: (now) => linear(now.x ?? x, now.w ?? w, now.b ?? b),
      counts: { parameters, multiplyAdds },
    };
  },
  torch: () => 'F.linear(x, w, b)',
  numpy: () => 'y = x @ w.T + b\ndx = dy @ w\ndw = dy.T @ x\ndb = dy.sum(0)',
};
