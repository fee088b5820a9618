import { useMemo } from 'react';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { lineFrame } from '../../kit/network/alongLine.ts';
import { LineLegend } from '../../kit/network/LineLegend.tsx';
import { Lines } from '../../kit/network/Lines.tsx';
import { nodeColumns } from '../../kit/network/nodes.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { cellBox, type GridBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import type { DenseModel } from './model.ts';
import type { DenseParams } from './parameters.ts';
import type { DenseView } from './view.ts';
import { subscript } from './words.ts';

const TABLE_CELL = 40;
/** Beside the network: the names of the inputs, and room for the longest names of columns. */
const SIDES = { wide: [44, 30], medium: [44, 30], phone: [26, 18] } as const;

/** The network, and the table of one layer beside it; on a phone below it. */
const layoutOf =
  (layer: number) =>
  (size: StageSize): Plan => {
    const id = layer + 1;
    const options = { largest: TABLE_CELL };
    const table = row([grid(`w_${id}`, options), grid(`b_${id}`, options), grid(`z_${id}`, options)], {
      gap: size.band === 'phone' ? 14 : 18,
      justify: size.band === 'phone' ? 'center' : 'start',
    });
    if (size.band === 'phone')
      return column([room('network', size.width - 8, 166), table], { gap: 4, justify: 'start' });
    const names = room('names', 120, 18);
    return row([
      room('network', 300, size.height - 6, { grows: true }),
      column([table, names, room('legend', 336, 18)], { justify: 'center', gap: 4 }),
    ]);
  };

const LAYOUTS = [0, 1, 2].map(layoutOf);

function networkBoxes({ sizes, layers }: DenseModel, { band }: StageSize, network: GridBox) {
  const [left, right] = SIDES[band];
  return nodeColumns(
    { ...network, x: network.x + left, width: network.width - left - right },
    sizes.map((count, at) => ({
      ...(at === 0 ? { id: 'x_1', rows: 1, cols: count } : { id: `y_${at}`, rows: count, cols: 1 }),
      round: at > 0,
      title: 'over' as const,
      at: at / layers.length,
    })),
    band === 'phone' ? { largest: 34, gap: 4, head: 22 } : { largest: 42, gap: 12, head: 28 },
  );
}

export function Stage({ model, view, size }: StageProps<DenseParams, DenseModel, DenseView>) {
  const { layers, order } = model;
  const { layer } = view;
  const plan = useLayout(LAYOUTS[layer] as (typeof LAYOUTS)[number]);
  const boxes = useMemo(
    () => ({ ...plan, ...(plan['network'] && networkBoxes(model, size, plan['network'])) }),
    [plan, model, size],
  );
  const columns = ['x_1', ...layers.map((_, at) => `y_${at + 1}`)];
  const input = boxes['x_1'];
  const legend = boxes['legend'];
  return (
    <StageDrawing boxes={boxes}>
      <Lines lines={view.lines} max={magnitude(...layers.map(({ w }) => w.data))} />
      <g className="network-nodes">
        {columns.map((id) => (
          <Grid key={id} id={id} note="" />
        ))}
      </g>
      {input &&
        order.map((from, i) => {
          const { x, y, height } = cellBox(input, 0, i);
          return (
            <text key={from} className="dense-input" x={x - 7} y={y + height / 2}>
              x{subscript(from)}
            </text>
          );
        })}
      {(['w', 'b', 'z'] as const).map((letter) => (
        <Grid
          key={`${letter} ${layer}`}
          id={`${letter}_${layer + 1}`}
          {...(letter !== 'w' && { note: '' })}
        />
      ))}
      <ColumnNames model={model} layer={layer} box={boxes[`w_${layer + 1}`]} height={size.height} />
      {legend && <LineLegend box={legend} />}
      <HeldCount held={view.held} model={model} boxes={boxes} />
      <Flights frameOf={lineFrame} />
    </StageDrawing>
  );
}

interface NamesProps {
  readonly model: DenseModel;
  readonly layer: number;
  readonly box: GridBox | undefined;
  /** That of the stage. */
  readonly height: number;
}

const NAMES_HEIGHT = 22;

/** Below each column of the matrix, the number that it multiplies; the largest matrix of a phone has no room for them. */
function ColumnNames({ model, layer, box, height: room }: NamesProps) {
  if (!box || box.y + box.height + NAMES_HEIGHT > room) return null;
  const letter = layer === 0 ? 'x' : 'y';
  return (
    <g className="dense-names" aria-hidden="true">
      {Array.from({ length: box.cols }, (_, i) => {
        const { x, y, width, height } = cellBox(box, box.rows - 1, i);
        return (
          <text key={String(i)} className={letter} x={x + width / 2} y={y + height + 13}>
            {letter}
            {subscript(layer === 0 ? (model.order[i] ?? i) : i)}
          </text>
        );
      })}
    </g>
  );
}

interface HeldProps {
  readonly held: DenseView['held'];
  readonly model: DenseModel;
  readonly boxes: Readonly<Record<string, GridBox | undefined>>;
}

/** What a held slider counts, drawn beside its column: inputs, neurons, outputs; or from the first hidden layer to the last. */
function HeldCount({ held, model, boxes }: HeldProps) {
  const { params, layers } = model;
  const last = layers.length;
  const at = { inputs: 0, hidden1: 1, hidden2: 2, outputs: last }[held as string];
  if (held === 'hidden' && params.hidden > 0) {
    const [from, to] = [boxes['y_1'], boxes[`y_${params.hidden}`]];
    if (!from || !to) return null;
    const y = from.y + from.height - 8;
    return <DimensionLine from={[from.x, y]} to={[to.x + to.width, y]} text={String(params.hidden)} />;
  }
  const box = at === undefined ? undefined : boxes[at === 0 ? 'x_1' : `y_${at}`];
  if (!box) return null;
  const first = cellBox(box, 0, 0);
  const end = cellBox(box, box.rows - 1, box.cols - 1);
  const x = first.x + first.width + 12;
  return (
    <DimensionLine from={[x, first.y]} to={[x, end.y + end.height]} text={String(box.rows * box.cols)} />
  );
}
