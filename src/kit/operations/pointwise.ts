import { explainActivation, explainActivationInput } from '../../explain/activations.ts';
import { explainAdd, explainAddInput } from '../../explain/add.ts';
import { explainDropout, explainDropoutInput } from '../../explain/dropout.ts';
import { explainFlatten, explainFlattenInput } from '../../explain/flatten.ts';
import { tex } from '../../formula/symbols.ts';
import { activation, activationBackward } from '../../tensor/activations.ts';
import { add, addBackward } from '../../tensor/add.ts';
import { dropout, dropoutBackward } from '../../tensor/dropout.ts';
import { flatten, flattenBackward } from '../../tensor/flatten.ts';
import { isKink } from '../activation/functions.ts';
import { NUMPY, NUMPY_NEEDS, TORCH } from '../activation/python.ts';
import { pythonNumber } from '../copy/python.ts';
import { need, type OperationSpec, renamed, type Settings } from './operation.ts';

const planesOf = (s: Settings) => [1, s.channels, s.rows, s.cols];
const chosen = ({ activation: name, alpha }: Settings) => ({ name, alpha });

/** So close to 0, a nudge may reach across a corner. */
const NEAR = 1e-2;

/** A number by itself goes through a function. */
export const activationFunction: OperationSpec = {
  words: { en: 'Activation', zh: '激活函数' },
  symbols: { x: 'pre', y: 'act', dx: 'dpre', dy: 'dact' },
  shapes: (s) => ({ x: planesOf(s), y: planesOf(s) }),
  build(s, given, dy) {
    const x = need(given, 'x');
    const { name, alpha } = chosen(s);
    const forward = (of: typeof x) => activation(name, of, alpha);
    return {
      tensors: { x, y: forward(x), dy, dx: activationBackward(name, x, dy, alpha) },
      passes: [
        { id: 'y', columns: [['x'], ['y']], terms: 'whole', tex: `${tex('act')}=\\varphi(${tex('pre')})` },
        {
          id: 'dx',
          columns: [['dx'], ['x'], ['dy']],
          terms: 'whole',
          tex: `${tex('dpre')}=${tex('dact')}\\odot\\varphi'(${tex('pre')})`,
        },
      ],
      explain: (id, index) =>
        id === 'dx'
          ? explainActivationInput(name, { x, dy }, index, alpha)
          : explainActivation(name, { x }, index, alpha),
      forward: (now) => forward(now.x ?? x),
      isKink: (_, index) => {
        const z = x.data[index] as number;
        // At 0, ELU of depth 1 has a slope, but bends so sharply that a nudge misses it.
        return isKink({ name, alpha }, z, NEAR) || (name === 'elu' && Math.abs(z) <= NEAR);
      },
      counts: { parameters: 0, multiplyAdds: 0 },
    };
  },
  torch: (s) => `(lambda z, alpha=${pythonNumber(s.alpha)}: ${TORCH[s.activation]})(x)`,
  numpy: ({ activation: name, alpha }) =>
    `${(NUMPY_NEEDS[name] ?? '').trim()}
alpha = ${pythonNumber(alpha)}
activation = lambda z: ${NUMPY[name].g}
slope = lambda z: ${NUMPY[name].slope}

y = activation(x)
dx = dy * slope(x)`.trim(),
};

/** Planes become one row; nothing is computed. */
export const flattening: OperationSpec = {
  words: { en: 'Flatten', zh: '展平' },
  shapes: (s) => ({ x: planesOf(s), y: [1, s.channels * s.rows * s.cols] }),
  build(s, given, dy) {
    const x = need(given, 'x');
    const inputShape = planesOf(s);
    return {
      tensors: { x, y: flatten(x), dy, dx: flattenBackward(dy, inputShape) },
      passes: [
        {
          id: 'y',
          columns: [['x', 'y']],
          terms: 1,
          tex: `${tex('y', `q`)}=${tex('x', 'c,i,j')},\\quad q=(c\\cdot ${s.rows}+i)\\cdot ${s.cols}+j`,
        },
        { id: 'dx', columns: [['dx', 'dy']], terms: 1, tex: `${tex('dx', 'c,i,j')}=${tex('dy', 'q')}` },
      ],
      explain: (id, index) =>
        id === 'dx' ? explainFlattenInput({ dy, inputShape }, index) : explainFlatten({ x }, index),
      forward: (now) => flatten(now.x ?? x),
      counts: { parameters: 0, multiplyAdds: 0 },
    };
  },
  torch: () => 'x.flatten(1)',
  numpy: () => 'y = x.reshape(1, -1)\ndx = dy.reshape(x.shape)',
};

/** Some numbers become 0, the rest grow, so that the mean stays. */
export const droppingOut: OperationSpec = {
  words: { en: 'Dropout', zh: 'dropout' },
  names: { mask: { en: 'Mask', zh: '掩码' } },
  shapes: (s) => ({ x: planesOf(s), y: planesOf(s) }),
  build(s, given, dy) {
    const x = need(given, 'x');
    const { y, mask } = dropout(x, s.rate, s.seed);
    return {
      tensors: { x, mask, y, dy, dx: dropoutBackward(dy, mask) },
      passes: [
        {
          id: 'y',
          columns: [['x'], ['mask'], ['y']],
          terms: 1,
          tex: `${tex('y')}=${tex('x')}\\odot m,\\quad m\\in\\{0,\\;\\tfrac{1}{1-p}\\}`,
        },
        { id: 'dx', columns: [['dx'], ['mask'], ['dy']], terms: 1, tex: `${tex('dx')}=${tex('dy')}\\odot m` },
      ],
      explain: (id, index) =>
        id === 'dx' ? explainDropoutInput({ dy, mask }, index) : explainDropout({ x, mask }, index),
      forward: (now) => dropoutBackward(now.x ?? x, mask),
      counts: { parameters: 0, multiplyAdds: x.size },
    };
  },
  torch: () => 'x * mask  # F.dropout draws a mask of its own',
  numpy: () => 'y = x * mask\ndx = dy * mask',
};

const SUM_NAMES = { a: 'x', b: 't', da: 'dx', db: 'dt' } as const;

/** A shortcut past some layers: what they made and what went into them are added. */
export const addition: OperationSpec = {
  words: { en: 'Residual sum', zh: '残差相加' },
  symbols: { t: 'shortcut', dt: 'dshortcut' },
  shapes: (s) => ({ x: planesOf(s), t: planesOf(s), y: planesOf(s) }),
  build(_, given, dy) {
    const [a, b] = [need(given, 'x'), need(given, 't')];
    const { da, db } = addBackward(dy);
    return {
      tensors: { x: a, t: b, y: add(a, b), dy, dx: da, dt: db },
      passes: [
        {
          id: 'y',
          columns: [['x'], ['t'], ['y']],
          terms: 2,
          tex: `${tex('y')}=${tex('x')}+${tex('shortcut')}`,
        },
        { id: 'dx', columns: [['dx'], ['t'], ['dy']], terms: 1, tex: `${tex('dx')}=${tex('dy')}` },
        { id: 'dt', columns: [['x'], ['dt'], ['dy']], terms: 1, tex: `${tex('dshortcut')}=${tex('dy')}` },
      ],
      explain: (id, index) =>
        renamed(
          id === 'y' ? explainAdd({ a, b }, index) : explainAddInput({ dy }, id === 'dx' ? 'a' : 'b', index),
          SUM_NAMES,
        ),
      forward: (now) => add(now.x ?? a, now.t ?? b),
      counts: { parameters: 0, multiplyAdds: a.size },
    };
  },
  torch: () => 'x + t',
  numpy: () => 'y = x + t\ndx = dy\ndt = dy',
};
