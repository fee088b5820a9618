import { useCallback } from 'react';
import { Leads } from '../../kit/digitPass/Leads.tsx';
import { drawnGrid, FACTS, gradientGrid, NODES, type NodeName, nodeOf } from '../../kit/digitPass/nodes.ts';
import { mapsInRow, smallGrid } from '../../kit/digitPass/strip.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import type { Boxes } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import type { CamView } from './camView.ts';
import { PER_ROW, type SaliencyModel } from './model.ts';
import { CamOverlay, InkOutline } from './Overlays.tsx';
import { Panel } from './Panel.tsx';
import type { SaliencyParams } from './parameters.ts';
import type { GradientView, SaliencyView } from './view.ts';

type Props<View> = StageProps<SaliencyParams, SaliencyModel, View>;

export function Stage(props: Props<SaliencyView>) {
  return props.view.method === 'cam' ? (
    <CamStage {...props} view={props.view} />
  ) : (
    <GradientStage {...props} view={props.view} />
  );
}

/** Every layer that has a gradient, from the picture to the scores. */
const BACK = NODES.slice(0, -1);
const PANEL = { wide: [400, 236], medium: [330, 144] } as const;

function gradientPlan({ band }: StageSize, large: string): Plan {
  const phone = band === 'phone';
  const node = (nodeOf({ grid: large }) ?? 'image') as NodeName;
  const [wide, high] = PANEL[band === 'medium' ? 'medium' : 'wide'];
  const strip = BACK.map((of) => smallGrid(gradientGrid(of), of, phone));
  const pictures = [
    grid('image', { size: 'picture', largest: 9 }),
    grid(large, {
      size: node === 'image' ? 'picture' : large,
      largest: FACTS[node].cols === 1 ? 22 : 9,
      planesInRow: mapsInRow(node),
      planeGap: 6,
    }),
  ];
  return column(
    [
      row(strip, { gap: phone ? 3 : 12, justify: phone ? 'between' : 'start' }),
      row(phone ? pictures : [...pictures, room('panel', wide, high)], { gap: phone ? 10 : 24 }),
    ],
    { gap: phone ? 10 : 14, justify: 'start' },
  );
}

/** The gradients of all layers small; picture and gradient side by side; one gradient taken apart. */
function GradientStage({ model, view }: Props<GradientView>) {
  const { large } = view;
  const boxes: Boxes = useLayout(useCallback((size: StageSize) => gradientPlan(size, large), [large]));
  const { maps, rows, cols } = FACTS[nodeOf({ grid: large }) ?? 'image'];
  const box = boxes[large];
  return (
    <StageDrawing boxes={boxes}>
      {BACK.map((node) => {
        const id = drawnGrid(gradientGrid(node), 'small');
        return (
          <Leads key={id} boxes={boxes}>
            <Grid id={id} note="" />
          </Leads>
        );
      })}
      <Grid id="image" />
      <Grid
        id={large}
        note={maps > 1 ? `${maps} × ${rows} × ${cols}` : cols === 1 ? `${rows}` : `${rows} × ${cols}`}
      />
      {rows === FACTS.image.rows && maps === 1 && box && (
        <InkOutline box={box} ink={model.values.image.data} />
      )}
      {boxes['panel'] && <Panel box={boxes['panel']} model={model} view={view} />}
    </StageDrawing>
  );
}

function camPlan({ band }: StageSize, { layer, averaged }: SaliencyParams): Plan {
  const phone = band === 'phone';
  const { rows } = FACTS[layer];
  const maps = (id: string) =>
    grid(id, { size: 'maps', largest: 42 / rows, planesInRow: PER_ROW, planeGap: phone ? 2 : 5 });
  const alpha = averaged && grid('alpha', { size: 'maps', scale: rows });
  const picture = grid('image', { size: 'picture', largest: 9 });
  const result = (id: string) => grid(id, { size: 'result', largest: 168 / rows });
  if (phone)
    return column(
      [
        row([picture, result('sum'), result('cam')], { gap: 10 }),
        row([maps(gradientGrid(layer)), maps(layer)], { gap: 10 }),
        row([alpha, maps('weighted')], { gap: 10 }),
      ],
      { gap: 8, justify: 'start' },
    );
  return row(
    [
      picture,
      column([maps(gradientGrid(layer)), alpha, maps(layer), maps('weighted')], { gap: 8, justify: 'start' }),
      column([result('sum'), result('cam')], { gap: 10, justify: 'start' }),
    ],
    { gap: 30 },
  );
}

/** Each map with its gradient and the mean of it; the weighted maps, their sum, ReLU, and the result over the picture. */
function CamStage({ model, view, params }: Props<CamView>) {
  const { layer, averaged } = params;
  const boxes: Boxes = useLayout(
    useCallback((size: StageSize) => camPlan(size, { layer, averaged } as SaliencyParams), [layer, averaged]),
  );
  const { maps, rows, cols } = FACTS[layer];
  const shape = `${maps} × ${rows} × ${cols}`;
  const picture = boxes['image'];
  return (
    <StageDrawing boxes={boxes}>
      <Grid id="image" />
      {picture && <CamOverlay box={picture} model={model} isKnown={view.isKnown} />}
      <Grid id={gradientGrid(layer)} note={shape} />
      {averaged && <Grid id="alpha" note={String(maps)} />}
      <Grid id={layer} note={shape} />
      <Grid id="weighted" note={shape} />
      <Grid id="sum" />
      <Grid id="cam" />
      <Flights />
    </StageDrawing>
  );
}
