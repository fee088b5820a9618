import { standsAlone } from '../../../kit/figure/standsAlone.ts';
import type { Standing } from './crew.ts';

/** What a reader comes back to: the state of the figure as the texts of a link, and its runs with their last checkpoints. */
export interface Kept {
  readonly texts: Readonly<Record<string, string>>;
  readonly runs: readonly Standing[];
}

const NAME = 'training';
const LAST = 'last';
/** Another number when what is kept looks otherwise: then what was kept before is forgotten. */
const VERSION = 2;

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      const { result } = asked;
      if (result.objectStoreNames.contains(NAME)) result.deleteObjectStore(NAME);
      result.createObjectStore(NAME);
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
    asked.onblocked = () => failed(new Error('another tab holds the store'));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = database.transaction(NAME, mode);
      const asked = act(transaction.objectStore(NAME));
      transaction.oncomplete = () => done(asked.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error ?? asked.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps runs for the next visit, in place of those before. Rejects where storage is refused or full. */
export const keepRuns = async (kept: Kept): Promise<unknown> =>
  standsAlone() ? undefined : within('readwrite', (store) => store.put(kept, LAST));

/** What was kept last; undefined: nothing. Rejects where storage is refused. */
export const keptRuns = async (): Promise<Kept | undefined> =>
  standsAlone() ? undefined : within<Kept | undefined>('readonly', (store) => store.get(LAST));
