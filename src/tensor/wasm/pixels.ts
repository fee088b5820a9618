import type { Box } from '../kernels/plan/box.ts';
import { advance, type Code, get, i32, type Local, repeatWhile, seq, set } from './code.ts';
import type { Locals } from './module.ts';

/** An address that goes over the pixels of a box. */
export interface Walker {
  readonly at: Local;
  readonly box: Box;
}

/** What is done with four channels of all pixels. */
export interface OverFour {
  readonly before?: Code;
  readonly each: (lanes: number) => Code;
  readonly after?: Code;
}

/**
 * Goes over all pixels of boxes of the same size, four channels at a time.
 *
 * @param walkers begin at their first cell · @param vectors addresses of one number a channel
 */
export function overPixels(
  locals: Locals,
  walkers: readonly Walker[],
  vectors: readonly Local[],
  { before = [], each, after = [] }: OverFour,
): Code {
  const { channels, height, width } = walkers[0]!.box;
  const [row, col, left] = [locals.i32(), locals.i32(), locals.i32()];
  const move = (by: (box: Box) => number) => seq(...walkers.map(({ at, box }) => advance(at, 4 * by(box))));
  const four = (lanes: number) =>
    seq(
      before,
      set(row, i32(height)),
      repeatWhile(
        seq(
          set(col, i32(width)),
          repeatWhile(
            seq(
              each(lanes),
              move((box) => box.col),
              advance(col, -1),
            ),
            get(col),
          ),
          move((box) => box.row - width * box.col),
          advance(row, -1),
        ),
        get(row),
      ),
      move((box) => -height * box.row),
      after,
    );
  const next = seq(
    move(() => 4),
    ...vectors.map((vector) => advance(vector, 16)),
    advance(left, -1),
  );
  const whole = Math.floor(channels / 4);
  return seq(
    set(left, i32(whole)),
    whole > 0 ? repeatWhile(seq(four(4), next), get(left)) : [],
    channels % 4 > 0 ? four(channels % 4) : [],
  );
}
