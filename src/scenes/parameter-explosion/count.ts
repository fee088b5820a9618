import type { Counted, StretchId } from './model.ts';
import type { Measure } from './parameters.ts';

export type CountId =
  | 'pixels'
  | 'inputs'
  | 'weights'
  | 'parameters'
  | 'bytes'
  | 'work'
  | 'filter'
  | 'localWeights'
  | 'localParameters'
  | 'localBytes'
  | 'localWork'
  | 'convWeights'
  | 'convParameters'
  | 'convBytes'
  | 'convWork'
  | 'ratio';

/** One step of the count: the next factor, and what it comes to. */
export interface CountRow {
  readonly id: CountId;
  /** The bar that it belongs to. */
  readonly bar: StretchId;
  /** The same in letters; a ratio has none. */
  readonly letters: string;
  /** `12000000 × 3` */
  readonly left: string;
  readonly value: number;
}

/** A ratio needs no more than three digits. */
export function roundRatio(ratio: number): number {
  return ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(3));
}

/** The whole count, factor by factor: row n is the n-th step (counts after Karpathy, CS231n). */
export function countRows(counted: Counted): CountRow[] {
  const { format, inputs, neurons, places, dense, local, conv, params } = counted;
  const { width, height, channels } = format;
  const { kernel, filters } = params;
  const weights = dense.parameters - neurons;
  const convWeights = conv.parameters - filters;
  const filter = convWeights / filters;
  const pixels = inputs / channels;
  const row = (id: CountId, bar: StretchId, letters: string, left: string, value: number): CountRow => ({
    ...{ id, bar, letters, left, value },
  });
  const one = row('filter', local ? 'local' : 'conv', 'k²C', `${kernel} × ${kernel} × ${channels}`, filter);
  return [
    row('pixels', 'dense', 'HW', `${width} × ${height}`, pixels),
    row('inputs', 'dense', 'HWC', `${pixels} × ${channels}`, inputs),
    row('weights', 'dense', 'HWCm', `${inputs} × ${neurons}`, weights),
    row('parameters', 'dense', 'HWCm + m', `${weights} + ${neurons}`, dense.parameters),
    row('bytes', 'dense', '4(HWCm + m)', `${dense.parameters} × 4`, dense.parameterBytes),
    row('work', 'dense', 'HWCm', `${inputs} × ${neurons}`, dense.multiplyAdds),
    one,
    ...(local
      ? [
          row('localWeights', 'local', 'k²Cm', `${filter} × ${neurons}`, local.parameters - neurons),
          row(
            ...(['localParameters', 'local', 'k²Cm + m'] as const),
            `${local.parameters - neurons} + ${neurons}`,
            local.parameters,
          ),
          row('localBytes', 'local', '4(k²Cm + m)', `${local.parameters} × 4`, local.parameterBytes),
          row('localWork', 'local', 'k²Cm', `${filter} × ${neurons}`, local.multiplyAdds),
        ]
      : []),
    row('convWeights', 'conv', 'k²CF', `${filter} × ${filters}`, convWeights),
    row('convParameters', 'conv', 'k²CF + F', `${convWeights} + ${filters}`, conv.parameters),
    row('convBytes', 'conv', '4(k²CF + F)', `${conv.parameters} × 4`, conv.parameterBytes),
    row('convWork', 'conv', "k²CF · H'W'", `${convWeights} × ${places}`, conv.multiplyAdds),
    row(
      ...(['ratio', 'conv', ''] as const),
      `${dense.parameters} / ${conv.parameters}`,
      roundRatio(dense.parameters / conv.parameters),
    ),
  ];
}

/** The rows that lead to a measure: the bars grow along them. */
const PATHS: Readonly<Record<Measure, readonly CountId[]>> = {
  parameters: [
    ...(['pixels', 'inputs', 'weights', 'parameters', 'filter'] as const),
    ...(['localWeights', 'localParameters', 'convWeights', 'convParameters'] as const),
  ],
  bytes: [
    ...(['pixels', 'inputs', 'weights', 'parameters', 'bytes', 'filter', 'localWeights'] as const),
    ...(['localParameters', 'localBytes', 'convWeights', 'convParameters', 'convBytes'] as const),
  ],
  multiplyAdds: ['pixels', 'inputs', 'work', 'filter', 'localWork', 'convWeights', 'convWork'],
};

/** The rows of a bar along which it grows to the measure that is chosen. */
export const pathOf = (rows: readonly CountRow[], bar: StretchId, measure: Measure): CountRow[] =>
  rows.filter((row) => row.bar === bar && PATHS[measure].includes(row.id));

/** What a bar stands for, all its factors in one line. */
export function wholeLine(counted: Counted, bar: StretchId): string {
  const { format, neurons, places, params } = counted;
  const { kernel, filters, measure } = params;
  const window = `${kernel} × ${kernel} × ${format.channels}`;
  const [weights, biases, uses] = {
    dense: [`${format.width} × ${format.height} × ${format.channels} × ${neurons}`, neurons, 1],
    local: [`${window} × ${neurons}`, neurons, 1],
    conv: [`${window} × ${filters}`, filters, places],
  }[bar] as [string, number, number];
  if (measure === 'multiplyAdds') return uses === 1 ? weights : `${weights} × ${uses}`;
  return measure === 'bytes' ? `(${weights} + ${biases}) × 4` : `${weights} + ${biases}`;
}
