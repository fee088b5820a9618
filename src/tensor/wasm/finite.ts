import {
  addF32,
  addV,
  advance,
  differs,
  f32,
  get,
  i32,
  lane,
  load,
  loadF32,
  mulF32,
  mulV,
  none,
  repeatWhile,
  seq,
  set,
  storeF32,
  when,
} from './code.ts';
import type { Kernel, ModuleBuilder } from './module.ts';

/** Adds a function (from, vectors, singles, to) that writes Σ 0 · v to `to`: 0 where all numbers are finite, else NaN. */
export function addFiniteTest(module: ModuleBuilder): Kernel {
  return module.add(4, (locals, from, vectors, singles, to) => {
    const [sum, last] = [locals.v128(), locals.f32()];
    const fours = seq(
      set(sum, addV(get(sum), mulV(load(get(from)), none))),
      advance(from, 16),
      advance(vectors, -1),
    );
    const ones = seq(
      set(last, addF32(get(last), mulF32(loadF32(get(from)), f32(0)))),
      advance(from, 4),
      advance(singles, -1),
    );
    return seq(
      set(sum, none),
      set(last, f32(0)),
      when(differs(get(vectors), i32(0)), repeatWhile(fours, get(vectors))),
      when(differs(get(singles), i32(0)), repeatWhile(ones, get(singles))),
      storeF32(
        get(to),
        [0, 1, 2, 3].reduce((total, i) => addF32(total, lane(get(sum), i)), get(last)),
      ),
    );
  });
}
