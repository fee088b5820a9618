import type { Tensor } from '../../tensor/tensor.ts';
import { type Breaks, brokenIn, LAYERS, type LayerNumber, placeOfFilter } from './breaks.ts';
import type { Parts, Pooled } from './parts.ts';

/** The mean map of each filter over many digits, in the order of the filters: 8 × 196 and 16 × 49 numbers. */
export type Means = readonly [ArrayLike<number>, ArrayLike<number>];

/** What a pass through the broken network makes. */
export interface BrokenPass {
  readonly pooled: Pooled;
  /** [n, 10] */
  readonly logits: Tensor;
}

/**
 * Sends digits through the network with some filters broken.
 *
 * @param x [n, 1, 28, 28] · @param whole what the layers of the whole network hand on for these digits
 * @param means what frozen filters hand on
 */
export function brokenPass(
  parts: Parts,
  x: Tensor,
  whole: Pooled,
  breaks: Breaks,
  means: Means | null,
): BrokenPass {
  const first = brokenLayer(parts, 0, x, whole[0], breaks, means);
  // The second layer reads other maps only where the first is broken.
  const made = first === whole[0] ? whole[1] : parts.convolutions[1].forward(first).clone();
  const second = brokenLayer(parts, 1, first, made, breaks, means);
  return { pooled: [first, second], logits: parts.dense.forward(second).clone() };
}

/** What a layer hands on with its filters broken: its own maps, if none of them is. */
function brokenLayer(
  parts: Parts,
  layer: LayerNumber,
  x: Tensor,
  made: Tensor,
  { broken, how, edit }: Breaks,
  means: Means | null,
): Tensor {
  const own = edit && placeOfFilter(edit.filter).layer === layer ? edit : null;
  const filters = brokenIn(broken, layer);
  if (!own && filters.length === 0) return made;
  const { filters: count, side } = LAYERS[layer];
  const [maps, cells] = [made.clone(), side * side];
  const put = (index: number, numberAt: (n: number, cell: number) => number): void => {
    for (let n = 0; n < (made.shape[0] as number); n++)
      for (let cell = 0; cell < cells; cell++)
        maps.data[(n * count + index) * cells + cell] = numberAt(n, cell);
  };
  if (own) {
    const { index } = placeOfFilter(own.filter);
    const again = parts.alone(layer, index, own.map, own.weights).forward(x).data;
    put(index, (n, cell) => again[n * cells + cell] as number);
  }
  const mean = how === 'frozen' ? means?.[layer] : null;
  // Until it is known what it would freeze at, a frozen filter works on.
  if (mean !== undefined)
    for (const index of filters) put(index, (_, cell) => (mean ? (mean[index * cells + cell] as number) : 0));
  return maps;
}
