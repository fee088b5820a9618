import { explainConv2d } from '../../../src/explain/conv2d.ts';
import { lineOf } from '../../../src/formula/arithmetic.ts';
import { Grid } from '../../../src/kit/grid/Grid.tsx';
import { Flights } from '../../../src/kit/motion/Flights.tsx';
import { flightOf } from '../../../src/kit/motion/flightOf.ts';
import { windowAt } from '../../../src/kit/motion/glide.ts';
import { defineScene, type GridSpec } from '../../../src/kit/scene/defineScene.ts';
import type { GridWindow } from '../../../src/kit/scene/view.ts';
import { windowBox } from '../../../src/kit/stage/boxes.ts';
import { column, grid } from '../../../src/kit/stage/plan.ts';
import { StageDrawing } from '../../../src/kit/stage/StageDrawing.tsx';
import { useLayout } from '../../../src/kit/stage/useLayout.ts';
import { Beam } from '../../../src/kit/window/Beam.tsx';
import { cells, whole } from '../../../src/playback/parameters/spec.ts';
import type { Place } from '../../../src/playback/place.ts';
import { createTrack, type Moment } from '../../../src/playback/track.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';

type Params = { stride: number; numbers: readonly number[] | null };
const ROW = [1, 2, 0, 3, 1, 4, 2];

const params = {
  stride: whole({ label: { en: 'Stride', zh: '步幅' }, default: 1, range: [1, 3] }),
  numbers: cells({ label: { en: 'Numbers', zh: '数' }, most: 7, limit: 99 }),
};

function build({ stride, numbers }: Params) {
  const x = new Tensor([1, 1, 1, 7], Float64Array.from(numbers ?? ROW));
  const w = new Tensor([1, 1, 1, 3], Float64Array.of(1, 0, -1));
  const options = { stride: [1, stride] as const };
  return {
    stride,
    x,
    w,
    y: conv2d(x, w, null, options),
    explain: (ox: number) => explainConv2d({ x, w }, options, [0, 0, 0, ox]),
  };
}
type Model = ReturnType<typeof build>;

const placeOf = (id: string, index: readonly number[]): Place => ({
  grid: id,
  plane: 0,
  row: 0,
  col: index.at(-1) ?? 0,
});

function view(model: Model, moment: Moment) {
  const { cell, done, fraction } = moment;
  const { terms } = model.explain(cell);
  const line = lineOf(terms, done);
  const window = windowAt(
    moment,
    (ox): GridWindow => ({ row: 0, col: ox * model.stride, rows: 1, cols: 3, role: 'window' }),
  );
  const term = fraction > 0 ? terms[done] : null;
  return {
    window,
    grids: {
      x: { windows: [window] },
      y: {
        known: (i: number) => i < moment.finished,
        partial: (i: number) => (i === cell && done > 0 ? line.value : undefined),
      },
    },
    equations: [
      { kind: 'sum' as const, target: placeOf('y', [cell]), head: `y${cell}`, terms, done, line, placeOf },
    ],
    flight: flightOf(moment, {
      terms: term ? [term] : [],
      placeOf: ({ tensor, index }) => placeOf(tensor, index),
      targetOf: () => placeOf('y', [cell]),
    }),
  };
}

const layout = () => column([grid('x'), grid('w'), grid('y')], { justify: 'evenly' });

/** A one-dimensional convolution: a whole small scene. */
export const lineScene = defineScene<Params, Model, ReturnType<typeof view>>({
  name: 'line',
  title: { en: 'One row', zh: '一行' },
  params,
  build,
  view,
  track: ({ y }) =>
    createTrack([{ id: 'sum', cells: y.data.length, terms: 3, name: { en: 'forward', zh: '前向' } }]),
  grids: ({ x, w, y }): GridSpec<Params>[] => [
    {
      id: 'x',
      rows: 1,
      cols: 7,
      values: x.data,
      edit: (i, value) => ({ numbers: Array.from(x.data).with(i, value) }),
    },
    { id: 'w', rows: 1, cols: 3, values: w.data },
    { id: 'y', rows: 1, cols: y.data.length, values: y.data },
  ],
  caption: (_, { equations: [sum] }) => `${sum?.head} = ${sum?.line.result.text}`,
  code: { pytorch: () => 'F.conv1d(x, w)', numpy: () => 'np.correlate(x, w)' },
  controls: [{ title: { en: 'Window', zh: '窗口' }, controls: ['stride'] }],
  Stage({ view: { window } }) {
    const boxes = useLayout(layout);
    return (
      <StageDrawing boxes={boxes}>
        <Grid id="x" />
        <Grid id="w" />
        <Grid id="y" />
        <Beam from={windowBox(boxes.x, window)} to={boxes.w} />
        <Flights />
      </StageDrawing>
    );
  },
});
