import trainedJson from './trained.json';

/** One filter: its kernel, row by row, and its bias. */
export interface Filter {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The first layer of the digit network as it was trained: 8 kernels of 5 × 5. */
export const TRAINED: readonly Filter[] = trainedJson;

const made = (...weights: number[]): Filter => ({ weights, bias: 0 });

/** Eight kernels of 3 × 3 that people made: edges four ways, their opposites, a spot and a blur. */
export const BY_HAND: readonly Filter[] = [
  made(-1, 0, 1, -2, 0, 2, -1, 0, 1),
  made(-1, -2, -1, 0, 0, 0, 1, 2, 1),
  made(-2, -1, 0, -1, 0, 1, 0, 1, 2),
  made(0, 1, 2, -1, 0, 1, -2, -1, 0),
  made(1, 0, -1, 2, 0, -2, 1, 0, -1),
  made(1, 2, 1, 0, 0, 0, -1, -2, -1),
  made(0, -1, 0, -1, 4, -1, 0, -1, 0),
  made(1, 1, 1, 1, 1, 1, 1, 1, 1),
];

export const MOST_FILTERS = TRAINED.length;
