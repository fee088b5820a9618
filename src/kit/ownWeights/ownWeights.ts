import { DATA_NAMES, type DataName } from '../../worker/dataSets.ts';
import { bytesFromBase64 } from '../samples/bytes.ts';
import { base64Of } from './bytes.ts';

/*
 * Weights that the reader trained or loaded, handed from one figure to another: one file for each purpose, in the storage
 * of the site, so that it is there on every page, in other tabs, and when the reader comes back.
 */

/** What they are for: to be looked at in the figure of the network, or to start a run from. */
export type WeightPurpose = 'network' | 'start';

const KEYS: Readonly<Record<WeightPurpose, string>> = { network: 'own-weights', start: 'start-weights' };

/** A weights file (`network/weights`) and what the reader calls it. */
export interface OwnWeights {
  readonly name: string;
  readonly file: Uint8Array;
  /** What they were trained on: its classes are what the scores stand for. Not known: digits. */
  readonly data?: DataName;
}

/** As much of a Storage as is used. */
export type WeightStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The page's own storage; none while the build renders, or where the browser refuses it. */
function siteStorage(): WeightStorage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

/**
 * Puts weights where other figures find them, in place of those that were there.
 *
 * @returns whether they are kept; if not (storage full or refused), those of before are still there
 */
export function keepOwnWeights(
  { name, file, data }: OwnWeights,
  purpose: WeightPurpose = 'network',
  storage = siteStorage(),
): boolean {
  try {
    storage?.setItem(KEYS[purpose], JSON.stringify({ name, file: base64Of(file), data }));
    return storage !== null;
  } catch {
    return false;
  }
}

/** The weights that were put there last; null: none, or what lies there is none of ours. What the file holds is not checked. */
export function ownWeights(purpose: WeightPurpose = 'network', storage = siteStorage()): OwnWeights | null {
  try {
    const kept = JSON.parse(storage?.getItem(KEYS[purpose]) ?? 'null');
    if (typeof kept?.name !== 'string' || typeof kept.file !== 'string') return null;
    const data = DATA_NAMES.find((known) => known === kept.data);
    return { name: kept.name, file: bytesFromBase64(kept.file), ...(data && { data }) };
  } catch {
    return null;
  }
}

export function forgetOwnWeights(purpose: WeightPurpose = 'network', storage = siteStorage()): void {
  try {
    storage?.removeItem(KEYS[purpose]);
  } catch {
    // There is nothing that could be kept, either.
  }
}

/** Calls back when another tab puts weights for the figure of the network there or takes them away. @returns what ends it */
export function watchOwnWeights(changed: () => void): () => void {
  const heard = ({ key }: StorageEvent): void => {
    if (key === KEYS.network || key === null) changed();
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}
