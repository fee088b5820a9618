import type { Site } from '../kernels/plan/layout.ts';
import type { Tensor, TypedArray } from '../tensor.ts';
import {
  add,
  addF32,
  advance,
  anySet,
  type Code,
  differsBits,
  get,
  i32,
  load,
  loadF32,
  loadI32,
  none,
  orV,
  repeatWhile,
  seq,
  set,
  storeF32,
  storeI32,
} from './code.ts';
import type { WasmMemory } from './memory.ts';
import type { Kernel, ModuleBuilder } from './module.ts';
import { tableOf } from './tables.ts';

/** The engine's first words: one for a kernel's answer, and one that stays 0. */
export const ANSWER = 0;
export const ZERO = 1;
export const RESERVED = 4;

/** Kernels that bring parameters from the order of a tensor into that of a kernel, and gradients back. */
export interface Movers {
  /** (to, from, table, count): number i of `to` becomes the one in `from` at the byte offset that the table says. */
  readonly gather: Kernel;
  /** The same, adding it. */
  readonly gatherAdd: Kernel;
  /** (one, other, vectors): answers whether their bits differ. */
  readonly compare: Kernel;
}

export function addMovers(module: ModuleBuilder): Movers {
  const gather = (value: (to: Code, from: Code) => Code) =>
    module.add(4, (_, to, from, table, count) =>
      repeatWhile(
        seq(
          storeF32(get(to), value(get(to), add(get(from), loadI32(get(table))))),
          advance(to, 4),
          advance(table, 4),
          advance(count, -1),
        ),
        get(count),
      ),
    );
  return {
    gather: gather((_, from) => loadF32(from)),
    gatherAdd: gather((to, from) => addF32(loadF32(to), loadF32(from))),
    compare: module.add(3, (locals, one, other, vectors) => {
      const bits = locals.v128();
      return seq(
        set(bits, none),
        repeatWhile(
          seq(
            set(bits, orV(get(bits), differsBits(load(get(one)), load(get(other))))),
            advance(one, 16),
            advance(other, 16),
            advance(vectors, -1),
          ),
          get(vectors),
        ),
        storeI32(i32(4 * ANSWER), anySet(get(bits))),
      );
    }),
  };
}

/** Where a kernel has w[o, i, y, x]. */
export type PlaceOf = (o: number, i: number, y: number, x: number) => number;

/** A tensor's numbers in the memory, in the tensor's own order. */
export interface Staged {
  /** Brings the tensor's numbers in. @returns whether any has changed since the last time */
  load(): boolean;
  /** An order in which a kernel reads them; `fill` brings them there. */
  inOrder(words: number, placeOf: PlaceOf): { readonly place: number; fill(): void };
  /** A way back out of such an order, from a place on; `write` writes into an array, or adds to it. */
  outOf(place: number, placeOf: PlaceOf): { write(to: TypedArray, adds: boolean): void };
}

/** @param shape as [o, i, y, x], whatever the tensor calls it */
export function stage(
  tensor: Tensor,
  [outs, ins, rows, cols]: readonly [number, number, number, number],
  { reserve }: Site,
  movers: Movers,
  memory: WasmMemory,
): Staged {
  const { size } = tensor;
  /** Of every number its place in the tensor, and that where a kernel has it. */
  const each = (placeOf: PlaceOf, act: (at: number, place: number) => void) => {
    let at = 0;
    for (let o = 0; o < outs; o++)
      for (let i = 0; i < ins; i++)
        for (let y = 0; y < rows; y++) for (let x = 0; x < cols; x++) act(at++, placeOf(o, i, y, x));
  };
  const vectors = Math.ceil(size / 4);
  const [held, next] = [reserve(4 * vectors), reserve(4 * vectors)];
  return {
    load() {
      const { cells, ints } = memory;
      cells.set(tensor.data, next);
      movers.compare.call(4 * held, 4 * next, vectors);
      if (ints[ANSWER] === 0) return false;
      cells.copyWithin(held, next, next + size);
      return true;
    },
    inOrder(words, placeOf) {
      const place = reserve(words);
      // Where no number goes, in the last vector of a row, the one that stays 0 is read.
      const sources = new Int32Array(words).fill(4 * (ZERO - held));
      each(placeOf, (at, to) => {
        sources[to] = 4 * at;
      });
      const table = tableOf(sources, reserve);
      return {
        place,
        fill() {
          table.write(memory);
          movers.gather.call(4 * place, 4 * held, 4 * table.place, words);
        },
      };
    },
    outOf(place, placeOf) {
      const sources = new Int32Array(size);
      each(placeOf, (at, from) => {
        sources[at] = 4 * from;
      });
      const table = tableOf(sources, reserve);
      return {
        write(to, adds) {
          table.write(memory);
          if (!adds) movers.gather.call(4 * next, 4 * place, 4 * table.place, size);
          else movers.gatherAdd.call(4 * next, 4 * place, 4 * table.place, size);
          to.set(memory.cells.subarray(next, next + size));
        },
      };
    },
  };
}
