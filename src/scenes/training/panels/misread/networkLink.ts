import { packPixels } from '../../../../kit/digits/givenPixels.ts';
import { writeLink } from '../../../../playback/link.ts';

/** The address of a digit in the figure `network`, from any page of the article. @param pixels 28 × 28 grey values */
export const networkLink = (pixels: Uint8Array, label: number): string =>
  writeLink({ scene: 'network', texts: { pixels: packPixels(pixels), label: String(label) } });
