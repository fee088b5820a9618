import { grid } from '../stage/plan.ts';
import { drawnGrid, FACTS, type NodeName } from './nodes.ts';

/** In a strip of all layers a layer has about the same height, however many maps it has. */
const SMALL: Readonly<Record<NodeName, readonly [cell: number, inRow: number]>> = {
  image: [2, 1],
  conv1: [0.75, 3],
  relu1: [0.75, 3],
  pool1: [1.25, 3],
  conv2: [1, 4],
  relu2: [1, 4],
  pool2: [2, 4],
  logits: [6, 1],
  probs: [6, 1],
};

const IN_ROW: Readonly<Record<number, number>> = { 1: 1, 8: 3, 16: 4 };

/** Maps of a node in a row, where it stands large: as square as it goes. */
export const mapsInRow = (node: NodeName): number => IN_ROW[FACTS[node].maps] ?? 4;

/** A node in a strip of all layers. @param id its grid, or that of its gradient */
export function smallGrid(id: string, node: NodeName, phone: boolean) {
  const [cell, inRow] = SMALL[node];
  return grid(drawnGrid(id, 'small'), {
    // Ten scores are cells that can be reached by a finger; maps are only looked at.
    ...{ size: `small ${node}`, largest: phone && FACTS[node].cols > 1 ? Math.max(0.5, cell / 2) : cell },
    ...{ planesInRow: inRow, planeGap: phone ? 1 : 2, title: phone ? 'none' : 'above' },
  });
}
