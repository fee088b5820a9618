import { overwrite, stateOf } from '../../../../network/layer.ts';
import { createModel } from '../../../../network/model.ts';
import { pixelSamples } from '../../../../network/samples.ts';
import { keepLast } from '../../../../playback/keepLast.ts';
import { softmax } from '../../../../tensor/softmax.ts';
import { sizeOf, tensor } from '../../../../tensor/tensor.ts';
import { PIXELS, SIDE } from '../../../../worker/packing.ts';
import type { Look } from '../../../../worker/protocol.ts';
import { asShown } from '../../../../worker/session.ts';
import { networkOf, type TrainingSettings } from '../../../../worker/settings.ts';

/** The maps of one layer, as the next block reads them. */
export interface LayerMaps {
  /** 1 for the first block, and so on. */
  readonly block: number;
  readonly count: number;
  readonly side: number;
  /** One after the other. */
  readonly values: ArrayLike<number>;
}

export interface DigitMaps {
  /** The digit as the network of these settings sees it, 0 to 1. */
  readonly input: ArrayLike<number>;
  readonly layers: readonly LayerMaps[];
  /** What it is read as, and the probability of that. */
  readonly read: number;
  readonly sure: number;
}

/** A model of the same network, made once for each. */
const modelOf = keepLast((architecture: string) => createModel(networkOf(JSON.parse(architecture))));

/**
 * One forward pass of a digit with the weights of a look: the maps behind each activation, pooled where they are pooled.
 *
 * @param pixels 28 × 28 grey values 0–255
 */
export function mapsOf(settings: TrainingSettings, { weights }: Look, pixels: Uint8Array): DigitMaps {
  const model = modelOf(JSON.stringify(settings.architecture));
  overwrite(stateOf(model), weights);
  const x = tensor([1, 1, SIDE, SIDE], new Float32Array(PIXELS));
  asShown(pixelSamples(pixels, new Uint8Array(1), PIXELS), settings).read(0, x.data, 0);
  const p = softmax(model.forward(x)).data;
  const outputs = model.activations();
  const layers: LayerMaps[] = [];
  model.layers.forEach(({ spec }, i) => {
    const output = outputs[i + 1];
    const isPooled = /Pool2d$/.test(spec.type);
    if (output?.shape.length !== 4 || !(spec.type === 'activation' || isPooled)) return;
    const [, count = 1, side = 1] = output.shape;
    const maps = { count, side, values: output.data.slice(0, sizeOf(output.shape)) };
    if (isPooled) layers.pop();
    layers.push({ block: layers.length + 1, ...maps });
  });
  const read = p.indexOf(Math.max(...p));
  return { input: x.data, layers, read, sure: p[read] as number };
}
