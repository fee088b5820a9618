import { addV, type Code, i32, load, mulV, relaxedMadd, store } from './code.ts';
import { moduleBuilder } from './module.ts';

/** What this browser can compile; null where it cannot compile vectors at all, or the page's policy forbids it. */
export interface Support {
  /** a · b + c of four lanes, with one rounding where the machine has it ("relaxed SIMD"). */
  readonly madd: (a: Code, b: Code, c: Code) => Code;
}

/** Asks anew each time, which takes a few microseconds: nothing is remembered. */
export function wasmSupport(): Support | null {
  const separate = (a: Code, b: Code, c: Code) => addV(c, mulV(a, b));
  if (!compiles(separate)) return null;
  return { madd: validates(relaxedMadd) ? relaxedMadd : separate };
}

function probe(madd: Support['madd']): Uint8Array<ArrayBuffer> {
  const module = moduleBuilder();
  module.add(0, () => store(i32(0), madd(load(i32(0)), load(i32(16)), load(i32(32)))));
  return module.bytes();
}

function validates(madd: Support['madd']): boolean {
  return WebAssembly.validate(probe(madd));
}

/** A page's policy stops the compiling, not the validating. */
function compiles(madd: Support['madd']): boolean {
  if (typeof WebAssembly === 'undefined' || !validates(madd)) return false;
  try {
    new WebAssembly.Module(probe(madd));
    return true;
  } catch {
    return false;
  }
}
