import { ownWeights } from '../../../../kit/ownWeights/ownWeights.ts';
import { readWeights, type Wanted } from '../../../../kit/ownWeights/readWeights.ts';
import { crc32 } from '../../../../network/crc32.ts';
import { stateOf } from '../../../../network/layer.ts';
import type { Numbers } from '../../../../worker/settings.ts';
import { architectureOf } from './architectureOf.ts';
import { WORDS } from './words.ts';

/** Numbers of files run from 1 to this; 0 is none. */
export const MOST_FILES = 999_999;

/** A number by which a link and a kept run know a file again. It says nothing of what is in it. */
export const fileNumber = (file: Uint8Array): number => (crc32(file) % MOST_FILES) + 1;

/** Weights from which a run of the figure can start. */
export const STARTABLE: Wanted = {
  fits: (network) => architectureOf(network) !== null,
  otherNetwork: WORDS.otherNetwork,
};

const known = new Map<number, readonly Numbers[]>();

/** Weights of a file that runs can start from, from now on until the page is left. */
export function rememberStart(file: Uint8Array): void {
  const { model } = readWeights(file, STARTABLE);
  if (model) known.set(fileNumber(file), stateOf(model) as Numbers[]);
}

/**
 * The weights of the file of that number: the same object each time. Looks among those that were loaded on this page and
 * those that were kept from before; undefined: it is not here.
 */
export function startOf(number: number): readonly Numbers[] | undefined {
  if (number < 1) return undefined;
  const found = known.get(number);
  if (found) return found;
  const kept = ownWeights('start');
  if (!kept || fileNumber(kept.file) !== number) return undefined;
  rememberStart(kept.file);
  return known.get(number);
}
