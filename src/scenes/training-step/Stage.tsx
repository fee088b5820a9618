import { Grid } from '../../kit/grid/Grid.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { cellBox, type GridBox, middleOf } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { UNTRANSLATED } from '../../kit/stage/untranslated.ts';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { LossPlot } from './LossPlot.tsx';
import type { StepModel } from './model.ts';
import { Parts } from './Parts.tsx';
import type { StepParams } from './parameters.ts';
import { KERNEL_GRIDS, SCORE_GRIDS, type StepView } from './view.ts';
import { WeightNumbers } from './WeightNumbers.tsx';

type Id =
  | 'parts'
  | 'image'
  | 'weight'
  | 'plot'
  | (typeof KERNEL_GRIDS)[number]
  | (typeof SCORE_GRIDS)[number];

/** The parts of the step above; below them digit, scores and kernels, and beside them the loss along the step. */
const layout: Layout<Id> = ({ band }) => {
  const kernels = (largest: number, ids: readonly Id[]) =>
    ids.map((id) => grid(id, { size: 'kernels', largest, planesInRow: 4, planeGap: 5 }));
  if (band === 'phone')
    return column<Id>(
      [
        room('parts', 300, 28, { grows: true }),
        row<Id>([grid('image', { size: 'image', largest: 3 }), ...kernels(5, ['w', 'dw'])], { gap: 10 }),
        room('plot', 300, 150, { grows: true }),
      ],
      { gap: 6 },
    );
  const isWide = band === 'wide';
  return column<Id>(
    [
      row<Id>([room('parts', 560, 30, { grows: true })]),
      row<Id>(
        [
          column<Id>(
            [
              grid('image', { size: 'image', largest: isWide ? 4.5 : 4 }),
              room('weight', isWide ? 126 : 112, 86),
            ],
            { gap: 10, justify: 'start' },
          ),
          row<Id>(
            SCORE_GRIDS.map((id) => grid(id, { size: 'scores', largest: isWide ? 26 : 20, letter: true })),
            { gap: 6 },
          ),
          column<Id>(kernels(isWide ? 7.5 : 6, KERNEL_GRIDS), { gap: 4, justify: 'start' }),
          room('plot', isWide ? 400 : 230, 200, { grows: true }),
        ],
        { gap: isWide ? 28 : 17, justify: 'start' },
      ),
    ],
    { gap: 8, justify: 'start' },
  );
};

export function Stage({ model, view, language }: StageProps<StepParams, StepModel, StepView>) {
  const boxes = useLayout<Id>(layout);
  return (
    <StageDrawing boxes={boxes}>
      <Parts box={boxes.parts} {...{ model, view }} />
      {(['image', ...SCORE_GRIDS, ...KERNEL_GRIDS] as const).map(
        (id) => boxes[id] && <Grid key={id} id={id} note="" />,
      )}
      {boxes.logits && <Classes box={boxes.logits} label={model.label} />}
      {boxes.weight && <WeightNumbers box={boxes.weight} view={view} />}
      <LossPlot box={boxes.plot} {...{ model, view, language }} />
    </StageDrawing>
  );
}

/** The class of each row, left of the scores; the right one stands out. */
function Classes({ box, label }: { readonly box: GridBox; readonly label: number }) {
  return (
    <g className="step-classes" aria-hidden="true" {...UNTRANSLATED}>
      {Array.from({ length: box.rows }, (_, row) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its class
          key={row}
          className={row === label ? 'is-right' : undefined}
          x={box.x - 6}
          y={middleOf(cellBox(box, row, 0))[1]}
        >
          {row}
        </text>
      ))}
    </g>
  );
}
