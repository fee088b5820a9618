import { type Breaks, type How, isWhole, LAYERS } from '../../kit/ablation/breaks.ts';
import { type BrokenPass, brokenPass, type Means } from '../../kit/ablation/brokenPass.ts';
import { inputOf, type Parts, partsOf, trainedKernel, wholePooled } from '../../kit/ablation/parts.ts';
import { sharesOf } from '../../kit/ablation/shares.ts';
import { type Bench, byClass, type Flip, flipsOf, type Reading } from '../../kit/ablation/testBench.ts';
import { SIDE } from '../../kit/digits/centre.ts';
import { digit } from '../../kit/samples/samples.ts';
import { predictedClass } from '../../network/evaluate.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Resources } from '../../playback/resources.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { BrokenParams } from './parameters.ts';

/** What arrives late: the test digits, read by the whole network and by the broken one, and what each filter costs. */
export interface BrokenResources {
  readonly bench: Bench;
  readonly reading: Reading;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** A pass of the digit on the stage: numbers that are taken apart. */
interface Shown extends BrokenPass {
  readonly best: number;
}

const PIXELS = SIDE * SIDE;
/** The digit of the figure's beginning. */
const SAMPLE = 1;

let shared: Parts | undefined;
export const exactParts = (): Parts => {
  shared ??= partsOf('float64');
  return shared;
};

export const breaksOf = ({ how, broken, filter, map, weights }: BrokenParams): Breaks => ({
  ...{ how, broken },
  edit: weights && { filter, map, weights },
});

const shownOf = ({ pooled, logits }: BrokenPass): Shown => ({
  pooled,
  logits,
  best: predictedClass(logits, 0),
});

const wholeOf = keepLast((pixels: Uint8Array) => {
  const parts = exactParts();
  const x = inputOf(pixels, 'float64');
  const pooled = wholePooled(parts, x);
  return { x, pass: shownOf({ pooled, logits: parts.dense.forward(pooled[1]).clone() }) };
});

const brokenOf = keepLast(
  (
    pixels: Uint8Array,
    how: How,
    broken: number,
    filter: number,
    map: number,
    weights: readonly number[] | null,
    means: Means | null,
  ): Shown => {
    const breaks = { how, broken, edit: weights && { filter, map, weights } };
    const { x, pass } = wholeOf(pixels);
    return shownOf(brokenPass(exactParts(), x, pass.pooled, breaks, means));
  },
);

/** The kernel of any filter for the map that is looked at, as it is now. */
export const kernelOf = ({ params, kernel }: BrokenModel, filter: number): readonly number[] =>
  filter === params.filter ? kernel : trainedKernel(exactParts(), filter, params.map);

export interface BrokenModel {
  readonly params: BrokenParams;
  readonly pixels: Uint8Array;
  readonly label: number;
  /** The digit in the whole network and in the broken one. */
  readonly before: Shown;
  readonly now: Shown;
  /** [10, 16], in the broken network and in the whole one. */
  readonly shares: Tensor;
  readonly sharesBefore: Tensor;
  readonly kernel: readonly number[];
  readonly trained: readonly number[];
  readonly bench: Bench | null;
  readonly failed: boolean;
  /** All test digits, read by the broken network. */
  readonly reading: Reading | null;
  readonly flips: readonly Flip[];
  readonly classes: ReturnType<typeof byClass> | null;
  /** What each filter costs; null while it is not counted. */
  readonly costs: readonly (number | null)[];
}

const sharesNow = keepLast((pass: Shown) => sharesOf(exactParts(), pass));
const sharesBefore = keepLast((pass: Shown) => sharesOf(exactParts(), pass));

const countsOf = keepLast((bench: Bench, reading: Reading) => ({
  flips: flipsOf(bench, reading),
  classes: byClass(bench, reading),
}));

const pixelsOf = keepLast((bench: Bench, at: number) =>
  bench.digits.pixels.slice(at * PIXELS, (at + 1) * PIXELS),
);

export function build(params: BrokenParams, resources: Resources<BrokenResources>): BrokenModel {
  const there = <K extends keyof BrokenResources>(name: K): BrokenResources[K] | null => {
    const resource = resources[name];
    return resource.state === 'there' ? resource.value : null;
  };
  const bench = there('bench');
  const reading = bench && (isWhole(breaksOf(params)) ? bench.whole : there('reading'));
  const own = bench && params.digit >= 0 ? { bench, at: params.digit } : null;
  const sample = digit(SAMPLE);
  const pixels = own ? pixelsOf(own.bench, own.at) : sample.pixels;
  const { how, broken, filter, map, weights } = params;
  const now = brokenOf(pixels, how, broken, filter, map, weights, bench?.means ?? null);
  const trained = trainedKernel(exactParts(), filter, map);
  const costs = LAYERS.flatMap(({ filters }, layer): readonly (number | null)[] => {
    const counted = there(layer === 0 ? 'first' : 'second');
    return counted ?? new Array<null>(filters).fill(null);
  });
  return {
    ...{ params, pixels, now, trained, bench, reading, costs },
    label: own ? (own.bench.digits.labels[own.at] as number) : sample.label,
    before: wholeOf(pixels).pass,
    shares: sharesNow(now),
    sharesBefore: sharesBefore(wholeOf(pixels).pass),
    kernel: weights ?? trained,
    failed: resources.bench.state === 'failed',
    ...(bench && reading ? countsOf(bench, reading) : { flips: [], classes: null }),
  };
}
