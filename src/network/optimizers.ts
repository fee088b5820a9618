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
  readonly spec: OptimizerSpec;
  /** The learning rate of the next step; a schedule sets it. */
  lr: number;
  /** Changes `params` (and its own state), never `grads`. @throws Error when the shapes do not pair up */
  stepInPlace(params: readonly Tensor[], grads: readonly Tensor[]): void;
  /** A copy of the state. */
  saveState(): OptimizerState;
  /** Goes on from a copy of a saved state, which may have been through `structuredClone` or a worker. */
  loadState(state: OptimizerState): void;
}

type Update = (p: TypedArray, g: TypedArray, m: TypedArray, v: TypedArray) => void;

const BUFFERS: Record<OptimizerType, number> = { sgd: 0, momentum: 1, nesterov: 1, adam: 2, adamw: 2 };
const NONE: TypedArray = new Float64Array(0);

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
  const count = BUFFERS[spec.type];
  if (!Object.hasOwn(BUFFERS, spec.type) || count === undefined)
    throw new Error(`createOptimizer: type '${spec.type}' must be one of ${Object.keys(BUFFERS).join(', ')}`);
  checkAtLeastZero('lr', spec.lr);
  checkAtLeastZero('eps', eps);
  checkAtLeastZero('weightDecay', weightDecay);
  checkFraction('momentum', mu);
  checkFraction('beta1', beta1);
  checkFraction('beta2', beta2);

  let lr = spec.lr;
  let t = 0;
  let buffers: Tensor[][] = [];

  const decoupled = spec.type === 'adamw';
  const l2 = decoupled ? 0 : weightDecay;

  const sgd: Update = (p, g) => {
    for (let i = 0; i < p.length; i++) p[i]! -= lr * (g[i]! + l2 * p[i]!);
  };
  const momentum: Update = (p, g, v) => {
    for (let i = 0; i < p.length; i++) {
      v[i] = mu * v[i]! + (g[i]! + l2 * p[i]!);
      p[i]! -= lr * v[i]!;
    }
  };
  const nesterov: Update = (p, g, v) => {
    for (let i = 0; i < p.length; i++) {
      const gi = g[i]! + l2 * p[i]!;
      v[i] = mu * v[i]! + gi;
      p[i]! -= lr * (gi + mu * v[i]!);
    }
  };
  const adam: Update = (p, g, m, v) => {
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
  };
  const update = { sgd, momentum, nesterov, adam, adamw: adam }[spec.type];

  return {
    spec,
    get lr() {
      return lr;
    },
    set lr(value) {
      checkAtLeastZero('lr', value);
      lr = value;
    },
    stepInPlace(params, grads) {
      checkPairs(params, grads);
      if (buffers.length !== count) buffers = zeroBuffers(count, params);
      for (const buffer of buffers) checkPairs(params, buffer, 'state');
      t++;
      for (let k = 0; k < params.length; k++)
        update(params[k]!.data, grads[k]!.data, buffers[0]?.[k]?.data ?? NONE, buffers[1]?.[k]?.data ?? NONE);
    },
    saveState: () => ({ t, buffers: buffers.map((buffer) => buffer.map((b) => b.clone())) }),
    loadState(state) {
      if (state.buffers.length !== 0 && state.buffers.length !== count)
        throw new Error(
          `loadState: ${spec.type} keeps ${count} buffers a parameter, got ${state.buffers.length}`,
        );
      t = state.t;
      // New tensors, for a state that was posted or stored has lost its methods.
      buffers = state.buffers.map((buffer) => buffer.map((b) => new Tensor(b.shape, b.data.slice())));
    },
  };
}

function zeroBuffers(count: number, params: readonly Tensor[]): Tensor[][] {
  return Array.from({ length: count }, () => params.map((p) => zeros(p.shape, p.dtype)));
}

function checkPairs(params: readonly Tensor[], grads: readonly Tensor[], name = 'grads'): void {
  if (params.length !== grads.length)
    throw new Error(`stepInPlace: ${params.length} params need as many ${name}, got ${grads.length}`);
  for (let k = 0; k < params.length; k++) {
    const [p, g] = [params[k]!.shape, grads[k]!.shape];
    if (p.length !== g.length || p.some((side, axis) => side !== g[axis]))
      throw new Error(`stepInPlace: ${name}[${k}] has shape [${g}], must be [${p}] like params[${k}]`);
  }
}

function checkAtLeastZero(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0)
    throw new Error(`createOptimizer: ${name} must be a finite number of at least 0, got ${value}`);
}

function checkFraction(name: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new Error(`createOptimizer: ${name} must be in [0, 1), got ${value}`);
}
