import { predictedClass } from '../../network/evaluate.ts';
import { type Tensor, zeros } from '../../tensor/tensor.ts';
import type { Digits } from '../../worker/packing.ts';
import { type Breaks, filterAt, type How, LAYERS, type LayerNumber, only } from './breaks.ts';
import { brokenPass, type Means } from './brokenPass.ts';
import { inputOf, type Parts, type Pooled, partsOf, samplesOf, wholePooled } from './parts.ts';

/** So many digits are read at a time: a few milliseconds of work. */
const SLICE = 10;
const PIXELS = 784;

/** Many test digits, read by the whole network, with what its layers handed on for each. */
export interface Bench {
  readonly digits: Digits;
  readonly parts: Parts;
  readonly pooled: Pooled;
  readonly means: Means;
  readonly whole: Reading;
}

/** What a network reads, digit by digit. */
export interface Reading {
  readonly read: Uint8Array;
  readonly correct: number;
}

/** The class of each sample of [n, 10]. */
const classesOf = (logits: Tensor): number[] =>
  Array.from({ length: logits.shape[0] as number }, (_, n) => predictedClass(logits, n));

function readingOf(read: Uint8Array, labels: Uint8Array): Reading {
  return { read, correct: read.reduce((sum, best, n) => sum + (best === labels[n] ? 1 : 0), 0) };
}

/** Reads all digits with the whole network. Each `next()` reads a few; what is returned at the end is all. */
export function* openBench(digits: Digits): Generator<void, Bench> {
  const count = digits.labels.length;
  const parts = partsOf('float32');
  yield;
  const pooled = LAYERS.map(({ filters, side }) => zeros([count, filters, side, side])) as unknown as Pooled;
  const read = new Uint8Array(count);
  yield;
  for (let from = 0; from < count; from += SLICE) {
    const to = Math.min(count, from + SLICE);
    const made = wholePooled(parts, inputOf(digits.pixels.subarray(from * PIXELS, to * PIXELS), 'float32'));
    made.forEach((maps, layer) => {
      const all = pooled[layer as LayerNumber].data;
      all.set(maps.data as never, (from / count) * all.length);
    });
    read.set(classesOf(parts.dense.forward(made[1])), from);
    yield;
  }
  const means: [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)];
  for (const layer of [0, 1] as const) means[layer] = yield* meanOf(pooled[layer]);
  return { digits, parts, pooled, means, whole: readingOf(read, digits.labels) };
}

/** The mean over the samples of [n, …]. */
function* meanOf({ shape, data }: Tensor): Generator<void, Float64Array> {
  const count = shape[0] as number;
  const sums = new Float64Array(data.length / count);
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < sums.length; i++)
      sums[i] = (sums[i] as number) + (data[n * sums.length + i] as number);
    if (n % 100 === 0) yield;
  }
  return sums.map((sum) => sum / count);
}

/** Reads all digits with some filters broken, a few at each `next()`. */
export function* readBroken(bench: Bench, breaks: Breaks): Generator<void, Reading> {
  const { digits, parts, pooled, means } = bench;
  const count = digits.labels.length;
  const read = new Uint8Array(count);
  for (let from = 0; from < count; from += SLICE) {
    const to = Math.min(count, from + SLICE);
    const x = inputOf(digits.pixels.subarray(from * PIXELS, to * PIXELS), 'float32');
    const whole = [samplesOf(pooled[0], from, to), samplesOf(pooled[1], from, to)] as const;
    read.set(classesOf(brokenPass(parts, x, whole, breaks, means).logits), from);
    yield;
  }
  return readingOf(read, digits.labels);
}

/** How many digits fewer are right when one filter of a layer is broken, for each of them. */
export function* costsOf(bench: Bench, how: How, layer: LayerNumber): Generator<void, number[]> {
  const costs: number[] = [];
  for (let index = 0; index < LAYERS[layer].filters; index++) {
    const breaks = { how, broken: only(filterAt({ layer, index })), edit: null };
    costs.push(bench.whole.correct - (yield* readBroken(bench, breaks)).correct);
  }
  return costs;
}

/** A digit that is read otherwise than before. */
export interface Flip {
  /** Its number among the test digits. */
  readonly digit: number;
  readonly label: number;
  readonly before: number;
  readonly now: number;
}

/** The digits that are read otherwise: lost ones first, then those that were wrong before, too. */
export function flipsOf({ digits, whole }: Bench, { read }: Reading): Flip[] {
  const flips = Array.from(
    read,
    (now, digit): Flip => ({
      ...{ digit, now },
      label: digits.labels[digit] as number,
      before: whole.read[digit] as number,
    }),
  ).filter(({ before, now }) => before !== now);
  const rank = ({ label, before, now }: Flip): number => (before === label ? 0 : now === label ? 1 : 2);
  return flips.sort((a, b) => rank(a) - rank(b) || a.digit - b.digit);
}

/** Of each class: how many digits there are, how many are right in the whole network, and how many now. */
export function byClass({ digits, whole }: Bench, { read }: Reading) {
  const classes = Array.from({ length: 10 }, () => ({ count: 0, before: 0, now: 0 }));
  digits.labels.forEach((label, n) => {
    const one = classes[label] as (typeof classes)[number];
    one.count++;
    if (whole.read[n] === label) one.before++;
    if (read[n] === label) one.now++;
  });
  return classes;
}
