import { copyWords } from '../kernels/conv/runner.ts';
import { allFinite } from '../kernels/finite.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import type { ConvStage } from '../kernels/plan/stage.ts';
import type { Compiler } from './compiler.ts';
import { denseGradients } from './denseGradients.ts';
import { addListing, addListSum } from './list.ts';
import { type PlaceOf, stage } from './packing.ts';
import { addProduct, blocksOf, type Dim, merged } from './product.ts';
import { addSpread } from './spread.ts';
import { placeInBlocks, windowOf, windowSteps } from './walks.ts';

/** Above this share of dy that are not 0, the dense way back is the faster one. */
const DENSE = 0.4;

/** A convolution of any kernel, stride, dilation, padding and groups, compiled for its shapes; boxes are pixels. */
export function compiledConv({ g, params, grads, relu }: ConvStage, site: Site, compiler: Compiler): Runner {
  const { module, support, memory } = compiler;
  const { x: xBox, y: yBox } = site;
  const { groups, groupIn, groupOut, cout, kh, kw } = g;
  const taps = groupIn * kh * kw;
  const places = g.outHeight * g.outWidth;
  const wShape = [cout, groupIn, kh, kw] as const;
  const weights = stage(params[0]!, wShape, site, compiler.movers, memory);
  const reach = windowOf(g, xBox);

  // Forwards: w [group][block of channels][tap][channel], and y = b + Σ x · w.
  const blocks = blocksOf(groupOut, windowSteps(g, xBox, yBox));
  const groupWords = taps * 4 * Math.ceil(groupOut / 4);
  const w = weights.inOrder(groups * groupWords, (o, ci, ky, kx) => {
    const place = placeInBlocks(blocks, taps, o % groupOut, (ky * kw + kx) * groupIn + ci);
    return Math.floor(o / groupOut) * groupWords + place;
  });
  const b = site.reserve(cout + 4);
  const forward = addProduct(module, support, {
    results: () => windowSteps(g, xBox, yBox),
    terms: (vectors) => reach.map((dim) => ({ ...dim, other: 4 * vectors * dim.other })),
    outs: groupOut,
    bBlock: (vectors) => taps * 4 * vectors,
    cBlock: (vectors) => 4 * vectors,
    start: 'bias',
    exact: true,
    relu,
  });

  // Backwards: w [channel][tap], so that the taps of a window stand as they do in x.
  const byChannel: PlaceOf = (o, ci, ky, kx) => o * taps + (ky * kw + kx) * groupIn + ci;
  const rows = weights.inOrder(cout * taps, byChannel);
  const dw = site.reserve(cout * taps);
  const gradient = weights.outOf(dw, byChannel);
  const db = site.reserve(cout);
  const ends = site.reserve(cout);
  const lists = site.reserve(2 * cout * places);
  const dense = denseGradients(g, weights, site, compiler);
  const list = addListing(module, {
    rows: g.outHeight,
    cols: g.outWidth,
    channels: cout,
    yRow: yBox.row,
    yCol: yBox.col,
    xRow: g.stride[0] * xBox.row,
    xCol: g.stride[1] * xBox.col,
    ends,
    lists,
    relu,
    ...(dense && { copy: dense.copy }),
  });
  const sum = addListSum(module);
  const run = runsOf(reach);
  const both = addSpread(module, support, run, true);
  const dwAlone = addSpread(module, support, run, false);
  // A vector may be read behind the last channel.
  site.overrun(4);
  let finite = true;

  return {
    load() {
      const { cells } = memory;
      if (params[1]) cells.set(params[1].data, b);
      if (!weights.load()) return;
      w.fill();
      finite = allFinite(params[0]!.data, 0, params[0]!.size);
    },
    forward(n) {
      const [x, y] = [site.xAt(n), site.yAt(n) + yBox.first];
      for (let group = 0; group < groups; group++) {
        const out = group * groupOut;
        forward.call(
          4 * (x + group * groupIn),
          4 * (w.place + group * groupWords),
          4 * (y + out),
          4 * (b + out),
        );
      }
    },
    clear() {
      rows.fill();
      memory.cells.fill(0, dw, dw + cout * taps);
      memory.cells.fill(0, db, db + cout);
      dense?.clear();
    },
    backward(n, wantsDx) {
      const { cells, ints } = memory;
      const [x, dx] = [site.xAt(n), site.dxAt(n)];
      const all = !finite || !compiler.allFinite(x, xBox.words);
      list.call(4 * (site.yAt(n) + yBox.first), 4 * (site.dyAt(n) + yBox.first), Number(all));
      let listed = 0;
      for (let co = 0; co < cout; co++) {
        const start = 4 * (lists + 2 * co * places);
        listed += (ints[ends + co]! - start) / 8;
        sum.call(start, ints[ends + co]!, 4 * (db + co));
      }
      if (dense && !all && listed > DENSE * cout * places) {
        dense.backward(n, wantsDx);
        return;
      }
      if (wantsDx) cells.fill(0, dx, dx + xBox.words);
      const spread = wantsDx ? both : dwAlone;
      for (let co = 0; co < cout; co++) {
        const shift = Math.floor(co / groupOut) * groupIn;
        const start = 4 * (lists + 2 * co * places);
        const [to, from] = [4 * (dx + shift), 4 * (x + shift)];
        spread.call(from, to, start, ints[ends + co]!, 4 * (rows.place + co * taps), 4 * (dw + co * taps));
      }
    },
    store() {
      gradient.write(grads[0]!.data, false);
      dense?.addTo(grads[0]!.data);
      if (grads[1]) copyWords(memory.cells, db, grads[1].data);
    },
  };
}

/** A window as runs of neighbours. */
function runsOf(window: readonly Dim[]): Dim[] {
  const runs = merged(window);
  return runs.at(-1)?.a === 1 ? runs : [...runs, { count: 1, a: 1, other: 1 }];
}
