import { stateOf } from '../../../../network/layer.ts';
import type { Look } from '../../../../worker/protocol.ts';
import type { Numbers } from '../../../../worker/settings.ts';
import type { WeightPlace } from '../../../../worker/weightStep.ts';
import { firstModel } from '../../initial.ts';
import type { RunState } from '../../run/state.ts';

/** The weight pictures of the first layer: kernels, or one picture for each unit of a dense layer. */
export interface FirstLayer {
  /** Of a convolution; else of dense units. */
  readonly isConvolution: boolean;
  /** All that there are, and as many as are shown. */
  readonly count: number;
  readonly shown: number;
  /** Side of each picture. */
  readonly side: number;
}

/** Dense units that are shown. */
const MOST_UNITS = 10;

/** What the shape of the first parameter says; null: its weights make no square pictures. */
export function firstLayer({ weights }: Pick<Look, 'weights'>): FirstLayer | null {
  const [count = 0, ...rest] = weights[0]?.shape ?? [];
  const isConvolution = rest.length === 3;
  const side = Math.sqrt(rest.reduce((product, length) => product * length, 1));
  if (count < 1 || !Number.isInteger(side)) return null;
  return { isConvolution, count, shown: isConvolution ? count : Math.min(MOST_UNITS, count), side };
}

type Looked = Pick<RunState, 'now' | 'looks' | 'settings'>;

/** The weights of now: those that were looked at last, or before the first step those that it starts with. */
export const latest = ({ now, looks, settings }: Looked): Look =>
  now ?? looks[0] ?? { step: 0, weights: stateOf(firstModel(settings)) as Numbers[], dead: [] };

/** Looks at the start, about half of the way to now, and now; fewer where there are no more. */
export function thenAndNow(run: Looked): Look[] {
  const now = latest(run);
  const before = run.looks.filter(({ step }) => step < now.step);
  const [first] = before;
  if (!first) return [now];
  const half = (first.step + now.step) / 2;
  const between = before
    .slice(1)
    .reduce<Look | null>(
      (best, look) => (best && Math.abs(best.step - half) <= Math.abs(look.step - half) ? best : look),
      null,
    );
  return between ? [first, between, now] : [first, now];
}

/** The weights of picture `k`, as they lie in the look. */
export function pictureOf({ weights }: Pick<Look, 'weights'>, { side }: FirstLayer, k: number): Float32Array {
  const size = side * side;
  return weights[0]?.data.subarray(k * size, (k + 1) * size) ?? new Float32Array(size);
}

/** The chosen weight; where it is none of the pictures that are shown, the middle of the first. */
export function placedWeight({ param, at }: WeightPlace, { shown, side }: FirstLayer): WeightPlace {
  const isThere = param === 0 && Number.isInteger(at) && at >= 0 && at < shown * side * side;
  const middle = Math.floor(side / 2) * (side + 1);
  return isThere ? { param, at } : { param: 0, at: middle };
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** `w₇,₀,₀,₁`: of a convolution filter, input channel, row and column; of a dense layer unit and pixel. */
export function weightName({ at }: WeightPlace, { isConvolution, side }: FirstLayer): string {
  const size = side * side;
  const [k, place] = [Math.floor(at / size), at % size];
  const index = isConvolution ? [k, 0, Math.floor(place / side), place % side] : [k, place];
  const lowered = (n: number): string =>
    String(n).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] as string);
  return `w${index.map(lowered).join(',')}`;
}
