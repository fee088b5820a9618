import { greyOf } from '../colour/luma.ts';
import type { Picture } from '../picture/picture.ts';
import { mnistPlacing, pictureOf, plainPlacing } from './centre.ts';
import type { GivenPixels } from './givenPixels.ts';
import { inkOnPaper, PHOTO_SIDE } from './inkOnPaper.ts';

/** The middle square of a picture at another size, each pixel the mean of those it covers. */
function middleSquare({ width, height, rgb }: Picture, side: number): Float64Array {
  const grey = greyOf(rgb);
  const from = Math.min(width, height);
  const [left, top] = [(width - from) / 2, (height - from) / 2];
  const span = (at: number, start: number): readonly [number, number] => {
    const first = Math.floor(start + (at * from) / side);
    return [first, Math.max(first + 1, Math.floor(start + ((at + 1) * from) / side))];
  };
  return Float64Array.from({ length: side * side }, (_, i) => {
    const [r0, r1] = span(Math.floor(i / side), top);
    const [c0, c1] = span(i % side, left);
    let sum = 0;
    for (let r = r0; r < r1; r++) for (let c = c0; c < c1; c++) sum += grey[r * width + c] as number;
    return sum / ((r1 - r0) * (c1 - c0));
  });
}

/**
 * A picture of the reader's own, as the network is given it. Ready: its ink found, and placed as MNIST does. Plain: only made
 * smaller, so that bright paper counts as ink.
 */
export function photographed(picture: Picture): GivenPixels {
  const grey = middleSquare(picture, PHOTO_SIDE);
  const ink = inkOnPaper(grey, PHOTO_SIDE);
  return {
    ready: pictureOf(ink, PHOTO_SIDE, mnistPlacing(ink, PHOTO_SIDE)),
    plain: pictureOf(
      grey.map((value) => value / 255),
      PHOTO_SIDE,
      plainPlacing(PHOTO_SIDE),
    ),
  };
}
