import type { Text } from '../../language/language.ts';
import type { Model } from '../../network/model.ts';
import { pixelSamples } from '../../network/samples.ts';
import type { DataName } from '../../worker/dataSets.ts';
import { readings } from '../../worker/readings.ts';
import { idly } from '../check/idly.ts';
import { digitNetwork } from '../digits/digitNetwork.ts';
import { testDigits } from '../digits/testDigits.ts';
import { ownWeights } from './ownWeights.ts';
import { readWeights } from './readWeights.ts';
import { sameNetwork } from './sameNetwork.ts';
import { OWN_WORDS } from './words.ts';

/** The article's network with weights that the reader trained or opened. */
export interface OwnDigitNetwork {
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
): OwnDigitNetwork | { readonly problem: Text } {
  const { spec } = digitNetwork({ engine: 'plain' });
  const { model, problem } = readWeights(file, {
    fits: (network) => sameNetwork(network, spec),
    otherNetwork: OWN_WORDS.otherNetwork,
  });
  if (problem) return { problem };
  return {
    ...{ name, data },
    network: networkWith(model, { dtype: 'float64', engine: 'plain' }),
    quick: networkWith(model, {}),
  };
}

/** The network of the weights that another figure, or an earlier visit, has kept. @throws Error when there are none that fit */
export function keptNetwork(): OwnDigitNetwork {
  const kept = ownWeights();
  const opened = kept ? openNetwork(kept.name, kept.file, kept.data) : { problem: OWN_WORDS.noWeights };
  if ('problem' in opened) throw new Error(opened.problem.en);
  return opened;
}

/** How many of the first test digits it reads right: counted in the pauses of the page. */
export async function countRight({ quick }: OwnDigitNetwork, signal: AbortSignal) {
  const { labels, pixels } = await testDigits();
  const { correct, count } = await idly(
    readings(quick, pixelSamples(pixels, labels, PIXELS), labels.length),
    signal,
  );
  return { correct, count };
}
