import {
  explainBatchNorm2d,
  explainBatchNorm2dBeta,
  explainBatchNorm2dGamma,
  explainBatchNorm2dInput,
} from '../../explain/batchNorm2d.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { tex } from '../../formula/symbols.ts';
import { batchNorm2d, batchNorm2dBackward } from '../../tensor/batchNorm2d.ts';
import { full, zeros } from '../../tensor/tensor.ts';
import { learnedLayer } from './learnedLayer.ts';
import { type GridId, need, type OperationSpec, renamed } from './operation.ts';

const NAMES: Readonly<Record<string, GridId>> = { gamma: 'w', beta: 'b', dgamma: 'dw', dbeta: 'db' };

/** Where a channel hardly varies, the curve bends within a nudge: there is no slope to compare with. */
const LEAST_VARIANCE = 1e-2;

/** Every channel moved to mean 0 and spread 1, then to a mean and a spread that are learned. */
export const normalisation: OperationSpec = {
  words: { en: 'Batch norm', zh: '批归一化' },
  symbols: { w: 'gamma', b: 'beta', dw: 'dgamma', db: 'dbeta' },
  shapes(s) {
    const x = [s.samples, s.channels, s.rows, s.cols];
    return { x, w: [s.channels], b: [s.channels], y: x };
  },
  build(s, given, dy) {
    const [x, gamma, beta] = [need(given, 'x'), need(given, 'w'), need(given, 'b')];
    const options = { training: s.training };
    const running = { mean: zeros([s.channels], 'float64'), variance: full([s.channels], 1, 'float64') };
    const { y, used } = batchNorm2d(x, gamma, beta, running, options);
    const { dx, dgamma, dbeta } = batchNorm2dBackward(x, gamma, dy, used, options);
    const named = (of: Explanation): Explanation => renamed(of, NAMES);
    const normal = '\\hat{x}';
    const statistics = s.training ? '\\mu,\\;\\sigma^2\\text{: }\\mathrm{batch}' : '\\mu=0,\\;\\sigma^2=1';
    const count = x.size / s.channels;
    return {
      tensors: { x, w: gamma, b: beta, y, dy, dx, dw: dgamma, db: dbeta },
      ...learnedLayer({
        y: {
          terms: 'whole',
          tex: `${tex('y')}=${tex('gamma', 'c')}\\,\\frac{${tex('x')}-\\mu_c}{\\sqrt{\\sigma_c^2+\\epsilon}}+${tex('beta', 'c')},\\quad ${statistics}`,
          explain: (index) => named(explainBatchNorm2d({ x, gamma, beta, used }, options, index)),
        },
        dx: {
          terms: 'whole',
          tex: s.training
            ? `${tex('dx')}=\\frac{${tex('gamma', 'c')}}{\\sqrt{\\sigma_c^2+\\epsilon}}\\Bigl(${tex('dy')}-\\frac{${tex('dbeta', 'c')}}{${count}}-${normal}\\,\\frac{${tex('dgamma', 'c')}}{${count}}\\Bigr)`
            : `${tex('dx')}=\\frac{${tex('gamma', 'c')}}{\\sqrt{\\sigma_c^2+\\epsilon}}\\,${tex('dy')}`,
          explain: (index) => named(explainBatchNorm2dInput({ x, gamma, dy, used }, options, index)),
        },
        dw: {
          terms: 'whole',
          tex: `${tex('dgamma', 'c')}=\\sum ${tex('dy')}\\,${normal}`,
          explain: (index) => named(explainBatchNorm2dGamma({ x, dy, used }, options, index)),
        },
        db: {
          terms: 'whole',
          tex: `${tex('dbeta', 'c')}=\\sum ${tex('dy')}`,
          explain: (index) => named(explainBatchNorm2dBeta({ dy }, index)),
        },
      }),
      forward: (now) => batchNorm2d(now.x ?? x, now.w ?? gamma, now.b ?? beta, running, options).y,
      isKink: (id, index) => {
        const channel = Math.floor(index / (s.rows * s.cols)) % s.channels;
        return id === 'x' && s.training && (used.variance.data[channel] as number) < LEAST_VARIANCE;
      },
      counts: { parameters: 2 * s.channels, multiplyAdds: x.size },
    };
  },
  torch: (s) =>
    `F.batch_norm(x, torch.zeros(${s.channels}, dtype=torch.float64), torch.ones(${s.channels}, dtype=torch.float64), w, b, training=${s.training ? 'True' : 'False'})`,
  numpy: (s) => `across, at = (0, 2, 3), (None, slice(None), None, None)
mean, variance = ${s.training ? 'x.mean(across), x.var(across)' : `np.zeros(${s.channels}), np.ones(${s.channels})`}
scale = 1 / np.sqrt(variance + 1e-5)
normal = (x - mean[at]) * scale[at]
m = x.size / x.shape[1]

y = w[at] * normal + b[at]
db = dy.sum(across)
dw = (dy * normal).sum(across)
dx = (w * scale)[at] * ${s.training ? '(dy - db[at] / m - normal * dw[at] / m)' : 'dy'}`,
};
