import { type ExpressionLine, evaluate } from '../../formula/expression.ts';
import type { ExplosionModel, Measure } from './model.ts';

export type CountId =
  | 'pixels'
  | 'inputs'
  | 'weights'
  | 'parameters'
  | 'bytes'
  | 'work'
  | 'filter'
  | 'convWeights'
  | 'convParameters'
  | 'convBytes'
  | 'convWork'
  | 'ratio';

/** One row of the count: the next factor, and what it comes to. */
export interface CountRow {
  readonly id: CountId;
  readonly side: 'dense' | 'conv' | 'both';
  readonly line: ExpressionLine;
  readonly value: number;
}

/** `left = right`, or ≈ where the printed result is not the value of the printed left side. */
function closing(left: string, right: string): ExpressionLine {
  return { left, sign: evaluate(left) === evaluate(right) ? '=' : '≈', right };
}

/** A ratio needs no more than three digits. */
export function roundRatio(ratio: number): number {
  return ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(3));
}

/** The whole count, factor by factor. Row n is the n-th step. */
export function countRows(model: ExplosionModel): CountRow[] {
  const { format, inputs, dense, conv, params } = model;
  const { width, height, channels } = format;
  const { neurons, kernel, filters } = params;
  const weights = dense.parameters - neurons;
  const convWeights = conv.parameters - filters;
  const filter = convWeights / filters;
  const pixels = inputs / channels;
  const row = (id: CountId, side: CountRow['side'], left: string, value: number): CountRow => ({
    id,
    side,
    line: closing(left, String(value)),
    value,
  });
  return [
    row('pixels', 'dense', `${width} × ${height}`, pixels),
    row('inputs', 'dense', `${pixels} × ${channels}`, inputs),
    row('weights', 'dense', `${inputs} × ${neurons}`, weights),
    row('parameters', 'dense', `${weights} + ${neurons}`, dense.parameters),
    row('bytes', 'dense', `${dense.parameters} × 4`, dense.parameterBytes),
    row('work', 'dense', `${inputs} × ${neurons}`, dense.multiplyAdds),
    row('filter', 'conv', `${kernel} × ${kernel} × ${channels}`, filter),
    row('convWeights', 'conv', `${filter} × ${filters}`, convWeights),
    row('convParameters', 'conv', `${convWeights} + ${filters}`, conv.parameters),
    row('convBytes', 'conv', `${conv.parameters} × 4`, conv.parameterBytes),
    row('convWork', 'conv', `${convWeights} × ${pixels}`, conv.multiplyAdds),
    row(
      'ratio',
      'both',
      `${dense.parameters} / ${conv.parameters}`,
      roundRatio(dense.parameters / conv.parameters),
    ),
  ];
}

export const ROW_COUNT = 12;

/** The rows that lead to a measure: the bars grow along them. */
export const PATHS: Readonly<
  Record<Measure, { readonly dense: readonly CountId[]; readonly conv: readonly CountId[] }>
> = {
  parameters: {
    dense: ['pixels', 'inputs', 'weights', 'parameters'],
    conv: ['filter', 'convWeights', 'convParameters'],
  },
  bytes: {
    dense: ['pixels', 'inputs', 'weights', 'parameters', 'bytes'],
    conv: ['filter', 'convWeights', 'convParameters', 'convBytes'],
  },
  multiplyAdds: {
    dense: ['pixels', 'inputs', 'work'],
    conv: ['filter', 'convWeights', 'convWork'],
  },
};

/** What one can afford, as arithmetic: the budget shared out among the neurons, then the picture that fits. */
export function affordLine({ budget, params, affordable }: ExplosionModel): ExpressionLine {
  return closing(`⌊${budget} / ${params.neurons}⌋`, String(affordable));
}

export function sizeLine({ shrunk }: ExplosionModel): ExpressionLine {
  const { rows, cols } = shrunk ?? { rows: 0, cols: 0 };
  return closing(`${cols} × ${rows}`, String(cols * rows));
}

/** One pixel of the small picture: the sum of its box by their number. */
export function meanLine(sum: number, count: number, mean: number, full: boolean): ExpressionLine {
  return closing(`${sum} / ${count}`, full ? String(mean) : String(Number(mean.toFixed(2))));
}
