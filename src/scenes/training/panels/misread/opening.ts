import { packPixels } from '../../../../kit/digits/givenPixels.ts';
import { sameNetwork } from '../../../../kit/ownWeights/sameNetwork.ts';
import { pixelSamples } from '../../../../network/samples.ts';
import { digitNetwork } from '../../../../network/spec.ts';
import { writeLink } from '../../../../playback/link.ts';
import { PIXELS } from '../../../../worker/packing.ts';
import { asShown } from '../../../../worker/session.ts';
import { networkOf, type TrainingSettings } from '../../../../worker/settings.ts';

/**
 * Which network of the figure `network` can read a picture of a run: one with the weights of the run, where it is a network
 * of that figure; for plain digits the article's own; else none.
 */
export type Reader = 'own' | 'article' | null;

export function readerOf({ architecture, data, scrambled }: TrainingSettings): Reader {
  if (sameNetwork(networkOf(architecture), digitNetwork())) return 'own';
  return data === 'digits' && !scrambled ? 'article' : null;
}

/** A picture in the figure `network`, from any page of the article. @param pixels 28 × 28 grey values, before they are scrambled */
export function networkLink(pixels: Uint8Array, label: number, settings: TrainingSettings): string {
  const seen = new Float32Array(PIXELS);
  asShown(pixelSamples(pixels, Uint8Array.of(label), PIXELS), settings).read(0, seen, 0);
  const texts = {
    pixels: packPixels(Uint8Array.from(seen, (ink) => Math.round(255 * ink))),
    label: `${label}`,
  };
  return writeLink({
    scene: 'network',
    texts: readerOf(settings) === 'own' ? { ...texts, weights: 'own' } : texts,
  });
}
