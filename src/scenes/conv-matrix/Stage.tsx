import { useMemo } from 'react';
import { HeldMeasures } from '../../kit/convolution/HeldMeasures.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import type { Boxes, GridBox } from '../../kit/stage/boxes.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Heading } from './Heading.tsx';
import { DRAWN, layoutOf } from './layout.ts';
import type { MatrixModel, Pass } from './model.ts';
import type { MatrixParams } from './parameters.ts';
import { foldedValues, type MatrixView } from './view.ts';
import { foldedNote } from './words.ts';

const LAYOUTS = { forward: layoutOf('forward'), backward: layoutOf('backward') } as const;

/** The stage follows the pass that is being played; a cell that is asked for does not change it. */
export function Stage({ model, moment, view, language }: StageProps<MatrixParams, MatrixModel, MatrixView>) {
  const pass = moment.stretch.id as Pass;
  const placed = useLayout<string>(LAYOUTS[pass]);
  const { kind } = view.folded;
  const boxes = useMemo(() => withFolded(placed, kind, model.out), [placed, kind, model.out]);
  const patches = model.params.view === 'patches';
  const { pictures } = DRAWN[pass];
  const shown = [
    ...pictures.filter((id) => id !== 'foldRow'),
    ...(patches ? ['vw', ...DRAWN[pass].patches] : [FOLD_GRID[kind], ...DRAWN[pass].matrix]),
  ];
  const { heading, note, x, C, Ct, [FOLD_GRID[kind]]: fold } = boxes;
  const values = foldedValues(model, view.folded);
  const whole = values.filter((value) => value !== null).length === model.taps;
  return (
    <StageDrawing boxes={boxes}>
      {shown.map((id) => (
        <Grid key={id} id={id} />
      ))}
      {C && <BlockLines box={C} across={model.params.input} down={model.out} />}
      {Ct && <BlockLines box={Ct} across={model.out} down={model.params.input} />}
      {heading && <Heading box={heading} model={model} pass={pass} language={language} />}
      {note && fold && (
        <text className="grid-note" x={fold.x} y={fold.y + fold.height + 15}>
          {foldedNote(kind, whole)[language]}
        </text>
      )}
      {x && (
        <HeldMeasures
          box={x}
          layer={model}
          sizes={{ ...model.params, dilation: 1 }}
          held={view.held}
          at={moment.cell}
        />
      )}
      <Flights />
    </StageDrawing>
  );
}

const FOLD_GRID = { row: 'foldRow', column: 'foldColumn' } as const;

/** A folded column has the place that is kept for a folded row, which is never smaller: nothing moves when one is asked for. */
function withFolded(boxes: Boxes, kind: 'row' | 'column', out: number): Boxes {
  const { foldRow, ...others } = boxes;
  if (!foldRow || kind === 'row') return boxes;
  const side = out * foldRow.cell;
  const size = { rows: out, cols: out, width: side, height: side };
  return { ...others, foldColumn: { ...foldRow, id: 'foldColumn', ...size, was: null } };
}

/** Lines between the blocks of the matrix: a row of one picture wide, a row of the other high. */
function BlockLines({ box, across, down }: { readonly box: GridBox; across: number; down: number }) {
  const { x, y, width, height, cell, rows, cols } = box;
  const lines: string[] = [];
  for (let col = 0; col <= cols; col += across) lines.push(`M${x + col * cell} ${y}v${height}`);
  for (let row = 0; row <= rows; row += down) lines.push(`M${x} ${y + row * cell}h${width}`);
  return <path className="conv-matrix-blocks" d={lines.join('')} aria-hidden="true" />;
}
