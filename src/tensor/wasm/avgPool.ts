import { windowCount } from '../avgPool2d.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import type { PoolStage } from '../kernels/plan/stage.ts';
import {
  add,
  addV,
  advance,
  andV,
  bits,
  divV,
  get,
  i32,
  type Local,
  load,
  loadSplat,
  none,
  seq,
  set,
  store,
  storeLanes,
  when,
} from './code.ts';
import type { Compiler } from './compiler.ts';
import { tableOf } from './tables.ts';
import { eachWindow, windowTable } from './windows.ts';

/** Average pooling, four channels at a time. */
export function compiledAvgPool(
  { g, includePad }: PoolStage,
  site: Site,
  { module, memory }: Compiler,
): Runner {
  const table = windowTable(g, site);
  const windows = g.outHeight * g.outWidth;
  const counts = Float32Array.from({ length: windows }, (_, i) =>
    windowCount(g, Math.floor(i / g.outWidth), i % g.outWidth, includePad),
  );
  // What a window divides by; single numbers, written as the whole numbers that have the same bits.
  const divisors = tableOf(new Int32Array(counts.buffer), site.reserve);
  site.overrun(4);

  const forward = module.add(2, (locals, x, y) => {
    const [sum, cell, shifted, divisor] = [locals.v128(), locals.i32(), locals.i32(), locals.i32()];
    return seq(
      set(divisor, i32(4 * divisors.place)),
      eachWindow(locals, table, windows, g.cout, ({ eachCell, eachFour, shift, result, count }) =>
        seq(
          eachFour((lanes) =>
            seq(
              set(shifted, add(get(x), get(shift))),
              set(sum, none),
              when(count, eachCell(cell, set(sum, addV(get(sum), load(add(get(shifted), get(cell))))))),
              set(sum, divV(get(sum), loadSplat(get(divisor)))),
              storeLanes(add(add(get(y), get(result)), get(shift)), get(sum), lanes),
            ),
          ),
          advance(divisor, 4),
        ),
      ),
    );
  });

  const backward = module.add(2, (locals, dx, dy) => {
    const [share, cell, shifted, divisor, to] = [
      locals.v128(),
      locals.i32(),
      locals.i32(),
      locals.i32(),
      locals.i32(),
    ] as [Local, Local, Local, Local, Local];
    return seq(
      set(divisor, i32(4 * divisors.place)),
      eachWindow(locals, table, windows, g.cout, ({ eachCell, eachFour, shift, result, count }) =>
        seq(
          eachFour((lanes) => {
            const own = load(add(add(get(dy), get(result)), get(shift)));
            return seq(
              set(shifted, add(get(dx), get(shift))),
              set(share, divV(own, loadSplat(get(divisor)))),
              // Behind the last channel stands the next pixel, to which 0 is added.
              lanes < 4 ? set(share, andV(get(share), firstLanes(lanes))) : [],
              when(
                count,
                eachCell(
                  cell,
                  seq(set(to, add(get(shifted), get(cell))), store(get(to), addV(load(get(to)), get(share)))),
                ),
              ),
            );
          }),
          advance(divisor, 4),
        ),
      ),
    );
  });

  return {
    load() {
      table.write(memory);
      divisors.write(memory);
    },
    forward: (n) => forward.call(4 * site.xAt(n), 4 * site.yAt(n)),
    backward(n) {
      const dx = site.dxAt(n);
      memory.cells.fill(0, dx, dx + site.x.words);
      backward.call(4 * dx, 4 * site.dyAt(n));
    },
  };
}

function firstLanes(count: number) {
  const [a, b, c] = [0, 1, 2].map((i) => (i < count ? -1 : 0)) as [number, number, number];
  return bits(a, b, c, 0);
}
