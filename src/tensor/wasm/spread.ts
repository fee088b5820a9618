import {
  add,
  addF32,
  advance,
  type Code,
  differs,
  get,
  i32,
  type Local,
  lane,
  load,
  loadF32,
  loadI32,
  loadSplat,
  mulF32,
  repeatWhile,
  seq,
  set,
  store,
  storeF32,
  when,
} from './code.ts';
import type { Kernel, Locals, ModuleBuilder } from './module.ts';
import type { Dim } from './product.ts';
import type { Support } from './support.ts';

/** Most vectors of one piece: their sums stay in registers. */
const PIECE = 8;

/**
 * Adds a function (x, dx, list, end, w, dw: byte addresses) that goes back from the listed dy of one output channel, to
 * both gradients or only to that of the weights: each dy · x is added to dw, each dy · w to dx.
 *
 * The taps of a window that stand side by side in x are a run, cut into pieces. For one piece the sums of dw stay
 * in registers while the list goes by. After max pooling and ReLU the lists are short, and this is faster than any
 * dense product; it is exact too, for what is left out is 0.
 *
 * @param taps the runs of a window, outermost first; the last is the run itself, of steps of 1
 */
export function addSpread(
  module: ModuleBuilder,
  support: Support,
  taps: readonly Dim[],
  wantsDx: boolean,
): Kernel {
  return module.add(6, (locals, x, dx, list, end, w, dw) => {
    const all: Spread = { locals, support, x, dx, list, end, w, dw, wantsDx };
    return when(differs(get(list), get(end)), eachRun(all, taps));
  });
}

interface Spread {
  readonly locals: Locals;
  readonly support: Support;
  readonly x: Local;
  readonly dx: Local;
  readonly list: Local;
  readonly end: Local;
  readonly w: Local;
  readonly dw: Local;
  readonly wantsDx: boolean;
}

function eachRun(spread: Spread, [dim, ...rest]: readonly Dim[]): Code {
  if (!dim) return [];
  if (rest.length === 0) return run(spread, dim.count);
  const { locals, x, dx } = spread;
  // w and dw stand run behind run, and are moved on by each; x and dx go from run to run, and come back.
  const moved = (steps: number) => seq(advance(x, 4 * steps * dim.a), advance(dx, 4 * steps * dim.a));
  const body = seq(eachRun(spread, rest), moved(1));
  if (dim.count === 1) return seq(body, moved(-1));
  const left = locals.i32();
  return seq(
    set(left, i32(dim.count)),
    repeatWhile(seq(body, advance(left, -1)), get(left)),
    moved(-dim.count),
  );
}

/** One run of so many neighbours. */
function run(spread: Spread, length: number): Code {
  const { locals, x, dx, w, dw } = spread;
  const vectors = Math.floor(length / 4);
  const whole = Math.floor(vectors / PIECE);
  const next = (words: number) => seq(...[x, dx, w, dw].map((local) => advance(local, 4 * words)));
  const pieces = locals.i32();
  const body = seq(piece(spread, PIECE, 0), next(4 * PIECE));
  const rest = length - 4 * PIECE * whole;
  return seq(
    whole > 1
      ? seq(set(pieces, i32(whole)), repeatWhile(seq(body, advance(pieces, -1)), get(pieces)))
      : whole === 1
        ? body
        : [],
    rest > 0 ? seq(piece(spread, Math.floor(rest / 4), rest % 4), next(rest)) : [],
    seq(advance(x, -4 * length), advance(dx, -4 * length)),
  );
}

/** Some vectors and up to three single numbers of a run, for all of the list. */
function piece(
  { locals, support, x, dx, list, end, w, dw, wantsDx }: Spread,
  vectors: number,
  singles: number,
): Code {
  const [at, from, to] = [locals.i32(), locals.i32(), locals.i32()];
  const value = locals.v128();
  const one = locals.f32();
  const sums = locals.vectors(vectors);
  const alone = Array.from({ length: singles }, () => locals.f32());
  const single = (i: number) => 16 * vectors + 4 * i;
  return seq(
    ...sums.map((sum, v) => set(sum, load(get(dw), 16 * v))),
    ...alone.map((sum, i) => set(sum, loadF32(get(dw), single(i)))),
    set(at, get(list)),
    repeatWhile(
      seq(
        set(from, add(get(x), loadI32(get(at)))),
        wantsDx ? set(to, add(get(dx), loadI32(get(at)))) : [],
        set(value, loadSplat(get(at), 4)),
        singles > 0 ? set(one, lane(get(value), 0)) : [],
        ...sums.map((sum, v) => set(sum, support.madd(get(value), load(get(from), 16 * v), get(sum)))),
        ...alone.map((sum, i) => set(sum, addF32(get(sum), mulF32(get(one), loadF32(get(from), single(i)))))),
        ...(wantsDx
          ? [
              ...sums.map((_, v) =>
                store(get(to), support.madd(get(value), load(get(w), 16 * v), load(get(to), 16 * v)), 16 * v),
              ),
              ...alone.map((_, i) => {
                const product = mulF32(get(one), loadF32(get(w), single(i)));
                return storeF32(get(to), addF32(loadF32(get(to), single(i)), product), single(i));
              }),
            ]
          : []),
        advance(at, 8),
      ),
      differs(get(at), get(end)),
    ),
    ...sums.map((sum, v) => store(get(dw), get(sum), 16 * v)),
    ...alone.map((sum, i) => storeF32(get(dw), get(sum), single(i))),
  );
}
