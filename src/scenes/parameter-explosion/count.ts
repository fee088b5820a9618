import type { LayerCounts } from '../../tensor/counts.ts';
import type { Counted, StretchId } from './model.ts';
import type { Measure } from './parameters.ts';

/** What each layer is counted in. */
type LayerKind = 'weights' | 'parameters' | 'bytes' | 'work';

export type CountId = 'pixels' | 'inputs' | 'filter' | 'ratio' | `${StretchId}-${LayerKind}`;

/** One step of the count: the next factor, and what it comes to. */
export interface CountRow {
  readonly id: CountId;
  /** The bar that it belongs to. */
  readonly bar: StretchId;
  readonly kind: LayerKind | 'factor' | 'ratio';
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

/** The four rows of a layer: its weights in letters and numbers, and then what it has with a bias for each of `biases` outputs. */
function layerRows(
  bar: StretchId,
  layer: LayerCounts,
  [letter, biases]: readonly [letter: string, count: number],
  weights: readonly [letters: string, left: string],
  work = weights,
): CountRow[] {
  const { parameters, parameterBytes, multiplyAdds } = layer;
  const [letters, left] = weights;
  const own = parameters - biases;
  const row = (kind: LayerKind, inLetters: string, line: string, value: number): CountRow => ({
    ...{ id: `${bar}-${kind}`, bar, kind, letters: inLetters, left: line, value },
  });
  return [
    row('weights', letters, left, own),
    row('parameters', `${letters} + ${letter}`, `${own} + ${biases}`, parameters),
    row('bytes', `4(${letters} + ${letter})`, `${parameters} × 4`, parameterBytes),
    row('work', ...work, multiplyAdds),
  ];
}

/** The whole count, factor by factor: row n is the n-th step (counts after Karpathy, CS231n). */
export function countRows({
  format,
  inputs,
  neurons,
  places,
  dense,
  local,
  conv,
  params,
}: Counted): CountRow[] {
  const { width, height, channels } = format;
  const { kernel, filters } = params;
  const pixels = inputs / channels;
  const weights = conv.parameters - filters;
  const filter = weights / filters;
  const factor = (id: CountId, bar: StretchId, letters: string, left: string, value: number): CountRow => ({
    ...{ id, bar, kind: 'factor', letters, left, value },
  });
  const work = ["k²CF · H'W'", `${weights} × ${places}`] as const;
  return [
    factor('pixels', 'dense', 'HW', `${width} × ${height}`, pixels),
    factor('inputs', 'dense', 'HWC', `${pixels} × ${channels}`, inputs),
    ...layerRows('dense', dense, ['m', neurons], ['HWCm', `${inputs} × ${neurons}`]),
    factor('filter', local ? 'local' : 'conv', 'k²C', `${kernel} × ${kernel} × ${channels}`, filter),
    ...(local ? layerRows('local', local, ['m', neurons], ['k²Cm', `${filter} × ${neurons}`]) : []),
    ...layerRows('conv', conv, ['F', filters], ['k²CF', `${filter} × ${filters}`], work),
    {
      ...{ id: 'ratio', bar: 'conv', kind: 'ratio', letters: '' },
      left: `${dense.parameters} / ${conv.parameters}`,
      value: roundRatio(dense.parameters / conv.parameters),
    },
  ];
}

/** The rows of a bar along which it grows to the measure that is chosen. Work takes the weights of a convolution as a factor. */
export function pathOf(rows: readonly CountRow[], bar: StretchId, measure: Measure): CountRow[] {
  const leads = ({ id, kind }: CountRow): boolean => {
    if (kind === 'factor') return true;
    if (measure === 'multiplyAdds') return kind === 'work' || id === 'conv-weights';
    return kind === 'weights' || kind === 'parameters' || kind === measure;
  };
  return rows.filter((row) => row.bar === bar && leads(row));
}

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
