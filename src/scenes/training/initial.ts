import { createModel, type Model } from '../../network/model.ts';
import type { Look } from '../../worker/protocol.ts';
import { networkOf, setStart, type TrainingSettings } from '../../worker/settings.ts';

const MOST = 8;
const made = new Map<string, Model>();
const looks = new WeakMap<Model, Look>();

const numbers = new WeakMap<object, number>();
let given = 0;

/** Weights that were given are told apart by the object that they are. */
function numberOf(weights: object): number {
  const known = numbers.get(weights) ?? ++given;
  numbers.set(weights, known);
  return known;
}

/** The network before its first step, as the worker makes it; the last few are kept. */
export function firstModel(settings: TrainingSettings): Model {
  const { architecture, start, seed, weights } = settings;
  const key = JSON.stringify([architecture, start, seed, weights ? numberOf(weights) : 0]);
  const known = made.get(key);
  if (known) return known;
  const model = createModel(networkOf(architecture), { seed, engine: 'plain' });
  setStart(model, settings);
  if (made.size >= MOST) made.delete([...made.keys()][0] as string);
  made.set(key, model);
  return model;
}

/** All its weights, biases included. */
export const weightCount = (settings: TrainingSettings): number =>
  firstModel(settings).params.reduce((sum, { size }) => sum + size, 0);

/** Its weights, as if they had been looked at. */
export function firstLook(settings: TrainingSettings): Look {
  const model = firstModel(settings);
  const known = looks.get(model);
  if (known) return known;
  const weights = [...model.params, ...model.buffers].map(({ shape, data }) => ({
    shape,
    data: Float32Array.from(data),
  }));
  const look: Look = { step: 0, weights, dead: [] };
  looks.set(model, look);
  return look;
}
