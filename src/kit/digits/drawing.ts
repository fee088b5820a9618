import { digit } from '../samples/samples.ts';
import { mnistPlacing, type Placing, pictureOf, plainPlacing, SIDE } from './centre.ts';
import { inkOf, type Point, type Stroke } from './strokes.ts';

/** What lies on a pad: a digit of the test set, or what was drawn. */
export interface Drawing {
  /** The class of the sample that was laid down; null once something is drawn. */
  readonly sample: number | null;
  readonly strokes: readonly Stroke[];
}

export const EMPTY_DRAWING: Drawing = { sample: null, strokes: [] };
export const isEmpty = ({ sample, strokes }: Drawing): boolean => sample === null && strokes.length === 0;

/** Pixels of a pad, a side, in which its ink is looked at: a whole number of times 28. */
const PAD_SIDE = 4 * SIDE;

/** What the network is given: 28 × 28 bytes, and how they came from the pad. */
export interface Given {
  readonly pixels: Uint8Array;
  readonly placing: Placing;
}

/**
 * The picture of a drawing. A sample is one already.
 *
 * @param centred as MNIST does it; false: as it lies
 */
export function givenBy({ sample, strokes }: Drawing, centred: boolean): Given {
  if (sample !== null) return { pixels: digit(sample).pixels, placing: plainPlacing(SIDE) };
  const ink = inkOf(strokes, PAD_SIDE);
  const placing = centred ? mnistPlacing(ink, PAD_SIDE) : plainPlacing(PAD_SIDE);
  return { pixels: pictureOf(ink, PAD_SIDE, placing), placing };
}

/** A pen that has moved less than this, in hundredths of the pad, has not moved. */
const STILL = 1;
/** Between two strokes. */
const LIFTED = -1;

/** Strokes as numbers for a link: places in hundredths of the pad, −1 where the pen is lifted. */
export function packStrokes(strokes: readonly Stroke[]): number[] {
  return strokes.flatMap((stroke, i) => {
    const points = stroke.map(([x, y]) => [Math.round(100 * x), Math.round(100 * y)] as const);
    const moved = points.filter(([x, y], k) => {
      const [px, py] = points[k - 1] ?? [-9, -9];
      return Math.max(Math.abs(x - px), Math.abs(y - py)) >= STILL;
    });
    return [...(i > 0 ? [LIFTED] : []), ...moved.flat()];
  });
}

/** The strokes of such numbers. What is no place of the pad ends a stroke. */
export function unpackStrokes(numbers: readonly number[]): Stroke[] {
  const strokes: Point[][] = [[]];
  for (let i = 0; i < numbers.length; ) {
    const [x, y] = [numbers[i] as number, numbers[i + 1] ?? LIFTED];
    const isPlace = x >= 0 && x <= 100 && y >= 0 && y <= 100;
    if (isPlace) strokes.at(-1)?.push([x / 100, y / 100]);
    else strokes.push([]);
    i += isPlace ? 2 : 1;
  }
  return strokes.filter(({ length }) => length > 0);
}
