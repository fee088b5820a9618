import { same, type Text } from '../../language/language.ts';
import type { Place } from '../../playback/place.ts';

/** What flows through the network, from the picture to the ten shares: each a layer's output. */
export const NODES = [
  'image',
  'conv1',
  'relu1',
  'pool1',
  'conv2',
  'relu2',
  'pool2',
  'logits',
  'probs',
] as const;

export type NodeName = (typeof NODES)[number];
export type Operation = 'given' | 'conv' | 'relu' | 'pool' | 'dense' | 'softmax';

interface NodeFacts {
  readonly name: Text;
  /** On the bar. */
  readonly short: Text;
  /** How it is made of the node before. */
  readonly by: Operation;
  readonly maps: number;
  readonly rows: number;
  readonly cols: number;
  /** Entries of the symbol table, forwards and backwards. */
  readonly symbols: readonly [string, string];
}

const convolved = (n: number): Pick<NodeFacts, 'name' | 'short' | 'by' | 'symbols'> => ({
  name: { en: `Convolve ${n}`, zh: `卷积 ${n}` },
  short: { en: 'conv', zh: '卷积' },
  by: 'conv',
  symbols: ['pre', 'dpre'],
});
const rectified = (n: number): Pick<NodeFacts, 'name' | 'short' | 'by' | 'symbols'> => ({
  name: same(`ReLU ${n}`),
  short: same('ReLU'),
  by: 'relu',
  symbols: ['act', 'dact'],
});
const pooled = (n: number): Pick<NodeFacts, 'name' | 'short' | 'by' | 'symbols'> => ({
  name: { en: `Pool ${n}`, zh: `池化 ${n}` },
  short: { en: 'pool', zh: '池化' },
  by: 'pool',
  symbols: ['y', 'dy'],
});
const maps = (count: number, side: number) => ({ maps: count, rows: side, cols: side });
const ten = { maps: 1, rows: 10, cols: 1 } as const;

export const FACTS: Readonly<Record<NodeName, NodeFacts>> = {
  image: {
    name: { en: 'Input', zh: '输入' },
    short: { en: 'input', zh: '输入' },
    by: 'given',
    symbols: ['x', 'dx'],
    ...maps(1, 28),
  },
  conv1: { ...convolved(1), ...maps(8, 28) },
  relu1: { ...rectified(1), ...maps(8, 28) },
  pool1: { ...pooled(1), ...maps(8, 14) },
  conv2: { ...convolved(2), ...maps(16, 14) },
  relu2: { ...rectified(2), ...maps(16, 14) },
  pool2: { ...pooled(2), ...maps(16, 7) },
  logits: {
    name: { en: 'Dense', zh: '全连接' },
    short: { en: 'dense', zh: '得分' },
    by: 'dense',
    symbols: ['logits', 'dlogits'],
    ...ten,
  },
  probs: {
    name: same('Softmax'),
    short: { en: 'share', zh: '概率' },
    by: 'softmax',
    symbols: ['probs', 'probs'],
    ...ten,
  },
};

export const nodeAt = (k: number): NodeName => NODES[k] as NodeName;
export const numberOf = (node: NodeName): number => NODES.indexOf(node);
/** The last node that has a gradient of its own: those of the shares are passed over by softmax and loss together. */
export const LAST_GRADIENT = numberOf('logits');

/** A node's number in its layer. */
export interface Spot {
  readonly plane: number;
  readonly row: number;
  readonly col: number;
}

export const offsetOf = (node: NodeName, { plane, row, col }: Spot): number =>
  (plane * FACTS[node].rows + row) * FACTS[node].cols + col;

export function spotAt(node: NodeName, offset: number): Spot {
  const { rows, cols } = FACTS[node];
  return {
    plane: Math.floor(offset / (rows * cols)),
    row: Math.floor(offset / cols) % rows,
    col: offset % cols,
  };
}

/** Grids are called after their node; with a d in front they hold its gradient. */
export const gradientGrid = (node: NodeName): string => `d${node}`;

/** The node of a grid that can be pinned. */
export const nodeOf = ({ grid }: Pick<Place, 'grid'>): NodeName | undefined =>
  NODES.find((node) => grid === node || grid === gradientGrid(node));

/** The same grid drawn a second time: small in the overview, or beside the layer that reads it. */
export type Drawn = 'small' | 'beside';
export const drawnGrid = (grid: string, drawn: Drawn): string => `${grid}_${drawn}`;

/** The grid of which this is a second drawing; null: it is none. */
export const drawnAs = (id: string): string | null =>
  id.includes('_') ? (id.split('_')[0] as string) : null;
