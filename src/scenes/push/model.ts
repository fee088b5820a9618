import type { GradientClaim } from '../../kit/check/gradients.ts';
import { pixelClaim } from '../../kit/digitPass/claims.ts';
import type { Pooling } from '../../kit/digitPass/kinks.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { quickPass, type UnitLayer } from '../../kit/digitPass/quick.ts';
import { bestOf } from '../../kit/digitPass/quickLoss.ts';
import {
  createWalk,
  type Goal,
  goalAt,
  goalBack,
  type Push,
  type Unit,
  type Walk,
} from '../../kit/digitPass/walk.ts';
import { drawingOf } from '../../kit/digits/choices.ts';
import { type Drawing, givenBy } from '../../kit/digits/drawing.ts';
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
  /** What lies on the pad, its 28 × 28 bytes, and its class: of a drawing what the network reads it as. */
  readonly drawing: Drawing;
  readonly pixels: Uint8Array;
  readonly own: number;
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

const pictureOf = keepLast((digit: string, strokes: readonly number[] | null) => {
  const drawing = drawingOf(digit, strokes);
  const { pixels } = givenBy(drawing, true);
  const start = Float64Array.from(pixels, (byte) => byte / 255);
  const own = drawing.sample ?? bestOf(quickPass(start).logits());
  return { drawing, pixels, start, own };
});

function fooling(
  { aim, target, rule, levels, rate, clip }: PushParams,
  { start, own }: ReturnType<typeof pictureOf>,
): Push {
  const goal: Goal =
    aim === 'to'
      ? { kind: 'loss', label: target, direction: -1 }
      : { kind: 'loss', label: own, direction: 1 };
  return {
    ...{ start, base: start, goal, rule, keep: 1, clip },
    rate: rule === 'sign' ? levels / 255 : rate,
  };
}

export function build(params: PushParams): PushModel {
  const unit = unitOf(params);
  const { mode, digit, strokes, aim, target, rule, levels, rate, growth, decay, noise, clip, seed } = params;
  const picture = pictureOf(digit, strokes);
  const { drawing, pixels, own } = picture;
  const key =
    mode === 'fool'
      ? [mode, strokes ?? digit, aim, aim === 'to' ? target : '', rule, rule === 'sign' ? levels : rate, clip]
      : [mode, unit.layer, unit.k, growth, decay, noise, clip, seed];
  const walk = walkFor(key.join(' '), () =>
    mode === 'fool' ? fooling(params, picture) : growing(unit, params),
  );
  return { params, drawing, pixels, own, unit, walk };
}

/** So many walks are kept with all that they have found: those of the phrases, and a few of the reader's own. */
const KEPT = 14;
const walks = new Map<string, Walk>();

function walkFor(key: string, make: () => Push): Walk {
  const walk = walks.get(key) ?? createWalk(make());
  walks.delete(key);
  walks.set(key, walk);
  if (walks.size > KEPT) walks.delete(walks.keys().next().value as string);
  return walk;
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

/** Below this loss its slopes are lost in the rounding of a nudge. */
const SURE = 1e-6;

export function gradientsOf({ walk }: PushModel): GradientClaim[] {
  const { goal, start } = walk.push;
  if (goal.kind === 'loss' && goalAt(goal, start) < SURE) return [];
  const pass = quickPass(start);
  const { dpool1, dpool2 } = goalBack(goal, pass);
  const poolings: Pooling[] = [];
  if (dpool1) poolings.push({ sums: 'conv1', pooled: 'pool1', values: pass.conv1, gradients: dpool1 });
  if (dpool2) poolings.push({ sums: 'conv2', pooled: 'pool2', values: pass.conv2(), gradients: dpool2 });
  return [pixelClaim('dx', start, (x) => goalAt(goal, x), poolings)];
}
