import type { DenseLayer, DenseModel } from './model.ts';

/** Where the computation stands: which neuron of which layer, and how much of it is done. */
export interface Moment {
  /** From 0. */
  readonly layer: number;
  readonly neuron: number;
  /** Terms added: the products in the order of the inputs, then the bias. */
  readonly done: number;
  /** The activation function has been applied. */
  readonly activated: boolean;
}

/** The terms of one neuron's sum: its products and the bias. */
const termsOf = (layer: DenseLayer): number => layer.ins + 1;

/** The steps of one neuron: its terms, then the activation where there is one. */
const stepsOf = (layer: DenseLayer): number => termsOf(layer) + (layer.activation ? 1 : 0);

/** The steps of a whole layer. */
export const layerSteps = (layer: DenseLayer): number => layer.outs * stepsOf(layer);

export const totalOf = (model: DenseModel): number =>
  model.layers.reduce((sum, layer) => sum + layerSteps(layer), 0);

export function momentAt(model: DenseModel, position: number): Moment {
  let step = Math.floor(position) - 1;
  if (step < 0) return { layer: 0, neuron: 0, done: 0, activated: false };
  for (const [at, layer] of model.layers.entries()) {
    const all = layerSteps(layer);
    if (step >= all) {
      step -= all;
      continue;
    }
    const within = (step % stepsOf(layer)) + 1;
    const done = Math.min(within, termsOf(layer));
    return { layer: at, neuron: Math.floor(step / stepsOf(layer)), done, activated: within > done };
  }
  throw new RangeError(`position ${position} is beyond the last step`);
}

/** The position at which `steps` steps of a neuron are done (default: all of them). */
export function positionOf(model: DenseModel, layer: number, neuron: number, steps?: number): number {
  const last = model.layers[layer] as DenseLayer;
  const before = model.layers.slice(0, layer).reduce((sum, each) => sum + layerSteps(each), 0);
  return before + neuron * stepsOf(last) + Math.min(steps ?? stepsOf(last), stepsOf(last));
}

/** Whether a neuron's sum is complete (z), and whether its output is known (y). */
export function knownAt(
  model: DenseModel,
  moment: Moment,
  at: number,
  neuron: number,
): { z: boolean; y: boolean } {
  if (at !== moment.layer) return { z: at < moment.layer, y: at < moment.layer };
  if (neuron !== moment.neuron) return { z: neuron < moment.neuron, y: neuron < moment.neuron };
  const layer = model.layers[at] as DenseLayer;
  const z = moment.done === termsOf(layer);
  return { z, y: z && (moment.activated || !layer.activation) };
}
