import type { LearningLayer } from '../../../../worker/protocol.ts';
import type { DeadUnits } from '../../../../worker/readings.ts';
import type { PartReport } from '../../../../worker/session.ts';

/** Of so many steps the mean of a measure that jumps from step to step is told. */
const LAST = 20;

/** How one layer fares. */
export interface LayerHealth {
  readonly layer: number;
  /** log₁₀ ‖∂w‖ over the steps, by bins: where it stands in the run, and the mean of the logarithms. */
  readonly line: readonly { readonly step: number; readonly power: number }[];
  /** ‖∂w‖ of the last step, null before the first. */
  readonly gradient: number | null;
  /** The mean of ‖Δw‖ / ‖w‖ over the last steps. */
  readonly move: number | null;
  /** Of the ReLU behind it. */
  readonly dead: DeadUnits | null;
}

/** @param bins points a line has at most */
export function healthOf(
  reports: readonly PartReport[],
  layers: readonly LearningLayer[],
  dead: readonly DeadUnits[],
  bins: number,
): LayerHealth[] {
  const known = reports.filter((report) => report !== undefined);
  const size = Math.max(1, Math.ceil(known.length / bins));
  return layers.map(({ layer }, i) => {
    const line: { step: number; power: number }[] = [];
    for (let from = 0; from < known.length; from += size) {
      const part = known.slice(from, from + size);
      const powers = part.map(({ gradients }) => Math.log10(gradients[i] as number)).filter(Number.isFinite);
      if (powers.length > 0)
        line.push({ step: (part[0] as PartReport).step + part.length / 2, power: mean(powers) as number });
    }
    const moves = known.slice(-LAST).map(({ moves }) => moves[i] as number);
    return {
      ...{ layer, line },
      gradient: known.at(-1)?.gradients[i] ?? null,
      move: mean(moves.filter(Number.isFinite)),
      dead: deadBehind(layer, layers, dead),
    };
  });
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** The ReLU before which no other layer of weights comes; batch norm between is none. */
function deadBehind(
  layer: number,
  layers: readonly LearningLayer[],
  dead: readonly DeadUnits[],
): DeadUnits | null {
  const next =
    layers.find((other) => other.layer > layer && other.type !== 'batchNorm2d')?.layer ??
    Number.POSITIVE_INFINITY;
  const isNorm = layers.find((other) => other.layer === layer)?.type === 'batchNorm2d';
  return isNorm ? null : (dead.find((relu) => relu.layer > layer && relu.layer < next) ?? null);
}

/** Whole powers of ten around all lines; at least one apart. */
export function powersOf(healths: readonly LayerHealth[]): readonly [number, number] {
  const powers = healths.flatMap(({ line }) => line.map(({ power }) => power));
  if (powers.length === 0) return [-3, 1];
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  return [Math.max(-12, low), Math.max(low + 1, high)];
}
