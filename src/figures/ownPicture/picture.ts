/** A picture of the reader's own, small enough to work with: three bytes a pixel, row by row. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** height × width × 3: red, green and blue of a pixel side by side. */
  readonly rgb: Uint8ClampedArray;
}

/** What was done to the file on its way; the reader is told. */
export type PictureNote =
  | { readonly kind: 'shrunk'; readonly from: readonly [number, number] }
  | { readonly kind: 'firstFrame' }
  | { readonly kind: 'onWhite' };

/** A picture, and what was done to it. */
export interface PictureReading {
  readonly picture: Picture;
  readonly notes: readonly PictureNote[];
}

/** Why there is no picture. */
export type PictureProblem =
  | { readonly kind: 'empty' | 'tooHeavy' | 'cut' | 'noPicture' }
  | { readonly kind: 'nothingThere' }
  | { readonly kind: 'tooLarge' | 'tooThin' | 'tooSmall'; readonly size: readonly [number, number] }
  | { readonly kind: 'cameraAbsent' | 'cameraRefused' | 'cameraBusy' | 'cameraFailed' };

export class PictureError extends Error {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The bytes of a picture with transparency, composited on white. Tells whether anything shone through. */
export function onWhite(rgba: Uint8ClampedArray): { rgb: Uint8ClampedArray; transparent: boolean } {
  const rgb = new Uint8ClampedArray((rgba.length / 4) * 3);
  let transparent = false;
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] as number) / 255;
    if (alpha < 1) transparent = true;
    for (let c = 0; c < 3; c++) rgb[to + c] = (rgba[from + c] as number) * alpha + 255 * (1 - alpha);
  }
  return { rgb, transparent };
}

/** The size of a picture whose longer side is at most `maxSide`; a smaller one stays as it is. */
export function fitted(width: number, height: number, maxSide: number): [number, number] {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
