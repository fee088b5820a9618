import { checkOneOf, checkShape, checkWhole, reject } from '../tensor/errors.ts';
import type { Plan } from '../tensor/kernels/plan/plan.ts';
import { createRandom } from '../tensor/random.ts';
import type { DType, Tensor } from '../tensor/tensor.ts';
import { createLayers } from './createLayer.ts';
import { type Layer, type Mode, overwrite, ownedBy } from './layer.ts';
import { backThrough, backToInputs, forwardThrough } from './passes.ts';
import { ENGINES, type EngineName, planFor } from './plan.ts';
import type { NetworkSpec } from './spec.ts';

export interface ModelOptions {
  /** Draws the first weights; the same seed gives the same bits. Default 1. */
  readonly seed?: number;
  readonly dtype?: DType;
  /** Default `auto`: the fastest that there is. Numbers in float64 are always computed by the readable layers. */
  readonly engine?: 'auto' | EngineName;
}

/** A sequential network that keeps what its last forward and backward pass made. */
export interface Model {
  readonly spec: NetworkSpec;
  readonly layers: readonly Layer[];
  readonly params: readonly Tensor[];
  /** ∂loss/∂params of the last backward pass, in the same order. */
  readonly grads: readonly Tensor[];
  readonly buffers: readonly Tensor[];
  /** What computed the last pass, or will compute the next. */
  readonly engine: EngineName;
  /**
   * @param x [n, …input] · @returns logits [n, …]
   * @throws Error when x does not fit
   */
  forward(x: Tensor, mode?: Partial<Mode>): Tensor;
  /**
   * Writes `grads`. Neither x nor the parameters may have changed since the forward pass.
   *
   * @param dLogits as the logits
   * @throws Error before a forward pass, or when it does not fit
   */
  backward(dLogits: Tensor): void;
  /**
   * x and then the output of every layer, of the last forward pass: one more than there are layers. What the
   * plan did not hand out, the layers work out from x and the parameters; neither may have changed since.
   */
  activations(): Tensor[];
  /**
   * ∂loss/∂ each of `activations()`, of the last backward pass. To be asked, like them, before an
   * optimizer moves the parameters.
   */
  activationGradients(): Tensor[];
  /**
   * The gradient of each of `activations()` from one of the logits, for who only looks: no backward pass is made, and `grads`
   * stay as they are.
   */
  gradientsFrom(dLogits: Tensor): Tensor[];
}

/**
 * Builds a network from its description.
 *
 * @throws Error naming the layer whose options or input do not fit
 */
export function createModel(spec: NetworkSpec, options: ModelOptions = {}): Model {
  const { seed = 1, dtype = 'float32', engine = 'auto' } = options;
  if (spec.input.length < 1) reject('createModel', 'input', [...spec.input], 'the shape of a sample');
  for (const side of spec.input) checkWhole('createModel', 'input', side, 1);
  const layers = createLayers(spec.layers, {
    ...{ inShape: spec.input, random: createRandom(seed), dtype },
    plain: engine === 'plain',
  });
  if (layers.length < 1) reject('createModel', 'layers', [], 'at least one layer');

  const owned = ownedBy(layers);
  checkOneOf('createModel', 'engine', engine, ['auto', ...ENGINES]);
  const { name, plan } = planFor(layers, engine === 'auto' ? 'compiled' : engine);
  let pass: { x: Tensor; logits: Tensor; mode: Mode; plan: Plan | null; dLogits?: Tensor } | undefined;
  /** What the layers made one by one, if they ran since the last forward pass. */
  let outputs: Tensor[] | undefined;
  let gradients: Tensor[] | undefined;

  function activations(): Tensor[] {
    if (!pass) throw new Error('activations: there was no forward pass');
    if (!outputs) {
      // A look inside does not move what batch norm keeps.
      const before = owned.buffers.map((buffer) => buffer.clone());
      outputs = forwardThrough(layers, pass.x, pass.mode);
      overwrite(owned.buffers, before);
    }
    return [...outputs.slice(0, -1), pass.logits];
  }

  return {
    spec,
    layers,
    ...owned,
    get engine() {
      return pass && !pass.plan ? 'plain' : name;
    },
    forward(x, { training = false, seed: draw = 0 } = {}) {
      checkShape('forward', 'x', x, ['n', ...spec.input]);
      const mode = { training, seed: draw };
      outputs = gradients = undefined;
      const fast = x.dtype === 'float32' ? plan : null;
      if (!fast) outputs = forwardThrough(layers, x, mode);
      const logits = fast ? fast.forward(x, mode) : (outputs?.at(-1) as Tensor);
      pass = { x, logits, mode, plan: fast };
      return logits;
    },
    backward(dLogits) {
      if (!pass) throw new Error('backward: there was no forward pass to go back from');
      checkShape('backward', 'dLogits', dLogits, pass.logits.shape);
      pass.dLogits = dLogits;
      gradients = undefined;
      if (pass.plan) pass.plan.backward(dLogits);
      else gradients = backThrough(layers, dLogits);
    },
    activations,
    activationGradients() {
      if (!pass?.dLogits) throw new Error('activationGradients: there was no backward pass');
      if (!gradients) {
        // The layers go back too; the gradients of the parameters stay as the plan left them.
        activations();
        gradients = backToInputs(layers, pass.dLogits);
      }
      return [...gradients];
    },
    gradientsFrom(dLogits) {
      activations();
      return backToInputs(layers, dLogits);
    },
  };
}
