import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import type { PoolStage } from '../kernels/plan/stage.ts';
import {
  add,
  addF32,
  advance,
  atLeast,
  differsV,
  f32,
  get,
  greaterV,
  i32,
  type Local,
  load,
  loadF32,
  loadI32,
  negativeI32,
  orV,
  repeatWhile,
  select,
  seq,
  set,
  splatF32,
  splatI32,
  storeF32,
  storeLanes,
  tee,
  when,
} from './code.ts';
import type { Compiler } from './compiler.ts';
import { eachWindow, windowTable } from './windows.ts';

/** Max pooling, four channels at a time. Where each number was taken from is kept, as a byte offset in x; −1: nowhere. */
export function compiledMaxPool({ g }: PoolStage, site: Site, { module, memory }: Compiler): Runner {
  const table = windowTable(g, site);
  const windows = g.outHeight * g.outWidth;
  const takenAt = site.reserveEach(windows * g.cout);
  site.overrun(4);

  const forward = module.add(3, (locals, x, y, taken) => {
    const [best, from, value, wins] = locals.vectors(4) as [Local, Local, Local, Local];
    const [cell, shifted] = [locals.i32(), locals.i32()];
    return eachWindow(locals, table, windows, g.cout, ({ eachCell, eachFour, shift, result, count }) =>
      seq(
        eachFour((lanes) => {
          // The first of equal numbers stays; NaN is taken.
          const larger = orV(greaterV(get(value), get(best)), differsV(get(value), get(value)));
          return seq(
            set(shifted, add(get(x), get(shift))),
            set(best, splatF32(f32(Number.NEGATIVE_INFINITY))),
            set(from, splatI32(i32(-1))),
            when(
              count,
              eachCell(
                cell,
                seq(
                  set(value, load(add(get(shifted), get(cell)))),
                  set(wins, orV(larger, negativeI32(get(from)))),
                  set(from, select(splatI32(get(cell)), get(from), get(wins))),
                  set(best, select(get(value), get(best), get(wins))),
                ),
              ),
            ),
            storeLanes(add(add(get(y), get(result)), get(shift)), get(best), lanes),
            storeLanes(add(get(taken), get(shift)), get(from), lanes),
          );
        }),
        advance(taken, 4 * g.cout),
      ),
    );
  });

  const backward = module.add(3, (locals, dx, dy, taken) => {
    const [at, to, left, from] = [locals.i32(), locals.i32(), locals.i32(), locals.i32()];
    const place = locals.i32();
    return eachWindow(locals, table, windows, g.cout, ({ result }) =>
      seq(
        set(from, add(get(dy), get(result))),
        set(at, get(dx)),
        set(left, i32(g.cout)),
        repeatWhile(
          seq(
            when(
              atLeast(tee(place, loadI32(get(taken))), i32(0)),
              seq(
                set(to, add(get(at), get(place))),
                storeF32(get(to), addF32(loadF32(get(to)), loadF32(get(from)))),
              ),
            ),
            advance(taken, 4),
            advance(from, 4),
            advance(at, 4),
            advance(left, -1),
          ),
          get(left),
        ),
      ),
    );
  });

  return {
    load: () => table.write(memory),
    forward: (n) => forward.call(4 * site.xAt(n), 4 * site.yAt(n), 4 * takenAt(n)),
    backward(n) {
      const dx = site.dxAt(n);
      memory.cells.fill(0, dx, dx + site.x.words);
      backward.call(4 * dx, 4 * site.dyAt(n), 4 * takenAt(n));
    },
  };
}
