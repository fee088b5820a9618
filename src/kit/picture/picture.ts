import type { Format } from './formats/header.ts';
import type { OtherFile } from './formats/otherFiles.ts';

/** A picture of the reader's own, small enough to work with: three bytes a pixel, row by row. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** height × width × 3: red, green and blue of a pixel side by side. */
  readonly rgb: Uint8ClampedArray;
}

/** What was done to the file on its way, or is not known of it; the reader is told. */
export type PictureNote =
  | { readonly kind: 'shrunk'; readonly from: readonly [number, number] }
  | { readonly kind: 'firstFrame' | 'onWhite' | 'noEnd' | 'mayBeConverted' | 'fromCmyk' }
  | { readonly kind: 'eightBits'; readonly bits: number };

/** A picture, and what was done to it. */
export interface PictureReading {
  readonly picture: Picture;
  readonly notes: readonly PictureNote[];
}

/** Why there is no picture. */
export type PictureProblem =
  | { readonly kind: 'empty' | 'tooHeavy' | 'cut' | 'damaged' | 'noPicture' }
  | { readonly kind: 'nothingThere' }
  | { readonly kind: 'otherFile'; readonly file: OtherFile }
  | { readonly kind: 'notDecoded' | 'notHandedOver'; readonly format: Format }
  | { readonly kind: 'tooLarge' | 'tooThin' | 'tooSmall'; readonly size: readonly [number, number] }
  | { readonly kind: 'cameraAbsent' | 'cameraRefused' | 'cameraBusy' | 'cameraFailed' };

export class PictureError extends Error {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}
