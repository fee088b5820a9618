import type { WasmMemory } from './memory.ts';
import type { ModuleBuilder } from './module.ts';
import type { Movers } from './packing.ts';
import type { Support } from './support.ts';

/** What a stage writes its kernels with. */
export interface Compiler {
  readonly module: ModuleBuilder;
  readonly support: Support;
  readonly memory: WasmMemory;
  readonly movers: Movers;
  /** Whether all of `count` words from a place on are finite. */
  readonly allFinite: (place: number, count: number) => boolean;
}
