import type { Memory } from '../kernels/plan/layout.ts';

const PAGE = 65_536;
/** One GiB: more is asked for by mistake. */
const MOST_PAGES = 2 ** 14;

export interface WasmMemory extends Memory {
  readonly cells: Float32Array;
  /** The same words as whole numbers. */
  readonly ints: Int32Array;
  readonly wasm: WebAssembly.Memory;
}

/** A memory of WebAssembly, seen as single numbers. It only grows, and keeps what stood there. */
export function wasmMemory(): WasmMemory {
  const wasm = new WebAssembly.Memory({ initial: 1 });
  let cells = new Float32Array(wasm.buffer);
  let ints = new Int32Array(wasm.buffer);
  return {
    wasm,
    get cells() {
      return cells;
    },
    get ints() {
      return ints;
    },
    hold(words) {
      const missing = Math.ceil((4 * words) / PAGE) - wasm.buffer.byteLength / PAGE;
      if (missing <= 0) return;
      wasm.grow(missing);
      cells = new Float32Array(wasm.buffer);
      ints = new Int32Array(wasm.buffer);
    },
    most: (MOST_PAGES * PAGE) / 4,
  };
}
