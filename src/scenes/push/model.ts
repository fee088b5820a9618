import type { GradientClaim } from '../../kit/check/gradients.ts';
import { kinksOf, type Pooling } from '../../kit/digitPass/kinks.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { quickPass, type UnitLayer } from '../../kit/digitPass/quick.ts';
import { sharesOf } from '../../kit/digitPass/quickLoss.ts';
import {
  createWalk,
  type Goal,
  goalAt,
  goalBack,
  type Push,
  type Unit,
  type Walk,
} from '../../kit/digitPass/walk.ts';
import { digit } from '../../kit/samples/samples.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { createRandom, mixSeeds } from '../../tensor/random.ts';
import type { PushParams } from './parameters.ts';

const PIXELS = FACTS.image.rows * FACTS.image.cols;
export const GREY = 0.5;

/** So much of a pixel is a full colour where changes are shown: they are drawn four times as strong as ink. */
export const FULL_CHANGE = 0.25;
export const AMPLIFIED = 1 / FULL_CHANGE;

export interface PushModel {
  readonly params: PushParams;
  readonly unit: Unit;
  readonly walk: Walk;
}

/** How many filters or classes a layer has. */
export const unitsOf = (layer: UnitLayer): number =>
  layer === 'logits' ? FACTS.logits.rows : FACTS[layer].maps;

export const unitOf = ({ layer, unit }: Pick<PushParams, 'layer' | 'unit'>): Unit => ({
  layer,
  k: Math.min(unit, unitsOf(layer) - 1),
});

/** The share of the distance from grey that a step keeps, as the page prints it. */
export const keepOf = (decay: number): number => Number((1 - decay).toFixed(9));

/** Grey, with noise of one strength in every pixel: the same picture for the same seed. */
function greyStart(noise: number, seed: number): Float64Array {
  const random = createRandom(mixSeeds(seed, 784));
  return Float64Array.from({ length: PIXELS }, () => GREY + noise * (2 * random.next() - 1));
}

type Growing = Pick<PushParams, 'growth' | 'decay' | 'noise' | 'clip' | 'seed'>;

/** The walk that grows a picture for a unit. */
export function growing(unit: Unit, { growth, decay, noise, clip, seed }: Growing): Push {
  return {
    ...{ start: greyStart(noise, seed), base: new Float64Array(PIXELS).fill(GREY) },
    ...{ goal: { kind: 'unit', unit }, rule: 'gradient', rate: growth, keep: keepOf(decay), clip },
  };
}

function fooling({ digit: label, aim, target, rule, levels, rate, clip }: PushParams): Push {
  const start = Float64Array.from(digit(Number(label)).pixels, (byte) => byte / 255);
  const goal: Goal =
    aim === 'to'
      ? { kind: 'loss', label: target, direction: -1 }
      : { kind: 'loss', label: Number(label), direction: 1 };
  return {
    ...{ start, base: start, goal, rule, keep: 1, clip },
    rate: rule === 'sign' ? levels / 255 : rate,
  };
}

export function build(params: PushParams): PushModel {
  const unit = unitOf(params);
  const { mode, digit: label, aim, target, rule, levels, rate, growth, decay, noise, clip, seed } = params;
  const key =
    mode === 'fool'
      ? [mode, label, aim, aim === 'to' ? target : '', rule, rule === 'sign' ? levels : rate, clip]
      : [mode, unit.layer, unit.k, growth, decay, noise, clip, seed];
  const walk = walkFor(key.join(' '), () => (mode === 'fool' ? fooling(params) : growing(unit, params)));
  return { params, unit, walk };
}

/** The walk stays the same, with all that it has found, until something is set that it depends on. */
let last: { readonly key: string; readonly walk: Walk } | undefined;
function walkFor(key: string, make: () => Push): Walk {
  if (last?.key !== key) last = { key, walk: createWalk(make()) };
  return last.walk;
}

export const TRACKS: Readonly<Record<PushParams['mode'], Track>> = {
  fool: /* @__PURE__ */ trackOf('fool', 60, 'weight'),
  grow: /* @__PURE__ */ trackOf('grow', 40, 'output'),
};

function trackOf(id: string, cells: number, role: string): Track {
  return createTrack([
    { id, cells, terms: 1, role, name: { en: 'steps', zh: '步' }, cellWord: { en: 'step', zh: '步' } },
  ]);
}

/** How large a change is: its largest pixel, and its length. */
export interface Size {
  readonly largest: number;
  readonly length: number;
}

export function sizeOf(change: ArrayLike<number>): Size {
  let [largest, squares] = [0, 0];
  for (let i = 0; i < change.length; i++) {
    const by = change[i] as number;
    largest = Math.max(largest, Math.abs(by));
    squares += by * by;
  }
  return { largest, length: Math.sqrt(squares) };
}

/** The same changes in an order drawn by lot: the control. */
export interface Control {
  readonly moved: Float64Array;
  readonly x: Float64Array;
  readonly shares: Float64Array;
  readonly size: Size;
}

export const controlOf = keepLast(
  (start: Float64Array, x: Float64Array, clip: boolean, seed: number): Control => {
    const moved = x.map((pixel, i) => pixel - (start[i] as number));
    const random = createRandom(mixSeeds(seed, 255));
    for (let i = moved.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [moved[i], moved[j]] = [moved[j] as number, moved[i] as number];
    }
    const shuffled = start.map((pixel, i) => {
      const next = pixel + (moved[i] as number);
      return clip ? Math.min(1, Math.max(0, next)) : next;
    });
    const size = sizeOf(shuffled.map((pixel, i) => pixel - (start[i] as number)));
    return { moved, x: shuffled, shares: sharesOf(quickPass(shuffled).logits()), size };
  },
);

/** Below this loss its slopes are lost in the rounding of a nudge. */
const SURE = 1e-6;
/** Each comparison is two passes through the whole network. */
const COMPARED = 60;

export function gradientsOf({ walk }: PushModel): GradientClaim[] {
  const { goal, start } = walk.push;
  if (goal.kind === 'loss' && goalAt(goal, start) < SURE) return [];
  const pass = quickPass(start);
  const { dpool1, dpool2 } = goalBack(goal, pass);
  const poolings: Pooling[] = [];
  if (dpool1) poolings.push({ sums: 'conv1', pooled: 'pool1', values: pass.conv1, gradients: dpool1 });
  if (dpool2) poolings.push({ sums: 'conv2', pooled: 'pool2', values: pass.conv2(), gradients: dpool2 });
  const kinks = kinksOf(poolings);
  return [
    {
      grid: 'dx',
      values: start,
      loss: (x) => goalAt(goal, x),
      isKink: (i) => kinks.has(i),
      most: COMPARED,
    },
  ];
}
