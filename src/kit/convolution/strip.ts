/** One cell of a row seen from the side. */
export interface StripCell {
  readonly text: string;
  /** `border`: padding; `odd`: the padding column that has no partner; `unread`: no window reads it. */
  readonly kind: 'input' | 'border' | 'odd' | 'unread';
  /** How many windows read it; undefined: not counted. */
  readonly reads?: number | undefined;
}

/** Column 0 is a, column 1 is b …; a place that copies no column reads 0. */
export const columnLetter = (column: number): string => (column < 0 ? '0' : String.fromCharCode(97 + column));

/** The places under the weights of each of `count` windows, counted from the first cell of the border. */
export const windowPlaces = (count: number, kernel: number, stride: number, dilation: number): number[][] =>
  Array.from({ length: count }, (_, o) =>
    Array.from({ length: kernel }, (_, k) => o * stride + k * dilation),
  );
