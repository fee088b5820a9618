import type { Place } from '../../playback/place.ts';
import { type NodeName, nodeAt, numberOf } from './nodes.ts';

/** Weights and biases of the network in the order of its parameters. Each has a grid; with a d in front it holds the gradient. */
export const WEIGHTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;
export type WeightName = (typeof WEIGHTS)[number];

interface WeightFacts {
  /** What they make, and its layer in the network. */
  readonly node: NodeName;
  readonly layer: number;
  /** Maps that are read; 0 for biases. */
  readonly reads: number;
  /** A plane for each kernel: filter by filter, map by map. Biases stand in one row. */
  readonly planes: number;
  readonly rows: number;
  readonly cols: number;
}

export const WEIGHT_FACTS: Readonly<Record<WeightName, WeightFacts>> = {
  w1: { node: 'conv1', layer: 0, reads: 1, planes: 8, rows: 5, cols: 5 },
  b1: { node: 'conv1', layer: 0, reads: 0, planes: 1, rows: 1, cols: 8 },
  w2: { node: 'conv2', layer: 3, reads: 8, planes: 128, rows: 5, cols: 5 },
  b2: { node: 'conv2', layer: 3, reads: 0, planes: 1, rows: 1, cols: 16 },
  w3: { node: 'logits', layer: 7, reads: 16, planes: 160, rows: 7, cols: 7 },
  b3: { node: 'logits', layer: 7, reads: 0, planes: 1, rows: 1, cols: 10 },
};

/** A weight that is asked for. */
export interface Weight {
  readonly name: WeightName;
  /** The filter, or the class; and the map that it reads. */
  readonly filter: number;
  readonly map: number;
  readonly row: number;
  readonly col: number;
  /** Its place among the numbers of its tensor. */
  readonly offset: number;
}

/** The weight of a grid's cell; null: the grid holds none. */
export function weightAt({ grid, plane, row, col }: Place): Weight | null {
  const name = WEIGHTS.find((one) => grid === one || grid === `d${one}`);
  if (!name) return null;
  const { reads, rows, cols } = WEIGHT_FACTS[name];
  return reads === 0
    ? { name, filter: col, map: 0, row: 0, col: 0, offset: col }
    : {
        ...{ name, row, col },
        filter: Math.floor(plane / reads),
        map: plane % reads,
        offset: (plane * rows + row) * cols + col,
      };
}

/** Where a weight or a bias of a line stands: factors `w` and `b` of the layer that makes `node`. */
export function placeOfWeight(node: NodeName, tensor: string, index: readonly number[]): Place | null {
  const name = WEIGHTS.find((one) => one[0] === tensor && WEIGHT_FACTS[one].node === node);
  if (!name) return null;
  const { reads, rows, cols } = WEIGHT_FACTS[name];
  const [filter = 0, second = 0, row = 0, col = 0] = index;
  if (reads === 0) return { grid: name, plane: 0, row: 0, col: filter };
  if (index.length > 2) return { grid: name, plane: filter * reads + second, row, col };
  const map = Math.floor(second / (rows * cols));
  return {
    grid: name,
    plane: filter * reads + map,
    row: Math.floor(second / cols) % rows,
    col: second % cols,
  };
}

/** The node that the weights of a layer read. */
export const readNode = (name: WeightName): NodeName => nodeAt(numberOf(WEIGHT_FACTS[name].node) - 1);
