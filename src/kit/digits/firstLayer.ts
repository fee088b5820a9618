import firstLayerJson from './firstLayer.json';

/** One filter: its kernels, input map by input map and row by row, and its bias. */
export interface Filter {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The first layer of the digit network as it was trained (`npm run train` writes it): 8 kernels of 5 × 5, padding 2. */
export const FIRST_LAYER: readonly Filter[] = firstLayerJson;
