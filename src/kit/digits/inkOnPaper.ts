import { SIDE } from './centre.ts';

/*
 * Ink found on a photographed sheet. Light falls unevenly and the sheet may end within the picture, so what counts as ink
 * is what is darker than the paper around it, by a threshold that the picture itself gives (Otsu 1979), in one piece or a
 * few, none of them cut by the edge.
 */

/** How many pixels around a place say what the paper is like there, as a part of the side. */
const AROUND = 1 / 5;
/** Darker than paper by less than this is no ink, whatever the threshold says: out of 255. */
const FAINTEST = 24;
/** A piece with less than this part of the largest one's ink is dirt. */
const DIRT = 0.06;
/** MNIST's strokes are so many of the 20 pixels wide that a digit fills. */
const STROKE = 2.4 / 20;

/**
 * The ink of a photographed digit, from 0 to 1, each pixel apart; all 0 where there is none.
 *
 * @param grey side × side grey values, 0 to 255
 */
export function inkOnPaper(grey: ArrayLike<number>, side: number): Float64Array {
  const bright = isLightOnDark(grey, side) ? Float64Array.from(grey, (value) => 255 - value) : grey;
  const paper = meansAround(bright, side, Math.max(1, Math.round(side * AROUND)));
  const darker = Float64Array.from(paper, (mean, i) => Math.max(0, mean - (bright[i] as number)));
  const least = Math.max(FAINTEST, otsu(darker));
  const ink = keptPieces(darker, side, least);
  return thickened(ink, side);
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0;

/** Whether the edge is dark beside the rest: chalk on a board, or a picture that is white on black already. */
function isLightOnDark(grey: ArrayLike<number>, side: number): boolean {
  const all = Array.from(grey);
  const edge = all.filter((_, i) => {
    const [row, col] = [Math.floor(i / side), i % side];
    return row === 0 || col === 0 || row === side - 1 || col === side - 1;
  });
  return quantile(edge, 0.5) < (quantile(all, 0.01) + quantile(all, 0.99)) / 2;
}

/** The mean of the square around each pixel, from running sums. */
function meansAround(values: ArrayLike<number>, side: number, reach: number): Float64Array {
  const wide = side + 1;
  const sums = new Float64Array(wide * wide);
  for (let row = 0; row < side; row++)
    for (let col = 0; col < side; col++)
      sums[(row + 1) * wide + col + 1] =
        (values[row * side + col] as number) +
        (sums[row * wide + col + 1] as number) +
        (sums[(row + 1) * wide + col] as number) -
        (sums[row * wide + col] as number);
  return Float64Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side), i % side];
    const [top, bottom] = [Math.max(0, row - reach), Math.min(side, row + reach + 1)];
    const [left, right] = [Math.max(0, col - reach), Math.min(side, col + reach + 1)];
    const at = (r: number, c: number): number => sums[r * wide + c] as number;
    return (
      (at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)) /
      ((bottom - top) * (right - left))
    );
  });
}

/** The threshold that divides numbers from 0 to 255 into two groups that differ most (Otsu 1979). */
function otsu(values: Float64Array): number {
  const counts = new Float64Array(256);
  for (const value of values) counts[Math.min(255, Math.round(value))]! += 1;
  const total = values.reduce((sum, value) => sum + Math.round(value), 0);
  let [below, sum, best, at] = [0, 0, -1, 0];
  counts.forEach((count, level) => {
    below += count;
    sum += count * level;
    const above = values.length - below;
    if (below === 0 || above === 0) return;
    const between = below * above * (sum / below - (total - sum) / above) ** 2;
    if (between > best) [best, at] = [between, level];
  });
  return at;
}

/** Pixels over the threshold, without dirt, and without what the edge cuts where something else is there. */
function keptPieces(darker: Float64Array, side: number, least: number): Float64Array {
  const piece = new Int32Array(darker.length).fill(-1);
  const pieces: { ink: number; isCut: boolean }[] = [];
  for (let start = 0; start < darker.length; start++) {
    if (piece[start] !== -1 || (darker[start] as number) < least) continue;
    const own = { ink: 0, isCut: false };
    const open = [start];
    piece[start] = pieces.length;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      own.ink += darker[i] as number;
      const [row, col] = [Math.floor(i / side), i % side];
      if (row === 0 || col === 0 || row === side - 1 || col === side - 1) own.isCut = true;
      for (let r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++)
        for (let c = Math.max(0, col - 1); c <= Math.min(side - 1, col + 1); c++) {
          const next = r * side + c;
          if (piece[next] !== -1 || (darker[next] as number) < least) continue;
          piece[next] = pieces.length;
          open.push(next);
        }
    }
    pieces.push(own);
  }
  const whole = pieces.some(({ isCut }) => !isCut);
  const most = Math.max(0, ...pieces.filter(({ isCut }) => !(whole && isCut)).map(({ ink }) => ink));
  return Float64Array.from(piece, (n) => {
    const own = pieces[n];
    return own && !(whole && own.isCut) && own.ink >= DIRT * most ? 1 : 0;
  });
}

/** A thin pen's strokes made as wide as those that the network knows. */
function thickened(ink: Float64Array, side: number): Float64Array {
  let [left, right, top, bottom] = [side, -1, side, -1];
  let [area, edge] = [0, 0];
  ink.forEach((full, i) => {
    if (full === 0) return;
    const [row, col] = [Math.floor(i / side), i % side];
    [left, right] = [Math.min(left, col), Math.max(right, col)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    area++;
    const around = [i - 1, i + 1, i - side, i + side];
    if (around.some((next) => !ink[next])) edge++;
  });
  if (area === 0) return ink;
  const wanted = STROKE * Math.max(right - left + 1, bottom - top + 1);
  // A stroke is about as wide as it has area for half its edge.
  const more = Math.round((wanted - (2 * area) / Math.max(1, edge)) / 2);
  if (more < 1) return ink;
  const wider = ink.slice();
  ink.forEach((full, i) => {
    if (full === 0) return;
    const [row, col] = [Math.floor(i / side), i % side];
    for (let down = -more; down <= more; down++)
      for (let over = -more; over <= more; over++) {
        const [r, c] = [row + down, col + over];
        if (down * down + over * over <= more * more && r >= 0 && c >= 0 && r < side && c < side)
          wider[r * side + c] = 1;
      }
  });
  return wider;
}

/** Pixels a side at which ink is looked for: a whole number of times 28. */
export const PHOTO_SIDE = 8 * SIDE;
