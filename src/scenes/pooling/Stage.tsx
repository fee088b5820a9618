import { useCallback } from 'react';
import { HeldMeasures } from '../../kit/convolution/HeldMeasures.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { readersOfCell } from '../../kit/pooling/explain.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { type StripCell, type StripRow, stripCells, stripWindows } from '../../kit/window/strip.ts';
import { WindowStrip } from '../../kit/window/WindowStrip.tsx';
import type { PoolingModel } from './model.ts';
import type { PoolingParams } from './parameters.ts';
import { ShiftTable } from './ShiftTable.tsx';
import type { PoolingView } from './view.ts';
import { stripLabel } from './words.ts';

type Id = 'x' | 'y' | 'before' | 'strip' | 'table';

const STRIP = { wide: [280, 250], medium: [220, 220], phone: [250, 128] } as const;
const TABLE = [240, 74] as const;
/** A few small numbers have larger cells than other grids. */
const SMALL_NUMBERS = 1.3;

/** The map, what is left of it, and beside them one row from the side; of a shifted map, the output of before. */
function planOf({ band }: StageSize, { isMap, before, channels, out }: PoolingModel): Plan<Id> {
  const phone = band === 'phone';
  const several = channels > 1 ? ({ planesInRow: phone ? 2 : 4, planeGap: 6 } as const) : {};
  const scale = isMap || phone ? 1 : SMALL_NUMBERS;
  // What is left of a whole map is one number, and large enough to be read.
  const alone = isMap && out === 1 ? { size: 'pooled', largest: 36 } : {};
  const input = grid('x', { ...several, scale });
  const pooled = (id: 'y' | 'before') => grid(id, { ...several, ...alone, scale });
  const output = pooled('y');
  const [width, height] = STRIP[band];
  const table = room('table', ...TABLE);
  if (!before) {
    if (isMap) return row([input, output], { justify: 'evenly', gap: phone ? 16 : 36 });
    const strip = room('strip', width, height);
    return phone ? column([row([input, output]), strip]) : row([input, output, strip], { gap: 36 });
  }
  const outputs = [output, pooled('before')];
  if (isMap && out === 1 && !phone) return row([input, column([...outputs, table])], { gap: 36 });
  if (phone) return column([row([input, column(outputs, { gap: 26 })], { gap: 16 }), table]);
  if (isMap && channels === 1) return row([input, column(outputs, { gap: 30 }), table], { gap: 36 });
  return row([input, column([row(outputs, { gap: 24 }), table], { gap: 20 })], { gap: 36 });
}

export function Stage({
  model,
  moment,
  view,
  language,
}: StageProps<PoolingParams, PoolingModel, PoolingView>) {
  const layout = useCallback((size: StageSize, of: PoolingModel) => planOf(size, of), []);
  const boxes = useLayout<Id>(layout);
  const { x, y, before, strip, table } = boxes;
  const { x: input, y: output } = view.grids;
  const plane = view.cell.plane;
  const [source, made] = [input, output].map((of) => of?.windows?.find((window) => window.plane === plane));
  const { extent, side, stride } = model;
  return (
    <StageDrawing boxes={boxes}>
      {x && y && source && made && <Beam from={windowBox(x, source)} to={windowBox(y, made)} />}
      <Grid id="x" />
      <Grid id="y" />
      {before && <Grid id="before" />}
      {strip && <WindowStrip box={strip} {...stripOf(model, view)} label={stripLabel(model)[language]} />}
      {table && model.change && <ShiftTable box={table} change={model.change} />}
      {x && (
        <HeldMeasures
          box={x}
          layer={model}
          sizes={{ input: side, kernel: extent, stride, dilation: 1 }}
          held={view.held}
          at={moment.cell}
        />
      )}
      <Flights />
    </StageDrawing>
  );
}

/** One row of the map with every window on it. */
function stripOf(model: PoolingModel, { cell, input }: PoolingView) {
  const { side, extent, stride, out, drawn, kind, options } = model;
  const reads = (col: number): number => readersOfCell(model, [0, 0, col]).length / rowReaders(model);
  const row: StripRow = {
    ...{ input: side, kernel: extent, stride, dilation: 1, windows: out, before: drawn[1], after: drawn[3] },
    reads,
  };
  const outside = kind === 'max' ? '−∞' : options.countIncludePad ? '0' : '';
  const named = (one: StripCell): StripCell => (one.kind === 'border' ? { ...one, text: outside } : one);
  return {
    cells: stripCells(row).map(named),
    windows: stripWindows(row),
    column: input ? input.col + drawn[1] : null,
    current: input ? null : cell.col,
  };
}

/** How many windows read the first row: at least one does. */
const rowReaders = (model: PoolingModel): number =>
  Math.max(1, readersOfCell(model, [0, 0, 0]).filter(({ col }) => col === 0).length);
