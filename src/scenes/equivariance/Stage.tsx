import type { ReactNode } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { placeBox, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { Connector } from '../../kit/window/Connector.tsx';
import type { GridId, ShiftModel } from './model.ts';
import type { ShiftParams } from './parameters.ts';
import { DragNote, MovedBy, Routes, ShortName } from './Routes.tsx';
import { useDrag } from './useDrag.ts';
import type { ShiftView } from './view.ts';
import { LAYER_VERBS } from './words.ts';

type BoxId = GridId | 'w' | 'top';

const ORDER = ['x', 'y', 'shiftedy', 'shifted', 'yshifted', 'mismatch'] as const satisfies readonly GridId[];

/** Two rows of three, the kernel between the pictures and what the layer makes of them; outputs are as large as inputs. */
function layout({ band }: StageSize, { w, side, out }: ShiftModel): Plan<BoxId> {
  const phone = band === 'phone';
  const title = phone ? 'none' : 'above';
  const of = (upper: GridId, lower: GridId, scale = 1): Plan<BoxId> =>
    column([phone && room('top', 1, 1), grid(upper, { title, scale }), grid(lower, { title, scale })], {
      gap: phone ? 24 : 22,
    });
  const columns = [
    of('x', 'shifted'),
    of('y', 'yshifted', side / out),
    of('shiftedy', 'mismatch', side / out),
  ] as const;
  const kernel =
    w && grid('w', { size: 'kernel', largest: phone ? 18 : 30, title: phone ? 'right' : 'above' });
  if (phone) return column([row(columns, { gap: 14 }), kernel], { gap: 10 });
  const [inputs, outputs, ends] = columns;
  return row([inputs, kernel ? column([kernel], { justify: 'center' }) : room('top', 60, 1), outputs, ends], {
    gap: 60,
  });
}

type Props = StageProps<ShiftParams, ShiftModel, ShiftView>;

export function Stage({ params, model, view, size, language }: Props) {
  const boxes = useLayout(layout);
  const { cell, from, grids, held } = view;
  const [read] = grids.x.windows ?? grids.shifted.windows ?? [];
  const source = grids.x.windows ? 'x' : 'shifted';
  const phone = size.band === 'phone';
  return (
    <StageDrawing boxes={boxes}>
      {read && cell.grid in boxes && (
        <Beam from={windowBox(boxes[source], read)} to={placeBox(boxes[cell.grid], cell)} />
      )}
      <Routes boxes={boxes} model={model} verb={phone ? null : LAYER_VERBS[params.operation][language]} />
      {ORDER.map((id) =>
        id === 'shifted' ? (
          <Draggable key={id} params={params}>
            <Grid id={id} />
            {!phone && <DragNote box={boxes.shifted} />}
          </Draggable>
        ) : (
          <Grid key={id} id={id} />
        ),
      )}
      {model.w && <Grid id="w" />}
      {phone && ORDER.map((id) => <ShortName key={id} id={id} box={boxes[id]} />)}
      {from && cell.grid !== 'mismatch' && (
        <Connector
          from={placeBox(boxes[from.grid], from)}
          to={placeBox(boxes[cell.grid], cell)}
          hue={from.grid === 'x' ? 'input' : 'output'}
        />
      )}
      {(held === 'down' || held === 'right') && <MovedBy box={boxes.shifted} params={params} />}
      <Flights />
    </StageDrawing>
  );
}

/** The shifted input follows the hand. */
function Draggable({ params, children }: { readonly params: ShiftParams; readonly children: ReactNode }) {
  return (
    <g className="draggable" {...useDrag(params)}>
      {children}
    </g>
  );
}
