/*
 * npm run train: trains the digit network that the site ships, from a fixed seed, and writes it to
 * public/weights/, with copies for the figures that show it. Takes a minute or two on one core; --quick makes
 * one short epoch, to see that it runs, and writes elsewhere.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { evaluate } from '../src/network/evaluate.ts';
import { createModel } from '../src/network/model.ts';
import { shifted } from '../src/network/samples.ts';
import { digitNetwork } from '../src/network/spec.ts';
import { createTrainer } from '../src/network/trainer.ts';
import { loadWeights, saveWeights } from '../src/network/weights.ts';
import { writeFirstLayer } from './first-layer.ts';
import { mnist } from './mnist.ts';
import { writeNetworkCopy } from './network-copy.ts';

const quick = process.argv.includes('--quick');
const SEED = 1;
const EPOCHS = quick ? 0.1 : 12;
const BATCH = 32;
const CHANNELS = [8, 16] as const;
const OUT = quick ? tmpdir() : 'public/weights';

const digits = mnist('train');
const test = mnist('t10k');
const steps = Math.floor((EPOCHS * digits.count) / BATCH);
const model = createModel(digitNetwork(CHANNELS), { seed: SEED });
const trainer = createTrainer(model, shifted(digits, 28, 28, 2), {
  seed: SEED,
  batchSize: BATCH,
  steps,
  optimizer: { type: 'momentum', lr: 0.04, momentum: 0.9 },
  schedule: { type: 'cosine', warmup: 200 },
});

const started = performance.now();
/** Milliseconds of training alone, without the tests in between. */
let training = 0;
const every = Math.max(1, Math.floor(steps / Math.max(1, EPOCHS)));
let [loss, correct] = [0, 0];
while (trainer.status === 'running') {
  const before = performance.now();
  const report = trainer.advanceStep();
  training += performance.now() - before;
  if (report.status === 'diverged') throw new Error(report.message);
  loss += report.loss / every;
  correct += report.correct / (every * BATCH);
  if (trainer.step % every !== 0) continue;
  const seconds = (performance.now() - started) / 1000;
  const accuracy = evaluate(model, test).accuracy;
  console.log(
    `${trainer.step}/${steps}  loss ${loss.toFixed(4)}  training ${(100 * correct).toFixed(2)} %  ` +
      `test ${(100 * accuracy).toFixed(2)} %  ${seconds.toFixed(0)} s  ${((trainer.step * BATCH) / seconds).toFixed(0)} images/s`,
  );
  [loss, correct] = [0, 0];
}

const epoch = (training / 1000 / steps) * (digits.count / BATCH);
console.log(`${model.engine} kernels: ${epoch.toFixed(1)} s for an epoch of ${digits.count}`);

// Half the bytes of float32; the accuracy is that of the written file, read back.
mkdirSync(OUT, { recursive: true });
const path = `${OUT}/mnist-lenet.bin`;
writeFileSync(path, saveWeights(model, 'float16'));
const shipped = readFileSync(path);
const readBack = loadWeights(shipped);
const { accuracy, loss: testLoss } = evaluate(readBack, test);
const about = {
  architecture: model.spec,
  parameters: model.params.reduce((sum, p) => sum + p.size, 0),
  seed: SEED,
  epochs: EPOCHS,
  augmentation: 'shifts of up to 2 pixels',
  storage: 'float16',
  bytes: shipped.length,
  testAccuracy: accuracy,
  testLoss: Number(testLoss.toFixed(6)),
};
writeFileSync(`${OUT}/mnist-lenet.json`, `${JSON.stringify(about, null, 2)}\n`);
console.log(`${path}: ${shipped.length} bytes, ${(100 * accuracy).toFixed(2)} % of 10,000 test digits`);
if (!quick) {
  writeFirstLayer(readBack);
  writeNetworkCopy(shipped);
}
