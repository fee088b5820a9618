import { copyWords } from './conv/runner.ts';
import { allFinite } from './finite.ts';
import type { Site } from './plan/layout.ts';
import type { Runner } from './plan/plan.ts';
import type { DenseStage } from './plan/stage.ts';

/** The dense layer in plain TypeScript; boxes are planes without a border. Inputs of 0 are passed over: behind a ReLU half of all are. */
export function denseRunner({ params, grads, relu }: DenseStage, site: Site): Runner {
  const { memory } = site;
  const [outs, ins] = params[0]!.shape as [number, number];
  const w = site.reserve(outs * ins);
  const b = site.reserve(outs);
  const dw = site.reserve(outs * ins);
  const db = site.reserve(outs);
  const list = new Int32Array(ins);
  let finite = false;

  return {
    load() {
      memory.cells.set(params[0]!.data, w);
      if (params[1]) memory.cells.set(params[1].data, b);
      finite = allFinite(memory.cells, w, w + outs * ins);
    },
    forward(n) {
      const a = memory.cells as Float64Array;
      const [x, y] = [site.xAt(n), site.yAt(n)];
      let end = 0;
      for (let i = 0; i < ins; i++) if (!finite || a[x + i] !== 0) list[end++] = i;
      for (let j = 0; j < outs; j++) {
        const k = (w + j * ins) | 0;
        let sum = 0;
        for (let t = 0; t < end; t++) {
          const i = list[t]!;
          sum += a[(x + i) | 0]! * a[(k + i) | 0]!;
        }
        sum += a[b + j]!;
        a[y + j] = relu && sum <= 0 ? 0 : sum;
      }
    },
    clear: () => void memory.cells.fill(0, dw, db + outs),
    backward(n) {
      const a = memory.cells as Float64Array;
      const [x, dx, y, dy] = [site.xAt(n), site.dxAt(n), site.yAt(n), site.dyAt(n)];
      const all = !finite || !allFinite(a, x, x + ins);
      a.fill(0, dx, dx + ins);
      for (let j = 0; j < outs; j++) {
        const d = relu && a[y + j] === 0 ? 0 : a[dy + j]!;
        if (d === 0 && !all) continue;
        a[db + j]! += d;
        const k = (w + j * ins) | 0;
        const g = (dw + j * ins) | 0;
        for (let i = 0; i < ins; i++) {
          a[(dx + i) | 0] = a[(dx + i) | 0]! + d * a[(k + i) | 0]!;
          a[(g + i) | 0] = a[(g + i) | 0]! + d * a[(x + i) | 0]!;
        }
      }
    },
    store() {
      copyWords(memory.cells, dw, grads[0]!.data);
      if (grads[1]) copyWords(memory.cells, db, grads[1].data);
    },
  };
}
