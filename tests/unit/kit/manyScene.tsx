import { Grid } from '../../../src/kit/grid/Grid.tsx';
import { defineScene, type GridSpec } from '../../../src/kit/scene/defineScene.ts';
import type { SceneView } from '../../../src/kit/scene/view.ts';
import { grid, row } from '../../../src/kit/stage/plan.ts';
import { StageDrawing } from '../../../src/kit/stage/StageDrawing.tsx';
import { useLayout } from '../../../src/kit/stage/useLayout.ts';

type Params = Record<never, never>;

const numbers = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => i);
const layout = () => row([grid('x', { largest: 12 }), grid('w')]);

/** A scene without steps, with a grid of 400 cells and one of two planes. */
export const manyScene = defineScene<Params, null, SceneView>({
  name: 'many',
  title: { en: 'Many numbers', zh: '许多数' },
  params: {},
  build: () => null,
  view: () => ({ grids: {}, equations: [] }),
  grids: (): GridSpec<Params>[] => [
    { id: 'x', rows: 20, cols: 20, values: numbers(400) },
    { id: 'w', rows: 2, cols: 2, planes: 2, values: numbers(8) },
  ],
  caption: () => 'Four hundred numbers',
  code: { pytorch: () => 'x', numpy: () => 'x' },
  controls: [],
  Stage() {
    const boxes = useLayout(layout);
    return (
      <StageDrawing boxes={boxes}>
        <Grid id="x" />
        <Grid id="w" />
      </StageDrawing>
    );
  },
});
