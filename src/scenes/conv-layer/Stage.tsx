import { useCallback, useMemo } from 'react';
import type { Role } from '../../formula/symbols.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { layoutNumber } from '../../kit/number/layout.ts';
import { NumberPanel } from '../../kit/number/NumberPanel.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Connector } from '../../kit/window/Connector.tsx';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import { Legend } from '../../kit/window/Legend.tsx';
import { strideMeasure } from '../../kit/window/measures.ts';
import { BEND_TEXT } from './bend.ts';
import type { LayerModel } from './model.ts';
import type { LayerParams } from './parameters.ts';
import type { LayerView } from './view.ts';
import { WORDS } from './words.ts';

const WEIGHT: Role = 'weight';

type Id = 'x' | 'pre' | 'act' | 'panel' | 'legend';

const NUMBER_ROOM = { wide: [508, 330], medium: [356, 250], phone: [300, 218] } as const;

/** A phone has room for the layer or for the number: which one follows what is asked or played. */
const showsNumber = ({ question, moment }: LayerView): boolean =>
  question ? question.kind === 'number' || question.kind === 'tile' : moment.stretch.id === 'cell';

/** Input and maps at the left; at the right the number that is taken apart. */
function planOf({ band }: StageSize, { params, maps }: LayerModel, number: boolean): Plan<Id> {
  const phone = band === 'phone';
  const inRow = Math.min(4, params.filters);
  const map = (id: 'pre' | 'act') => grid(id, { size: 'maps', planesInRow: inRow, planeGap: 6 });
  const input = grid('x', { size: 'picture', ...(maps > 1 && !phone && { planes: 'column' }) });
  const [width, height] = NUMBER_ROOM[band];
  const panel = room('panel', width, height, { grows: phone });
  const picture = column([input, room('legend', 142, 30)], { gap: 18, justify: 'start' });
  if (!phone) return row([picture, column([map('pre'), map('act')], { gap: 8 }), panel], { gap: 20 });
  return number
    ? column([row([input, map('act')]), panel], { gap: 8 })
    : row([input, column([map('pre'), map('act')], { gap: 8 })]);
}

export function Stage({ model, view, size, language }: StageProps<LayerParams, LayerModel, LayerView>) {
  const number = size.band !== 'phone' || showsNumber(view);
  const layout = useCallback((room: StageSize, of: LayerModel) => planOf(room, of, number), [number]);
  const placed = useLayout(layout);
  const { maps, k } = model;
  const panel = placed.panel;
  const apart = useMemo(() => (panel ? layoutNumber(panel, maps, k) : null), [panel, maps, k]);
  const boxes: Boxes = { ...placed, ...apart?.boxes };
  const { x, pre } = placed;
  const [result] = view.grids.pre.windows ?? [];
  const isTile = view.question?.kind === 'tile';
  return (
    <StageDrawing boxes={boxes}>
      {x &&
        pre &&
        result?.role === 'result' &&
        view.grids.x.windows?.map((window) => (
          <Connector
            key={window.plane}
            hue={WEIGHT}
            from={windowBox(x, window)}
            to={windowBox(pre, result)}
          />
        ))}
      {(['x', 'pre', 'act'] as const).map(
        (id) => placed[id] && <Grid key={id} id={id} note={shapeOf(model, id)} />,
      )}
      {panel && apart && (
        <NumberPanel
          room={panel}
          layout={apart}
          rule={BEND_TEXT[model.params.activation]}
          notes={{
            patch: isTile ? WORDS.products[language] : undefined,
            w: model.w.shape.join(' × '),
            b: String(model.params.filters),
          }}
        />
      )}
      {placed.legend && <Legend box={placed.legend} max={model.most.z} />}
      {x && <Held model={model} view={view} box={x} />}
      <Flights />
    </StageDrawing>
  );
}

const shapeOf = ({ x, z }: LayerModel, id: 'x' | 'pre' | 'act'): string =>
  (id === 'x' ? x : z).shape.slice(1).join(' × ');

interface HeldProps {
  readonly model: LayerModel;
  readonly view: LayerView;
  readonly box: NonNullable<Boxes['x']>;
}

/** The stride from this window to the next, the padding at the edge. */
function Held({ model: { params, k }, view, box }: HeldProps) {
  const { stride, padding } = params;
  const window = {
    ...{ row: view.at.row * stride - padding, col: view.at.col * stride - padding },
    ...{ rows: k, cols: k },
  };
  switch (view.held) {
    case 'stride':
      return <DimensionLine {...strideMeasure(box, window, stride)} text={String(stride)} />;
    case 'padding':
      return padding > 0 ? (
        <DimensionLine
          from={[box.x, box.y + box.height + 12]}
          to={[box.x + padding * box.cell, box.y + box.height + 12]}
          text={String(padding)}
        />
      ) : null;
    default:
      return null;
  }
}
