import type { Deflated } from './deflated.ts';

/** The kinds of picture that some browser opens. */
export type Format = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'BMP' | 'AVIF' | 'HEIC' | 'JPEG XL' | 'ICO' | 'SVG';

/** Cut: the end of the file is missing. Damaged: the end is there, something before it is wrong. */
export type Fault = 'cut' | 'damaged';

/** What the bytes of a file say of its picture, before anything is decoded. */
export interface PictureHeader {
  readonly format: Format;
  /** In pixels, as stored (a photograph may still have to be turned); null where the file names none. */
  readonly size: readonly [width: number, height: number] | null;
  readonly fault?: Fault;
  /** More than one frame. */
  readonly animated?: boolean;
  /** No pixel can be transparent: one that is has not been decoded. */
  readonly opaque?: boolean;
  /** A JPEG without its end mark: its pixels are all there, or that is not known (a progressive one). */
  readonly noEnd?: 'whole' | 'unknown';
  /** The numbers mean other colours than those of sRGB; a browser may convert them. */
  readonly otherColours?: boolean;
  /** Stored as cyan, magenta, yellow and black: what is shown was computed from them. */
  readonly cmyk?: boolean;
  /** Bits of one number, where there are more than eight. */
  readonly bits?: number;
  /** Compressed pixels of which it is known how many bytes they must give. */
  readonly deflated?: Deflated;
}
