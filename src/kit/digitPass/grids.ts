import type { Text } from '../../language/language.ts';
import type { GridSpec } from '../scene/defineScene.ts';
import { type Drawn, drawnGrid, FACTS, gradientGrid, type NodeName } from './nodes.ts';
import type { DigitPass } from './pass.ts';

/** What the gradient of a node is called aloud: above the grid, its letter tells it from the numbers of the node. */
export const gradientName = ({ name: { en, zh } }: { readonly name: Text }): Text => ({
  en: `Gradient of ${en}`,
  zh: `${zh}的梯度`,
});

/**
 * The grid of a node's numbers, or of their gradient, and the same drawn again.
 *
 * @param again where else it stands: a press there leads to the first
 */
export function nodeGrids<P>(
  { values, gradients, most }: Pick<DigitPass, 'values' | 'gradients' | 'most'>,
  node: NodeName,
  isGradient: boolean,
  again: readonly Drawn[],
): GridSpec<P>[] {
  const { maps, rows, cols, name, symbols } = FACTS[node];
  const id = isGradient ? gradientGrid(node) : node;
  const side = isGradient ? 1 : 0;
  const shared = {
    ...{ name, rows, cols, planes: maps, symbol: symbols[side], max: most[node][side] },
    values: (isGradient ? gradients : values)[node].data,
    ...(isGradient && { spoken: gradientName(FACTS[node]) }),
  };
  return [
    { id, ...shared },
    ...again.map((drawn) => ({ id: drawnGrid(id, drawn), ...shared, pinnable: false })),
  ];
}
