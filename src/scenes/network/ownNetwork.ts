import { idly } from '../../kit/check/idly.ts';
import { digitNetwork } from '../../kit/digits/digitNetwork.ts';
import { testDigits } from '../../kit/digits/testDigits.ts';
import { ownWeights } from '../../kit/ownWeights/ownWeights.ts';
import { readWeights } from '../../kit/ownWeights/readWeights.ts';
import { sameNetwork } from '../../kit/ownWeights/sameNetwork.ts';
import type { Text } from '../../language/language.ts';
import type { Model } from '../../network/model.ts';
import { pixelSamples } from '../../network/samples.ts';
import type { DataName } from '../../worker/dataSets.ts';
import { readings } from '../../worker/readings.ts';
import { WORDS } from './words.ts';

/** A network of the figure's architecture with weights that the reader trained or opened. */
export interface OwnNetwork {
  readonly name: string;
  /** What it was trained on. */
  readonly data: DataName;
  /** In float64. */
  readonly network: Model;
  /** The same, as fast as it goes. */
  readonly quick: Model;
}

const PIXELS = 784;

/** The article's network with other weights; layers that do nothing when a network reads have none. */
function networkWith(weights: Model, options: Parameters<typeof digitNetwork>[0]): Model {
  const model = digitNetwork(options);
  model.params.forEach((tensor, i) => {
    tensor.data.set(Array.from(weights.params[i]?.data ?? []));
  });
  return model;
}

/** The network of a weights file, or why there is none. */
export function openNetwork(
  name: string,
  file: Uint8Array,
  data: DataName = 'digits',
): OwnNetwork | { readonly problem: Text } {
  const { spec } = digitNetwork({ engine: 'plain' });
  const { model, problem } = readWeights(file, {
    fits: (network) => sameNetwork(network, spec),
    otherNetwork: WORDS.otherNetwork,
  });
  if (problem) return { problem };
  return {
    ...{ name, data },
    network: networkWith(model, { dtype: 'float64', engine: 'plain' }),
    quick: networkWith(model, {}),
  };
}

/** The network of the weights that another figure, or an earlier visit, has kept. @throws Error when there are none that fit */
export function keptNetwork(): OwnNetwork {
  const kept = ownWeights();
  const opened = kept ? openNetwork(kept.name, kept.file, kept.data) : { problem: WORDS.noWeights };
  if ('problem' in opened) throw new Error(opened.problem.en);
  return opened;
}

/** How many of the first test digits it reads right: counted in the pauses of the page. */
export async function countRight({ quick }: OwnNetwork, signal: AbortSignal) {
  const { labels, pixels } = await testDigits();
  const { correct, count } = await idly(
    readings(quick, pixelSamples(pixels, labels, PIXELS), labels.length),
    signal,
  );
  return { correct, count };
}
