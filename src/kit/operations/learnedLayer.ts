import type { Explanation } from '../../explain/explanation.ts';
import type { Operation, Pass } from './operation.ts';

/** One way through a layer: how many terms its cells have, its rule, and where a cell comes from. */
interface Way extends Pick<Pass, 'terms' | 'tex'> {
  explain(index: readonly number[]): Explanation;
}

/** On the stage: the input at the left, what is learned in the middle, the output at the right; a gradient in the place of its tensor. */
const COLUMNS = {
  y: [['x'], ['w', 'b'], ['y']],
  dx: [['dx'], ['w', 'b'], ['dy']],
  dw: [['x'], ['dw', 'b'], ['dy']],
  db: [['x'], ['w', 'db'], ['dy']],
} as const;

type Ways = Readonly<Record<keyof typeof COLUMNS, Way>>;

/** The four ways through a layer that learns w and b: forwards, and back to the input, to w and to b. */
export const learnedLayer = (ways: Ways): Pick<Operation, 'passes' | 'explain'> => ({
  passes: (Object.keys(COLUMNS) as (keyof Ways)[]).map((id) => {
    const { terms, tex } = ways[id];
    return { id, columns: COLUMNS[id], terms, tex };
  }),
  explain: (id, index) => (Object.hasOwn(ways, id) ? ways[id as keyof Ways] : ways.y).explain(index),
});
