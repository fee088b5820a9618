import type { WasmMemory } from './memory.ts';

/** Whole numbers that kernels read, and that never change: written once, when the memory is there. */
export interface Table {
  /** Where it begins, in words. */
  readonly place: number;
  /** Writes it, if it has not been written yet. */
  write(memory: WasmMemory): void;
}

export function tableOf(values: readonly number[] | Int32Array, reserve: (words: number) => number): Table {
  const place = reserve(values.length);
  let written = false;
  return {
    place,
    write({ ints }) {
      if (!written) ints.set(values, place);
      written = true;
    },
  };
}
