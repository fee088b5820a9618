import type { ActivationName } from '../activations.ts';
import { linesOf } from '../kernels/plan/box.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import type { ActivationStage } from '../kernels/plan/stage.ts';
import {
  advance,
  andV,
  atMostV,
  type Code,
  complement,
  get,
  greaterV,
  i32,
  type Local,
  load,
  mulV,
  none,
  pseudoMax,
  repeatWhile,
  select,
  seq,
  set,
  storeLanes,
} from './code.ts';
import type { Compiler } from './compiler.ts';
import { type Curve, curves } from './curves.ts';
import { all } from './exp.ts';
import type { Kernel, Locals } from './module.ts';

/** Whether there are kernels: for all but gelu, in both its forms. */
export function hasActivation(name: ActivationName): boolean {
  return name === 'relu' || name === 'leakyRelu' || name in curves;
}

/**
 * An activation by itself, four cells at a time. With a NaN for x, relu is open and leakyRelu has the slope alpha, as in
 * the plain ones.
 */
export function compiledActivation(
  { name, alpha }: ActivationStage,
  site: Site,
  { module }: Compiler,
): Runner {
  const [from, to] = [linesOf(site.x), linesOf(site.y)];
  site.overrun(4);
  /** A function over one line, four cells at a time: (two arrays read, one written). */
  const overLine = (write: (locals: Locals, a: Local, b: Local, result: Local) => Code): Kernel =>
    module.add(3, (locals, a, b, c) => {
      const [result, left] = [locals.v128(), locals.i32()];
      const four = (lanes: number) =>
        seq(write(locals, a, b, result), storeLanes(get(c), get(result), lanes));
      const next = seq(advance(a, 16), advance(b, 16), advance(c, 16), advance(left, -1));
      const whole = from.length >> 2;
      const rest = from.length & 3;
      return seq(
        set(left, i32(whole)),
        whole > 0 ? repeatWhile(seq(four(4), next), get(left)) : [],
        rest > 0 ? four(rest) : [],
      );
    });
  const { value, slope } = curves[name] ?? bent(name === 'leakyRelu' ? alpha : null);
  const forward = overLine((locals, from, _, result) => {
    const x = locals.v128();
    return seq(set(x, load(get(from))), value(locals, x, result, alpha));
  });
  const backward = overLine((locals, from, dy, result) => {
    const x = locals.v128();
    return seq(
      set(x, load(get(from))),
      slope(locals, x, result, alpha),
      // Where relu is shut it passes nothing on, not even NaN.
      set(result, name === 'relu' ? andV(get(result), load(get(dy))) : mulV(get(result), load(get(dy)))),
    );
  });

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

/** relu, whose slope is a mask, or with an alpha leakyRelu. */
function bent(alpha: number | null): Curve {
  return {
    value: (_, x, result) =>
      set(
        result,
        alpha === null
          ? pseudoMax(get(x), none)
          : select(get(x), mulV(all(alpha), get(x)), greaterV(get(x), none)),
      ),
    slope: (_, x, result) =>
      set(
        result,
        alpha === null
          ? complement(atMostV(get(x), none))
          : select(all(1), all(alpha), greaterV(get(x), none)),
      ),
  };
}
