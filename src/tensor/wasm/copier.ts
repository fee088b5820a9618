import { type Box, copyIn, copyOut } from '../kernels/plan/box.ts';
import type { Copier } from '../kernels/plan/plan.ts';
import {
  add,
  advance,
  atLeast,
  type Code,
  get,
  i32,
  type Local,
  load,
  loadF32,
  repeatWhile,
  seq,
  set,
  shuffle,
  store,
  storeF32,
  when,
} from './code.ts';
import type { WasmMemory } from './memory.ts';
import type { Kernel, ModuleBuilder } from './module.ts';

/** Samples between tensors, whose channels follow one another, and boxes of pixels. */
export function copierOf(
  module: ModuleBuilder,
  memory: WasmMemory,
  reserve: (words: number) => number,
  words: number,
): Copier {
  const staged = reserve(words);
  const transpose = addTranspose(module);
  const simple = ({ channels, height, width }: Box) => channels === 1 || height * width === 1;
  return {
    copyIn(place, box, from, n) {
      const { channels, height, width, row, first } = box;
      if (simple(box)) return copyIn(memory.cells, place, box, from, n);
      const size = channels * height * width;
      memory.cells.set(from.data.subarray(n * size, (n + 1) * size), staged);
      for (let y = 0; y < height; y++)
        transpose.call(
          4 * (staged + y * width),
          4 * height * width,
          4 * (place + first + y * row),
          4 * channels,
          channels,
          width,
        );
    },
    copyOut(place, box, to, n) {
      const { channels, height, width, row, first } = box;
      if (simple(box)) return copyOut(memory.cells, place, box, to, n);
      // Four channels at a time: planes may lie a power of two apart, where the cache has room for only a few at once.
      for (let c = 0; c < channels; c += 4)
        for (let y = 0; y < height; y++)
          transpose.call(
            4 * (place + first + y * row + c),
            4 * channels,
            4 * (staged + (c * height + y) * width),
            4 * height * width,
            width,
            Math.min(4, channels - c),
          );
      const size = channels * height * width;
      to.data.set(memory.cells.subarray(staged, staged + size), n * size);
    },
  };
}

/**
 * Adds a function (from, fromRow, to, toRow, rows, cols) that writes a matrix with rows and columns exchanged. A
 * square of 4 × 4 is turned in registers; what does not fill one goes number by number.
 */
function addTranspose(module: ModuleBuilder): Kernel {
  return module.add(6, (locals, from, fromRow, to, toRow, rows, cols) => {
    const [at, put, left] = [locals.i32(), locals.i32(), locals.i32()];
    const four = squareOf(locals.vectors(8) as Eight, at, fromRow, put, toRow);
    /** Goes along the columns of as many rows as `side`, in steps of `wide`, as long as so many are left. */
    const along = (side: number): Code =>
      seq(
        set(at, get(from)),
        set(put, get(to)),
        set(left, get(cols)),
        side === 4
          ? whileAtLeast(left, 4, seq(four, advance(at, 16), stepBy(put, toRow, 4), advance(left, -4)))
          : [],
        whileAtLeast(
          left,
          1,
          seq(
            ...Array.from({ length: side }, (_, r) =>
              storeF32(get(put), loadF32(plus(at, fromRow, r)), 4 * r),
            ),
            advance(at, 4),
            stepBy(put, toRow, 1),
            advance(left, -1),
          ),
        ),
        stepBy(from, fromRow, side),
        advance(to, 4 * side),
        advance(rows, -side),
      );
    return seq(whileAtLeast(rows, 4, along(4)), whileAtLeast(rows, 1, along(1)));
  });
}

type Eight = [Local, Local, Local, Local, Local, Local, Local, Local];

/** The address `times` rows further. */
function plus(at: Local, row: Local, times: number): Code {
  return Array.from({ length: times }).reduce((code: Code) => add(code, get(row)), get(at));
}

const stepBy = (at: Local, row: Local, times: number): Code => set(at, plus(at, row, times));

const whileAtLeast = (left: Local, count: number, body: Code): Code => {
  const enough = atLeast(get(left), i32(count));
  return when(enough, repeatWhile(body, enough));
};

/** Four rows of four become four columns. */
function squareOf([a, b, c, d, p, q, r, s]: Eight, at: Local, row: Local, put: Local, toRow: Local): Code {
  const low = [0, 4, 1, 5];
  const high = [2, 6, 3, 7];
  return seq(
    ...[a, b, c, d].map((local, i) => set(local, load(plus(at, row, i)))),
    set(p, shuffle(get(a), get(c), low)),
    set(q, shuffle(get(a), get(c), high)),
    set(r, shuffle(get(b), get(d), low)),
    set(s, shuffle(get(b), get(d), high)),
    store(get(put), shuffle(get(p), get(r), low)),
    store(plus(put, toRow, 1), shuffle(get(p), get(r), high)),
    store(plus(put, toRow, 2), shuffle(get(q), get(s), low)),
    store(plus(put, toRow, 3), shuffle(get(q), get(s), high)),
  );
}
