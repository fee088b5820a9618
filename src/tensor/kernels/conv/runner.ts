import type { TypedArray } from '../../tensor.ts';
import { allFinite } from '../finite.ts';
import type { FastMemory } from '../memory.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { ConvStage } from '../plan/stage.ts';
import { listRows } from './rows.ts';
import { listWords, TILE, walkOf } from './walk.ts';

/** A convolution of any kernel, stride, dilation, padding and groups in plain TypeScript; boxes are planes. */
export function convRunner({ g, params, grads, relu }: ConvStage, site: Site, memory: FastMemory): Runner {
  const { x: xBox, y: yBox } = site;
  const { groups, groupIn, groupOut, cout } = g;
  const walk = walkOf(g, xBox, yBox);
  const { taps } = walk;
  const w = site.reserve(cout * taps.length);
  const pairs = site.reserve(cout * taps.length);
  const b = site.reserve(cout + TILE);
  const dw = site.reserve(cout * taps.length);
  const db = site.reserve(cout);
  // The last pass of a row may hang over it: it reads what stands there and does not write what it makes of it.
  site.overrun(TILE * walk.xCol);
  const list = {
    places: new Int32Array(walk.rows * walk.cols),
    values: new Float64Array(walk.rows * walk.cols),
  };
  const lists = new Int32Array(listWords(walk));
  const next = new Int32Array(xBox.words + 1);
  let finite = false;

  /** `each(co, x)` for every output channel, with the first channel that its group reads. */
  function eachChannel(step: number, each: (co: number, shift: number, step: number) => void): void {
    for (let group = 0; group < groups; group++) {
      const shift = group * groupIn * xBox.channel;
      const end = (group + 1) * groupOut;
      for (let co = group * groupOut; co < end; ) {
        const many = co + step <= end ? step : 1;
        each(co, shift, many);
        co += many;
      }
    }
  }

  return {
    load() {
      const a = memory.cells;
      a.set(params[0]!.data, w);
      if (params[1]) a.set(params[1].data, b);
      finite = allFinite(a, w, w + cout * taps.length);
      eachChannel(2, (co, _, many) => {
        for (let t = 0; t < taps.length; t++)
          for (let j = 0; j < many; j++)
            a[pairs + co * taps.length + t * many + j] = a[w + (co + j) * taps.length + t]!;
      });
    },
    forward(n) {
      const { kernels } = memory;
      const y = site.yAt(n) + yBox.first;
      const x = site.xAt(n);
      if (finite) kernels.listNext(x, next);
      let listed = -1;
      eachChannel(2, (co, shift, many) => {
        if (shift !== listed) listRows(walk, x, shift, finite ? next : null, lists);
        listed = shift;
        const correlate = many === 2 ? kernels.correlateTwo : kernels.correlateOne;
        correlate(walk, lists, pairs + co * taps.length, b + co, y + co * yBox.channel, relu);
      });
    },
    clear: () => void memory.cells.fill(0, dw, db + cout),
    backward(n, wantsDx) {
      const { cells: a, kernels } = memory;
      const [x, dx] = [site.xAt(n), site.dxAt(n)];
      const all = !finite || !allFinite(a, x, x + xBox.words);
      if (wantsDx) a.fill(0, dx, dx + xBox.words);
      eachChannel(1, (co, shift) => {
        const o = yBox.first + co * yBox.channel;
        const end = kernels.listGradients(walk, relu ? site.yAt(n) + o : -1, site.dyAt(n) + o, all, list);
        for (let t = 0; t < end; t++) a[db + co]! += list.values[t]!;
        const k = co * taps.length;
        if (wantsDx) kernels.spreadBack(taps, list, end, x + shift, dx + shift, w + k, dw + k);
        else kernels.weightsBack(taps, list, end, x + shift, dw + k);
      });
    },
    store() {
      copyWords(memory.cells, dw, grads[0]!.data);
      if (grads[1]) copyWords(memory.cells, db, grads[1].data);
    },
  };
}

/** The words from `place` on into an array, as many as fit. */
export function copyWords(cells: TypedArray, place: number, to: TypedArray): void {
  for (let i = 0; i < to.length; i++) to[i] = cells[place + i] as number;
}
