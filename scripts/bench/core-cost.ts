/* One row of the table of cost against size, or the heap over 1,000 steps: each in a fresh process. */
import { createModel } from '../../src/network/model.ts';
import { createOptimizer } from '../../src/network/optimizers.ts';
import { digitNetwork } from '../../src/network/spec.ts';
import { crossEntropyBackward } from '../../src/tensor/crossEntropy.ts';
import { createRandom, randomUniform } from '../../src/tensor/random.ts';
import type { Shape } from '../../src/tensor/tensor.ts';

const [side, first, second, batch] = process.argv.slice(2, 6).map(Number) as [number, number, number, number];
const random = createRandom(3);
const x = randomUniform([batch, 1, side, side], random);
const labels = Array.from({ length: batch }, () => random.below(10));
const model = createModel({ ...digitNetwork([first, second]), input: [1, side, side] });
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

for (const start = performance.now(); performance.now() - start < 700; ) step();
const before = heap();
const times: number[] = [];
const steps = process.argv[6] === 'heap' ? 1000 : Math.max(5, Math.ceil(20_000 / (batch * side * first)));
for (let i = 0; i < steps; i++) {
  const start = performance.now();
  step();
  times.push(performance.now() - start);
}
const bytes = heap() - before;
const median = times.sort((p, q) => p - q)[Math.floor(times.length / 2)] as number;
process.send?.({ multiplyAdds, median, bytes });
