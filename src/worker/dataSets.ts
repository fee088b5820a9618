import { checkOneOf } from '../tensor/errors.ts';

/** What can be trained on: pictures of 28 × 28 greys in ten classes, in parts that `npm run data` writes. */
export interface DataSet {
  /** Its folder in `public/data/`. */
  readonly folder: string;
  /** How many there are to train on, and how many to test with. */
  readonly train: number;
  readonly test: number;
}

/** Handwritten digits (MNIST), and pieces of clothing (Fashion-MNIST), which are harder. */
export const DATA_SETS = {
  digits: { folder: 'mnist', train: 20_000, test: 10_000 },
  fashion: { folder: 'fashion', train: 10_000, test: 5_000 },
} as const satisfies Readonly<Record<string, DataSet>>;

export type DataName = keyof typeof DATA_SETS;

export const DATA_NAMES = Object.keys(DATA_SETS) as DataName[];

/**
 * The folder of the parts of a data set, ending with a slash.
 *
 * @param base that of all data, ending with a slash
 * @throws Error for the name of none
 */
export function folderOf(base: string, data: DataName): string {
  checkOneOf('settings', 'data', data, DATA_NAMES);
  return `${base}${DATA_SETS[data].folder}/`;
}
