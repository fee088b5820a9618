import { standsAlone } from '../../../kit/figure/standsAlone.ts';
import type { TrainerState } from '../../../network/trainer.ts';
import type { RunState } from './state.ts';

/** What a reader comes back to: the state of the figure as the texts of a link, and run A with its last checkpoint. */
export interface KeptRun {
  readonly texts: Readonly<Record<string, string>>;
  readonly key: string;
  readonly state: RunState;
  readonly checkpoint: TrainerState | undefined;
}

const NAME = 'training';
const LAST = 'last';
/** Another number when what is kept looks otherwise: then what was kept before is forgotten. */
const VERSION = 1;

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

/** Keeps a run for the next visit, in place of the one before. Rejects where storage is refused or full. */
export const keepRun = async (run: KeptRun): Promise<unknown> =>
  standsAlone() ? undefined : within('readwrite', (store) => store.put(run, LAST));

/** The run that was kept last; undefined: none. Rejects where storage is refused. */
export const keptRun = async (): Promise<KeptRun | undefined> =>
  standsAlone() ? undefined : within<KeptRun | undefined>('readonly', (store) => store.get(LAST));
