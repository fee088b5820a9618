import { checkOneOf, checkShape, reject } from '../tensor/errors.ts';
import { Tensor, type TypedArray, zeros } from '../tensor/tensor.ts';

export type OptimizerType = 'sgd' | 'momentum' | 'nesterov' | 'adam' | 'adamw';

/** Plain data, so that it can be posted to a worker. The defaults are those of PyTorch. */
export interface OptimizerSpec {
  readonly type: OptimizerType;
  readonly lr: number;
  /** μ of momentum and nesterov, in [0, 1). Default 0.9. */
  readonly momentum?: number;
  /** Decay of Adam's first and second moment, in [0, 1). Defaults 0.9 and 0.999. */
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the root, outside of it. Default 1e-8. */
  readonly eps?: number;
  /** L2: added to the gradient as weightDecay · p. AdamW instead shrinks p itself. Default 0. */
  readonly weightDecay?: number;
}

/** What an optimizer carries from step to step: t and, for each buffer (v; or m and v), a tensor a parameter. */
export interface OptimizerState {
  readonly t: number;
  readonly buffers: readonly (readonly Tensor[])[];
}

export interface Optimizer {
  /** The learning rate of the next step; a schedule sets it. */
  lr: number;
  /** Changes `params` (and its own state), never `grads`. @throws Error when the shapes do not pair up */
  stepInPlace(params: readonly Tensor[], grads: readonly Tensor[]): void;
  /** Updates that were made: the t of Adam. */
  readonly t: number;
  /** What it carries for one weight: nothing, v, or m and v. @param param its tensor @param at its place in it */
  carried(param: number, at: number): readonly number[];
  /** A copy of the state. */
  saveState(): OptimizerState;
  /** Goes on from a copy of a saved state, which may have been through `structuredClone` or a worker. */
  loadState(state: OptimizerState): void;
}

const BUFFERS: Record<OptimizerType, number> = { sgd: 0, momentum: 1, nesterov: 1, adam: 2, adamw: 2 };
const OP = 'createOptimizer';

/**
 * SGD, momentum, Nesterov, Adam, AdamW in the conventions of PyTorch (`torch.optim.SGD`, `Adam`, `AdamW`):
 *
 * - momentum: v ← μv + g, p ← p − lr·v. The rate stands outside v, so a schedule acts at once.
 * - nesterov: the same v, p ← p − lr·(g + μv).
 * - adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − lr·m̂ / (√v̂ + ε), with m̂ = m/(1−β₁ᵗ),
 *   v̂ = v/(1−β₂ᵗ) and t counted from 1 (Kingma & Ba 2015).
 * - adamw: p ← (1 − lr·λ)p before Adam's step (Loshchilov & Hutter 2019).
 *
 * @throws Error naming the setting that is not valid
 */
export function createOptimizer(spec: OptimizerSpec): Optimizer {
  const { momentum: mu = 0.9, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0 } = spec;
  const { type } = spec;
  checkOneOf(OP, 'type', type, Object.keys(BUFFERS));
  const count = BUFFERS[type];
  checkSettings({ lr: spec.lr, eps, weightDecay });
  checkSettings({ momentum: mu, beta1, beta2 }, 1);

  let lr = spec.lr;
  let t = 0;
  let buffers: Tensor[][] = [];

  const decoupled = type === 'adamw';
  const l2 = decoupled ? 0 : weightDecay;

  function sgd(p: TypedArray, g: TypedArray, v: TypedArray | undefined): void {
    for (let i = 0; i < p.length; i++) {
      let step = g[i]! + l2 * p[i]!;
      if (v) {
        v[i] = mu * v[i]! + step;
        step = type === 'nesterov' ? step + mu * v[i]! : v[i]!;
      }
      p[i]! -= lr * step;
    }
  }

  function adam(p: TypedArray, g: TypedArray, m: TypedArray, v: TypedArray): void {
    const correct1 = 1 - beta1 ** t;
    const correct2 = 1 - beta2 ** t;
    const shrink = decoupled ? 1 - lr * weightDecay : 1;
    for (let i = 0; i < p.length; i++) {
      const pi = shrink * p[i]!;
      const gi = g[i]! + l2 * pi;
      m[i] = beta1 * m[i]! + (1 - beta1) * gi;
      v[i] = beta2 * v[i]! + (1 - beta2) * gi * gi;
      p[i] = pi - (lr * (m[i]! / correct1)) / (Math.sqrt(v[i]! / correct2) + eps);
    }
  }

  return {
    get lr() {
      return lr;
    },
    set lr(value) {
      checkSettings({ lr: value });
      lr = value;
    },
    stepInPlace(params, grads) {
      checkPairs(params, grads, 'grads');
      if (buffers.length !== count)
        buffers = Array.from({ length: count }, () => params.map((p) => zeros(p.shape, p.dtype)));
      for (const buffer of buffers) checkPairs(params, buffer, 'state');
      t++;
      params.forEach(({ data: p }, k) => {
        const g = grads[k]!.data;
        const [first, second] = buffers.map((buffer) => buffer[k]!.data);
        if (first && second) adam(p, g, first, second);
        else sgd(p, g, first);
      });
    },
    get t() {
      return t;
    },
    carried: (param, at) => Array.from({ length: count }, (_, k) => buffers[k]?.[param]?.data[at] ?? 0),
    saveState: () => ({ t, buffers: copies(buffers) }),
    loadState(state) {
      const kept = state.buffers.length;
      if (kept !== 0 && kept !== count)
        reject('loadState', 'the number of buffers a parameter', kept, `${count} for ${type}`);
      t = state.t;
      buffers = copies(state.buffers);
    },
  };
}

/** New tensors, even of a state that was posted or stored and has lost its methods. */
function copies(buffers: OptimizerState['buffers']): Tensor[][] {
  return buffers.map((buffer) => buffer.map(({ shape, data }) => new Tensor(shape, data.slice())));
}

function checkPairs(params: readonly Tensor[], others: readonly Tensor[], name: string): void {
  if (params.length !== others.length)
    reject('stepInPlace', `the number of ${name}`, others.length, `${params.length}, that of params`);
  params.forEach((p, k) => {
    checkShape('stepInPlace', `${name}[${k}]`, others[k]!, p.shape);
  });
}

function checkSettings(settings: Readonly<Record<string, number>>, end = Number.POSITIVE_INFINITY): void {
  for (const [name, value] of Object.entries(settings))
    if (!Number.isFinite(value) || value < 0 || value >= end) reject(OP, name, value, `in [0, ${end})`);
}
