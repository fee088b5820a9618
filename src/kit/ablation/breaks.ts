/** The network's filters in one row: 8 of the first convolution, then 16 of the second. */
export const FILTERS = 24;
export const KERNEL = 5;

/** Of the first layer and of the second: filters, maps that each reads, and the side of what it hands on after pooling. */
export const LAYERS = [
  { filters: 8, reads: 1, side: 14 },
  { filters: 16, reads: 8, side: 7 },
] as const;

export type LayerNumber = 0 | 1;

/** A filter by its layer and its number there. */
export interface FilterPlace {
  readonly layer: LayerNumber;
  readonly index: number;
}

export const placeOfFilter = (filter: number): FilterPlace =>
  filter < LAYERS[0].filters ? { layer: 0, index: filter } : { layer: 1, index: filter - LAYERS[0].filters };

export const filterAt = ({ layer, index }: FilterPlace): number =>
  layer === 0 ? index : LAYERS[0].filters + index;

/** What is done to filters: nothing comes out of them, or the same map for every digit, its mean. */
export type How = 'silent' | 'frozen';

/** What is broken. */
export interface Breaks {
  readonly how: How;
  /** The filters to which it is done, one bit each, that of filter 0 the lowest. */
  readonly broken: number;
  /** 25 weights in place of one kernel: of a filter, for one of the maps that it reads. */
  readonly edit: {
    readonly filter: number;
    readonly map: number;
    readonly weights: readonly number[];
  } | null;
}

export const isBroken = (broken: number, filter: number): boolean => ((broken >> filter) & 1) === 1;
export const toggled = (broken: number, filter: number): number => broken ^ (1 << filter);
export const only = (...filters: readonly number[]): number =>
  filters.reduce((bits, filter) => bits | (1 << filter), 0);

/** The broken filters of a layer, by their numbers there. */
export const brokenIn = (broken: number, layer: LayerNumber): number[] =>
  Array.from({ length: LAYERS[layer].filters }, (_, index) => index).filter((index) =>
    isBroken(broken, filterAt({ layer, index })),
  );

export const isWhole = ({ broken, edit }: Breaks): boolean => broken === 0 && edit === null;
