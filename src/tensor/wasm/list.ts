import {
  add,
  addF32,
  advance,
  andV,
  anySet,
  type Code,
  differs,
  differsF32,
  differsV,
  f32,
  get,
  i32,
  type Local,
  lane,
  load,
  loadF32,
  loadI32,
  none,
  or,
  repeatWhile,
  seq,
  set,
  shiftLeft,
  store,
  storeF32,
  storeI32,
  storeLane,
  when,
} from './code.ts';
import type { Kernel, ModuleBuilder } from './module.ts';

/** Which gradients are listed, and where; all in words. */
export interface Listing {
  readonly rows: number;
  readonly cols: number;
  readonly channels: number;
  /** From a row, a place of y to the next; dy stands alike. */
  readonly yRow: number;
  readonly yCol: number;
  /** How far the window moves in x. */
  readonly xRow: number;
  readonly xCol: number;
  /** For each channel the address behind its list, in bytes. */
  readonly ends: number;
  /** Where the lists begin: pairs of a byte offset in x and a dy, each list with room for all places. */
  readonly lists: number;
  /** Whether dy counts only where y is not 0, behind a ReLU. */
  readonly relu: boolean;
  /** Where dy is written once more, so masked, for the dense way back: its place, row and column. */
  readonly copy?: { readonly place: number; readonly row: number; readonly col: number };
}

/**
 * Adds a function (y, dy, all) that lists for each channel the dy that are not 0, or all of them.
 *
 * Four channels are looked at together, and most fours are zeros. In the others each number is written at the end
 * of its list, which moves on only if the number counts: no branch, for it could not be guessed.
 */
export function addListing(module: ModuleBuilder, listing: Listing): Kernel {
  const { rows, cols, channels, yRow, yCol, xRow, xCol, ends, lists, relu, copy } = listing;
  return module.add(3, (locals, y, dy, all) => {
    const [row, col, x, end, to] = [locals.i32(), locals.i32(), locals.i32(), locals.i32(), locals.i32()];
    const [value, number] = [locals.v128(), locals.f32()];
    const append = (channel: number, i: number): Code => {
      const at = 4 * ends + 4 * channel;
      return seq(
        set(end, loadI32(i32(at))),
        storeI32(get(end), get(x)),
        set(number, lane(get(value), i)),
        storeF32(get(end), get(number), 4),
        storeI32(i32(at), add(get(end), shiftLeft(or(differsF32(get(number), f32(0)), get(all)), i32(3)))),
      );
    };
    const four = (first: number): Code => {
      const here = Math.min(4, channels - first);
      const lanes = Array.from({ length: here }, (_, i) => i);
      const dyHere = load(get(dy), 4 * first);
      const open = relu ? andV(dyHere, differsV(load(get(y), 4 * first), none)) : dyHere;
      const write = copy
        ? here === 4
          ? store(get(to), get(value), 4 * first)
          : seq(...lanes.map((i) => storeLane(get(to), get(value), 4 * (first + i), i)))
        : [];
      return seq(
        set(value, open),
        write,
        when(or(anySet(get(value)), get(all)), seq(...lanes.map((i) => append(first + i, i)))),
      );
    };
    const eachFour = seq(...Array.from({ length: Math.ceil(channels / 4) }, (_, v) => four(4 * v)));
    const nextCol = (move: (local: Local, row: number, col: number) => Code) =>
      seq(move(y, 0, yCol), move(dy, 0, yCol), move(x, 0, xCol), copy ? move(to, 0, copy.col) : []);
    const step = (local: Local, _: number, by: number) => advance(local, 4 * by);
    return seq(
      ...Array.from({ length: channels }, (_, c) =>
        storeI32(i32(4 * (ends + c)), i32(4 * (lists + 2 * c * rows * cols))),
      ),
      set(x, i32(0)),
      set(to, i32(4 * (copy?.place ?? 0))),
      set(row, i32(0)),
      repeatWhile(
        seq(
          set(col, i32(0)),
          repeatWhile(seq(eachFour, nextCol(step), advance(col, 1)), differs(get(col), i32(cols))),
          advance(y, 4 * (yRow - cols * yCol)),
          advance(dy, 4 * (yRow - cols * yCol)),
          advance(x, 4 * (xRow - cols * xCol)),
          copy ? advance(to, 4 * (copy.row - cols * copy.col)) : [],
          advance(row, 1),
        ),
        differs(get(row), i32(rows)),
      ),
    );
  });
}

/** Adds a function (list, end, db) that adds the numbers of a list to one number. */
export function addListSum(module: ModuleBuilder): Kernel {
  return module.add(3, (locals, list, end, db) => {
    const sum = locals.f32();
    const next = seq(set(sum, addF32(get(sum), loadF32(get(list), 4))), advance(list, 8));
    return seq(
      set(sum, f32(0)),
      when(differs(get(list), get(end)), repeatWhile(next, differs(get(list), get(end)))),
      storeF32(get(db), addF32(loadF32(get(db)), get(sum))),
    );
  });
}
