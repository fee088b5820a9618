/* One row of the table of cost against size, the heap over 1,000 steps, or the time to compile: each in a fresh process. */
import { createModel } from '../../src/network/model.ts';
import { createOptimizer } from '../../src/network/optimizers.ts';
import type { EngineName } from '../../src/network/plan.ts';
import { digitNetwork } from '../../src/network/spec.ts';
import { crossEntropyBackward } from '../../src/tensor/crossEntropy.ts';
import { createRandom, randomUniform } from '../../src/tensor/random.ts';
import type { Shape } from '../../src/tensor/tensor.ts';

export interface Measured {
  /** Of one image forward. */
  readonly multiplyAdds: number;
  /** Milliseconds of a training step, and of making a plan. */
  readonly median: number;
  readonly compiling: number;
  /** How many bytes the heap has grown by. */
  readonly bytes: number;
}

const engine = process.argv[2] as EngineName;
const [side, first, second, batch] = process.argv.slice(3, 7).map(Number) as [number, number, number, number];
const task = process.argv[7];
const random = createRandom(3);
const x = randomUniform([batch, 1, side, side], random);
const labels = Array.from({ length: batch }, () => random.below(10));
const spec = { ...digitNetwork([first, second]), input: [1, side, side] };
const model = createModel(spec, { engine });
const optimizer = createOptimizer({ type: 'momentum', lr: 0.001 });

function step(): void {
  const logits = model.forward(x);
  model.backward(crossEntropyBackward(logits, labels));
  optimizer.stepInPlace(model.params, model.grads);
}

/** Multiply-adds of one image forward: every weight, as often as it is used. */
const multiplyAdds = model.layers.reduce((sum, { params, outShape }) => {
  const [, height = 1, width = 1] = outShape as Shape;
  return sum + (params[0]?.size ?? 0) * height * width;
}, 0);

const heap = () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** The median of so many runs, in milliseconds. */
function timed(times: number, run: () => void): number {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return all.sort((p, q) => p - q)[Math.floor(times / 2)] as number;
}

let compiling = 0;
if (task === 'compile') {
  // A model without a plan has the same layers to make.
  const make = (name: EngineName) => () => void createModel(spec, { engine: name });
  compiling = timed(21, make(engine)) - timed(21, make('plain'));
}
for (const start = performance.now(); performance.now() - start < 700; ) step();
const before = heap();
const steps = task === 'heap' ? 1000 : Math.max(5, Math.ceil(20_000 / (batch * side * first)));
const median = timed(steps, step);
const bytes = heap() - before;
process.send?.({ multiplyAdds, median, compiling, bytes } satisfies Measured);
