import type { Explanation } from '../../explain/explanation.ts';
import {
  explainLogSoftmax,
  explainLogSoftmaxInput,
  explainSoftmax,
  explainSoftmaxInput,
} from '../../explain/softmax.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from '../../tensor/softmax.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { magnitude } from '../colour/valueScale.ts';
import { need, type OperationSpec, type Settings } from './operation.ts';

/** A row a sample. */
export const matrixOf = (s: Settings) => [s.rows, s.cols];

/**
 * Where one score leaves all others far behind, what comes back is so small that the rounding of the exponentials is a
 * part of it, and no nudge finds it.
 */
export const isSaturated = (dx: Tensor, dy: Tensor): boolean =>
  magnitude(dx.data) < 1e-6 * magnitude(dy.data);

/** The shares of each row as NumPy. */
export const POWERS = `z = x - x.max(1, keepdims=True)
e = np.exp(z)
p = e / e.sum(1, keepdims=True)`;
/** Their logarithms; not those of p, which has none where a share rounds to 0. */
export const LOG_P = 'z - np.log(e.sum(1, keepdims=True))';

/** What tells softmax from its logarithm. */
interface Variant {
  readonly words: Text;
  /** The letters of what comes out, and of its gradient. */
  readonly symbols: readonly [y: string, dy: string];
  apply(x: Tensor): Tensor;
  back(y: Tensor, dy: Tensor): Tensor;
  explain(tensors: { readonly x: Tensor }, axis: number, index: readonly number[]): Explanation;
  explainInput(
    tensors: { readonly y: Tensor; readonly dy: Tensor },
    axis: number,
    index: readonly number[],
  ): Explanation;
  /** What stands behind `y =` and `∂x =`. */
  readonly rules: readonly [y: string, dx: string];
  readonly torch: string;
  readonly numpy: string;
}

/** An operation along the rows of a matrix of scores. */
function alongRows(of: Variant): OperationSpec {
  const [out, dout] = of.symbols;
  return {
    words: of.words,
    symbols: { x: 'logits', y: out, dx: 'dlogits', dy: dout },
    isMatrix: true,
    shapes: (s) => ({ x: matrixOf(s), y: matrixOf(s) }),
    build(_, given, dy) {
      const x = need(given, 'x');
      const y = of.apply(x);
      const dx = of.back(y, dy);
      return {
        tensors: { x, y, dy, dx },
        isKink: () => isSaturated(dx, dy),
        passes: [
          {
            ...{ id: 'y', columns: [['x'], ['y']], terms: 'whole' },
            tex: `${tex(out, 'k')}=${of.rules[0]}`,
          },
          {
            ...{ id: 'dx', columns: [['dx'], ['y'], ['dy']], terms: 'whole' },
            tex: `${tex('dlogits', 'k')}=${of.rules[1]}`,
          },
        ],
        explain: (id, index) =>
          id === 'dx' ? of.explainInput({ y, dy }, -1, index) : of.explain({ x }, -1, index),
        forward: (now) => of.apply(now.x ?? x),
        counts: { parameters: 0, multiplyAdds: 0 },
      };
    },
    torch: () => of.torch,
    numpy: () => `${POWERS}\n${of.numpy}`,
  };
}

/** Each row of scores becomes shares of 1. */
export const softmaxes: OperationSpec = /* @__PURE__ */ alongRows({
  words: { en: 'Softmax', zh: 'softmax' },
  symbols: ['probs', 'dprobs'],
  apply: (x) => softmax(x),
  back: (y, dy) => softmaxBackward(y, dy),
  explain: explainSoftmax,
  explainInput: explainSoftmaxInput,
  rules: [
    `\\frac{e^{${tex('logits', 'k')}-m}}{\\sum_j e^{${tex('logits', 'j')}-m}},\\quad m=\\max_j ${tex('logits', 'j')}`,
    `${tex('probs', 'k')}\\,\\bigl(${tex('dprobs', 'k')}-\\textstyle\\sum_j ${tex('dprobs', 'j')}\\,${tex('probs', 'j')}\\bigr)`,
  ],
  torch: 'F.softmax(x, 1)',
  numpy: `y = p
dx = p * (dy - (dy * p).sum(1, keepdims=True))`,
});

/** The logarithm of the same, finite where a share would round to 0. */
export const logSoftmaxes: OperationSpec = /* @__PURE__ */ alongRows({
  words: { en: 'Log softmax', zh: 'log softmax' },
  symbols: ['logprobs', 'dlogprobs'],
  apply: (x) => logSoftmax(x),
  back: (y, dy) => logSoftmaxBackward(y, dy),
  explain: explainLogSoftmax,
  explainInput: explainLogSoftmaxInput,
  rules: [
    `${tex('logits', 'k')}-m-\\ln\\textstyle\\sum_j e^{${tex('logits', 'j')}-m}`,
    `${tex('dlogprobs', 'k')}-e^{${tex('logprobs', 'k')}}\\,\\textstyle\\sum_j ${tex('dlogprobs', 'j')}`,
  ],
  torch: 'F.log_softmax(x, 1)',
  numpy: `y = ${LOG_P}
dx = dy - p * dy.sum(1, keepdims=True)`,
});
