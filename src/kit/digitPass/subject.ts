import type { Explanation, Factor, SumExplanation, Term } from '../../explain/explanation.ts';
import { explainPlace, type Place as PassPlace } from '../../explain/network.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Place } from '../../playback/place.ts';
import type { Tile } from '../number/Tiles.tsx';
import {
  FACTS,
  gradientGrid,
  LAST_GRADIENT,
  type NodeName,
  nodeAt,
  numberOf,
  offsetOf,
  type Spot,
  spotAt,
} from './nodes.ts';
import type { DigitPass } from './pass.ts';

/** The number that is taken apart. */
export interface Subject {
  readonly isBack: boolean;
  readonly node: NodeName;
  /** The layer that stands on the stage, by the number of the node that it makes. */
  readonly layer: number;
  readonly spot: Spot;
  readonly place: Place;
  readonly value: number;
  readonly gradient: number;
  /** null: nothing made it (a pixel), or softmax and loss did. */
  readonly explanation: Explanation | null;
  /** The products of a sum, map by map, and the bias; one tile: the sum is short. */
  readonly tiles: readonly Tile[];
  readonly bias: Term | null;
}

/** The place with the largest number, or with the largest gradient of either sign: it is looked at where nothing is asked. */
export function strongest(data: ArrayLike<number>, isBack: boolean): number {
  const size = (i: number): number => (isBack ? Math.abs(data[i] as number) : (data[i] as number));
  let at = 0;
  for (let i = 1; i < data.length; i++) if (size(i) > size(at)) at = i;
  return at;
}

/** The subject of an asked cell, or of a layer; the same object for the same question. */
export const subjectOf = keepLast(
  (
    model: DigitPass,
    isBack: boolean,
    layer: number,
    asked: NodeName | null,
    plane: number,
    row: number,
    col: number,
  ): Subject => {
    const made = isBack ? layer - 1 : layer;
    // Softmax and loss are gone back through in one: what is asked of a share is answered for its score.
    const wanted = asked === null ? made : numberOf(asked);
    const node = nodeAt(isBack ? Math.min(wanted, LAST_GRADIENT) : wanted);
    const tensor = (isBack ? model.gradients : model.values)[node];
    const spot = asked === null ? spotAt(node, strongest(tensor.data, isBack)) : { plane, row, col };
    const offset = offsetOf(node, spot);
    const explanation = explain(model, node, spot, isBack);
    const sum = explanation?.kind === 'sum' ? explanation : null;
    const by = FACTS[isBack ? nodeAt(numberOf(node) + 1) : node].by;
    const products = sum && (by === 'conv' || by === 'dense') ? sum : null;
    return {
      ...{ isBack, node, spot, explanation },
      layer: isBack ? numberOf(node) + 1 : Math.max(1, numberOf(node)),
      place: { grid: isBack ? gradientGrid(node) : node, ...spot },
      value: model.values[node].data[offset] as number,
      gradient: model.gradients[node].data[offset] as number,
      tiles: products ? tilesOf(products, by === 'dense' && !isBack) : [],
      bias: products?.terms.find(({ factors }) => factors[0]?.tensor === 'b') ?? null,
    };
  },
);

function explain(model: DigitPass, node: NodeName, spot: Spot, isBack: boolean): Explanation | null {
  const of = isBack ? 'gradient' : 'activation';
  const { plane, row, col } = spot;
  if (node === 'probs') return null;
  if (node === 'logits') return isBack ? null : explainPlace(model.pass, { of, layer: [7], index: [0, row] });
  // Flattening renames the last maps' cells; their gradient is that of the renamed ones.
  const place: PassPlace =
    node === 'pool2' && isBack
      ? { of, layer: [6], index: [0, offsetOf(node, spot)] }
      : { of, layer: [numberOf(node) - 1], index: [0, plane, row, col] };
  return node === 'image' && !isBack ? null : explainPlace(model.pass, place);
}

/** Where a factor that a layer read stands; its weights stand in no grid. */
export function placeOfFactor({ node, isBack }: Subject, { tensor, index, virtual }: Factor): Place | null {
  if (virtual || (tensor !== 'x' && tensor !== 'dy')) return null;
  if (isBack && tensor === 'x') return null;
  const from = nodeAt(numberOf(node) + (isBack ? 1 : -1));
  const grid = isBack ? gradientGrid(from) : from;
  if (index.length > 2) return { grid, ...spotOf(index) };
  const offset = index.at(-1) as number;
  return { grid, ...spotAt(from, offset) };
}

const spotOf = (index: readonly number[]): Spot => {
  const [plane, row, col] = index.slice(-3) as [number, number, number];
  return { plane, row, col };
};

/** The map from which a product comes: that of the cell it reads. */
function tilesOf({ terms }: SumExplanation, isFlat: boolean): Tile[] {
  const maps = new Map<number, Term[]>();
  const { rows, cols } = FACTS.pool2;
  for (const term of terms) {
    const cell = term.factors.find(({ tensor }) => tensor !== 'w' && tensor !== 'b');
    if (!cell) continue;
    const { index } = cell;
    const map =
      index.length > 2 ? (index[1] as number) : isFlat ? Math.floor((index[1] as number) / (rows * cols)) : 0;
    maps.set(map, [...(maps.get(map) ?? []), term]);
  }
  return [...maps].map(([map, own]) => ({
    map,
    cols: isFlat ? cols : columnsOf(own),
    terms: own,
    sum: own.reduce((total, { value }) => total + value, 0),
  }));
}

/** In how many columns the cells of a window stand; those of a row of scores one below the other. */
function columnsOf(terms: readonly Term[]): number {
  const indices = terms.map(({ factors }) => factors.find(({ tensor }) => tensor !== 'w')?.index ?? []);
  return (indices[0]?.length ?? 0) > 2 ? new Set(indices.map((index) => index.at(-1))).size : 1;
}
