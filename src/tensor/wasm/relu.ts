import { linesOf } from '../kernels/plan/box.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import {
  advance,
  andNotV,
  atMostV,
  type Code,
  get,
  i32,
  type Local,
  load,
  none,
  pseudoMax,
  repeatWhile,
  seq,
  set,
  storeLanes,
} from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Kernel } from './module.ts';

/** A ReLU by itself: one that does not stand behind a convolution or a dense layer. */
export function compiledRelu(site: Site, { module }: Compiler): Runner {
  const [from, to] = [linesOf(site.x), linesOf(site.y)];
  site.overrun(4);
  /** A function over one line, four cells at a time: (two arrays read, one written). */
  const overLine = (value: (a: Local, b: Local) => Code): Kernel =>
    module.add(3, (locals, a, b, c) => {
      const [result, left] = [locals.v128(), locals.i32()];
      const four = (lanes: number) => seq(set(result, value(a, b)), storeLanes(get(c), get(result), lanes));
      const next = seq(advance(a, 16), advance(b, 16), advance(c, 16), advance(left, -1));
      const whole = from.length >> 2;
      const rest = from.length & 3;
      return seq(
        set(left, i32(whole)),
        whole > 0 ? repeatWhile(seq(four(4), next), get(left)) : [],
        rest > 0 ? four(rest) : [],
      );
    });
  const forward = overLine((x) => pseudoMax(load(get(x)), none));
  // Shut where x ≤ 0; where x is NaN it is open.
  const backward = overLine((x, dy) => andNotV(load(get(dy)), atMostV(load(get(x)), none)));

  return {
    forward(n) {
      const [x, y] = [site.xAt(n), site.yAt(n)];
      for (let l = 0; l < from.count; l++) {
        const at = 4 * (x + from.starts[l]!);
        forward.call(at, at, 4 * (y + to.starts[l]!));
      }
    },
    backward(n) {
      const [x, dx, dy] = [site.xAt(n), site.dxAt(n), site.dyAt(n)];
      for (let l = 0; l < from.count; l++) {
        const start = from.starts[l]!;
        backward.call(4 * (x + start), 4 * (dy + to.starts[l]!), 4 * (dx + start));
      }
    },
  };
}
