import type { Explanation } from '../../explain/explanation.ts';
import {
  explainCrossEntropy,
  explainCrossEntropyInput,
  explainMeanSquaredError,
  explainMeanSquaredErrorInput,
} from '../../explain/losses.ts';
import { explainSoftmax } from '../../explain/softmax.ts';
import { tex } from '../../formula/symbols.ts';
import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { meanSquaredError, meanSquaredErrorBackward } from '../../tensor/meanSquaredError.ts';
import { softmax } from '../../tensor/softmax.ts';
import { type GridId, need, type OperationSpec, renamed, type Settings } from './operation.ts';
import { isSaturated, LOG_P, matrixOf, POWERS } from './softmaxes.ts';

const LOSS_SYMBOLS = { y: 'loss', dy: 'dloss' } as const;
const lossShape = ({ reduction }: Settings, cells: readonly number[]) => (reduction === 'none' ? cells : []);
const reduced = (cells: string, { reduction }: Settings): string =>
  reduction === 'none' ? cells : `(${cells}).${reduction}()`;

/** Softmax and cross-entropy in one: minus the logarithm of the share of what is right. */
export const crossEntropies: OperationSpec = {
  words: { en: 'Softmax + cross-entropy', zh: 'softmax + 交叉熵' },
  symbols: { ...LOSS_SYMBOLS, x: 'logits', p: 'probs', t: 'label', dx: 'dlogits' },
  isMatrix: true,
  shapes: (s) => ({ x: matrixOf(s), t: matrixOf(s), y: lossShape(s, [s.rows]) }),
  build(s, given, dy) {
    const [x, t] = [need(given, 'x'), need(given, 't')];
    const names = { logits: 'x', target: 't' } as const;
    const { reduction } = s;
    const named = (of: Explanation): Explanation => renamed(of, { ...names, loss: 'y' });
    const share = s.reduction === 'mean' && s.rows > 1 ? `\\tfrac{1}{${s.rows}}` : '';
    const sample = (n: number): Explanation => explainCrossEntropy({ logits: x, target: t }, reduction, [n]);
    /** Of several samples the loss is made of theirs; that of the first is told, too. */
    const lossOf = (index: readonly number[]): Explanation => {
      if (index.length > 0) return sample(index[0] as number);
      if (s.rows === 1) return sample(0);
      return { ...explainCrossEntropy({ logits: x, target: t }, reduction, index), via: [sample(0)] };
    };
    const dx = crossEntropyBackward(x, t, reduction, dy);
    return {
      tensors: { x, p: softmax(x), t, y: crossEntropy(x, t, reduction), dy, dx },
      isKink: () => isSaturated(dx, dy),
      passes: [
        {
          id: 'y',
          columns: [['x'], ['p', 't'], ['y']],
          terms: 'whole',
          tex: `${tex('loss')}=-${share}\\sum_{n,k}${tex('label', 'n,k')}\\,\\ln ${tex('probs', 'n,k')}`,
        },
        {
          id: 'dx',
          columns: [['dx'], ['p', 't'], ['dy']],
          terms: 'whole',
          tex: `${tex('dlogits', 'n,k')}=${share}\\,\\bigl(${tex('probs', 'n,k')}-${tex('label', 'n,k')}\\bigr)\\,${tex('dloss')}`,
        },
      ],
      explain: (id, index) =>
        id === 'p'
          ? renamed(explainSoftmax({ x }, -1, index), { y: 'p' })
          : named(
              id === 'dx'
                ? explainCrossEntropyInput({ logits: x, target: t, dy }, reduction, index)
                : lossOf(index),
            ),
      forward: (now) => crossEntropy(now.x ?? x, now.t ?? t, reduction),
      counts: { parameters: 0, multiplyAdds: 0 },
    };
  },
  torch: (s) => reduced('-(t * F.log_softmax(x, 1)).sum(1)', s),
  numpy: (s) => `${POWERS}
y = ${reduced(`-(t * (${LOG_P})).sum(1)`, s)}
dx = (p * t.sum(1, keepdims=True) - t) * ${s.reduction === 'none' ? 'dy[:, None]' : 'dy'}${s.reduction === 'mean' ? ' / len(x)' : ''}`,
};

/** The mean of squared differences. */
export const squaredErrors: OperationSpec = {
  words: { en: 'Squared error', zh: '平方误差' },
  symbols: { ...LOSS_SYMBOLS, t: 'target' },
  isMatrix: true,
  shapes: (s) => ({ x: matrixOf(s), t: matrixOf(s), y: lossShape(s, matrixOf(s)) }),
  build(s, given, dy) {
    const [x, t] = [need(given, 'x'), need(given, 't')];
    const { reduction } = s;
    const share = reduction === 'mean' ? `\\tfrac{1}{${x.size}}` : '';
    const named = (of: Explanation): Explanation => renamed(of, NAMES);
    return {
      tensors: {
        x,
        t,
        y: meanSquaredError(x, t, reduction),
        dy,
        dx: meanSquaredErrorBackward(x, t, reduction, dy),
      },
      passes: [
        {
          id: 'y',
          columns: [['x'], ['t'], ['y']],
          terms: 'whole',
          tex: `${tex('loss')}=${share}${reduction === 'none' ? '' : '\\sum_i'}(${tex('x', 'i')}-${tex('target', 'i')})^2`,
        },
        {
          id: 'dx',
          columns: [['dx'], ['x', 't'], ['dy']],
          terms: 'whole',
          tex: `${tex('dx', 'i')}=${share}\\,2\\,(${tex('x', 'i')}-${tex('target', 'i')})\\,${tex('dloss')}`,
        },
      ],
      explain: (id, index) =>
        named(
          id === 'dx'
            ? explainMeanSquaredErrorInput({ x, target: t, dy }, reduction, index)
            : explainMeanSquaredError({ x, target: t }, reduction, index),
        ),
      forward: (now) => meanSquaredError(now.x ?? x, now.t ?? t, reduction),
      counts: { parameters: 0, multiplyAdds: x.size },
    };
  },
  torch: (s) => reduced('(x - t) ** 2', s),
  numpy: (s) => `y = ${reduced('(x - t) ** 2', s)}
dx = 2 * (x - t) * dy${s.reduction === 'mean' ? ' / x.size' : ''}`,
};

const NAMES: Readonly<Record<string, GridId>> = { target: 't', loss: 'y' };
