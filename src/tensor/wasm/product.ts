import {
  add,
  advance,
  type Code,
  differs,
  get,
  i32,
  type Local,
  load,
  loadSplat,
  none,
  pseudoMax,
  repeatWhile,
  seq,
  set,
  store,
  storeLane,
} from './code.ts';
import type { Kernel, Locals, ModuleBuilder } from './module.ts';
import type { Support } from './support.ts';

/** A walk of `count` steps; how far each moves in the factor a and in one other array, in words. */
export interface Dim {
  readonly count: number;
  readonly a: number;
  /** In the factor b of a sum's walk; in the result c of the walk over results. */
  readonly other: number;
}

/**
 * c[p, j] = start + Σ t  a[p, t] · b[t, j]: the product that a convolution is, forwards and backwards, and a dense
 * layer. j runs over channels that stand side by side, four to a vector.
 */
export interface Product {
  /** From one p to the next, in a and in c; the last is the innermost. Both walks may depend on a block's vectors. */
  readonly results: (vectors: number) => readonly Dim[];
  /** From one t to the next, in a and in b. */
  readonly terms: (vectors: number) => readonly Dim[];
  /** How many j there are. */
  readonly outs: number;
  /** From one block of j to the next, by its number of vectors: in b, and in c. */
  readonly bBlock: (vectors: number) => number;
  readonly cBlock: (vectors: number) => number;
  /** Whether the sums start from what stands in c, or from the bias, one number a channel. */
  readonly start: 'c' | 'bias';
  /** Whether c ends with the last channel, or has room for whole vectors. */
  readonly exact: boolean;
  readonly relu?: boolean;
}

/**
 * How the channels are cut: blocks of as many vectors as one pass makes. Two or four to a block, whichever takes fewer
 * passes over the innermost walk of the results: a pass that is not full takes as long as a full one.
 */
export function blocksOf(outs: number, results: readonly Dim[]): number[] {
  const vectors = Math.ceil(outs / 4);
  const walk = merged(results);
  const innermost = walk.at(-1)!.count;
  // One place alone: only many channels keep the adders busy.
  if (walk.length === 1 && innermost === 1) return cut(vectors, 8);
  const passes = (blocks: readonly number[]) =>
    blocks.reduce((sum, v) => sum + Math.ceil(innermost / SIDE_BY_SIDE[v]!), 0);
  const [twos, fours] = [cut(vectors, 2), cut(vectors, 4)];
  return passes(fours) < passes(twos) ? fours : twos;
}

function cut(vectors: number, most: number): number[] {
  const blocks: number[] = Array(Math.floor(vectors / most)).fill(most);
  if (vectors % most > 0) blocks.push(vectors % most);
  return blocks;
}

/** How many p go side by side with so many vectors: eight or nine sums in all, which fit the 16 registers. */
const SIDE_BY_SIDE: Readonly<Record<number, number>> = { 1: 8, 2: 4, 3: 3, 4: 2 };

/**
 * Adds a function (a, b, c, bias: byte addresses) that computes the product.
 *
 * Why it is fast: the sums of a few places × a few vectors of channels stay in registers; for each term the vectors of b
 * are loaded once for all places, and each number of a once for all channels. The innermost loop holds one term and
 * is not unrolled: V8 compiles a long straight block worse.
 */
export function addProduct(module: ModuleBuilder, { madd }: Support, product: Product): Kernel {
  const { outs, bBlock, cBlock } = product;
  const blocks = blocksOf(outs, product.results(1));
  return module.add(4, (locals, a, b, c, bias) => {
    const tile = { locals, madd, product, a: locals.i32(), b: locals.i32(), c: locals.i32(), bias, from: b };
    let done = 0;
    return seq(
      ...blocks.map((vectors) => {
        const lanes = Math.min(4 * vectors, outs - done);
        done += lanes;
        const results = merged(product.results(vectors));
        const code = walkResults(tile, results, vectors, lanes, get(a), get(c));
        return seq(
          code,
          advance(b, 4 * bBlock(vectors)),
          advance(c, 4 * cBlock(vectors)),
          advance(bias, 16 * vectors),
        );
      }),
    );
  });
}

/** Neighbouring walks that are one longer walk. */
export function merged(dims: readonly Dim[]): Dim[] {
  const kept: Dim[] = [];
  for (const dim of [...dims].reverse()) {
    const inner = kept[0];
    if (dim.count === 1 && kept.length > 0) continue;
    if (inner && dim.a === inner.count * inner.a && dim.other === inner.count * inner.other)
      kept[0] = { ...inner, count: inner.count * dim.count };
    else if (inner?.count === 1) kept[0] = dim;
    else kept.unshift(dim);
  }
  return kept;
}

interface Tile {
  readonly locals: Locals;
  readonly madd: Support['madd'];
  readonly product: Product;
  readonly a: Local;
  readonly b: Local;
  readonly c: Local;
  readonly bias: Local;
  /** Where the block's b begins. */
  readonly from: Local;
}

/** Goes over the results, as many side by side as the vectors leave room for. */
function walkResults(
  tile: Tile,
  dims: readonly Dim[],
  vectors: number,
  lanes: number,
  a: Code,
  c: Code,
): Code {
  const [dim, ...rest] = dims as [Dim, ...Dim[]];
  const { locals } = tile;
  const [at, to] = [locals.i32(), locals.i32()];
  const start = seq(set(at, a), set(to, c));
  const steps = (count: number, times: number, body: Code): Code => {
    if (count === 0) return [];
    const next = seq(advance(at, 4 * times * dim.a), advance(to, 4 * times * dim.other));
    if (count === 1) return seq(body, next);
    const end = locals.i32();
    return seq(
      set(end, add(get(to), i32(4 * times * count * dim.other))),
      repeatWhile(seq(body, next), differs(get(to), get(end))),
    );
  };
  if (rest.length > 0)
    return seq(start, steps(dim.count, 1, walkResults(tile, rest, vectors, lanes, get(at), get(to))));
  const side = Math.min(dim.count, SIDE_BY_SIDE[vectors] ?? 1);
  const left = dim.count % side;
  return seq(
    start,
    steps(Math.floor(dim.count / side), side, sums(tile, dim, side, vectors, lanes, at, to)),
    left > 0 ? sums(tile, dim, left, vectors, lanes, at, to) : [],
  );
}

/** The sums of `side` results × `vectors` vectors. */
function sums(
  tile: Tile,
  dim: Dim,
  side: number,
  vectors: number,
  lanes: number,
  at: Local,
  to: Local,
): Code {
  const { locals, madd, product, a, b, bias, from } = tile;
  const totals = Array.from({ length: side }, () => locals.vectors(vectors));
  const factors = locals.vectors(vectors);
  const one = locals.v128();
  const eachTotal = (act: (total: Local, p: number, v: number) => Code) =>
    seq(...totals.flatMap((row, p) => row.map((total, v) => act(total, p, v))));
  const term = seq(
    ...factors.map((factor, v) => set(factor, load(get(b), 16 * v))),
    ...totals.map((row, p) =>
      seq(
        set(one, loadSplat(get(a), 4 * p * dim.a)),
        ...row.map((total, v) => set(total, madd(get(one), get(factors[v]!), get(total)))),
      ),
    ),
  );
  const first = (total: Local, p: number, v: number) =>
    set(total, product.start === 'c' ? load(get(to), 4 * p * dim.other + 16 * v) : load(get(bias), 16 * v));
  const put = (total: Local, p: number, v: number) => {
    const value = product.relu ? pseudoMax(get(total), none) : get(total);
    const offset = 4 * p * dim.other + 16 * v;
    const here = Math.min(4, lanes - 4 * v);
    if (here === 4 || !product.exact) return store(get(to), value, offset);
    return seq(
      set(one, value),
      ...Array.from({ length: here }, (_, i) => storeLane(get(to), get(one), offset + 4 * i, i)),
    );
  };
  return seq(
    eachTotal(first),
    set(a, get(at)),
    set(b, get(from)),
    walkTerms(tile, merged(product.terms(vectors)), term),
    eachTotal(put),
  );
}

/** Goes over the terms; a and b stand behind the last of a walk when it is done. */
function walkTerms(tile: Tile, dims: readonly Dim[], term: Code): Code {
  const [dim, ...rest] = dims as [Dim, ...Dim[]];
  const { a, b, locals } = tile;
  const inner = rest[0];
  const body =
    inner === undefined
      ? seq(term, advance(a, 4 * dim.a), advance(b, 4 * dim.other))
      : seq(
          walkTerms(tile, rest, term),
          advance(a, 4 * (dim.a - reachOf(rest, 'a'))),
          advance(b, 4 * (dim.other - reachOf(rest, 'other'))),
        );
  if (dim.count === 1) return body;
  const end = locals.i32();
  return seq(set(end, add(get(a), i32(4 * dim.count * dim.a))), repeatWhile(body, differs(get(a), get(end))));
}

/** How far a walk has moved when it is done. */
function reachOf([dim]: readonly Dim[], side: 'a' | 'other'): number {
  return dim!.count * dim![side];
}
