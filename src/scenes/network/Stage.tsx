import { useCallback } from 'react';
import { Leads } from '../../kit/digitPass/Leads.tsx';
import { drawnAs, drawnGrid, FACTS, NODES, type NodeName, nodeOf } from '../../kit/digitPass/nodes.ts';
import { mapsInRow, smallGrid } from '../../kit/digitPass/strip.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { useFigureState } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, placeBox, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Connector } from '../../kit/window/Connector.tsx';
import type { PassModel } from './model.ts';
import { Panel } from './Panel.tsx';
import { Path } from './Path.tsx';
import type { NetworkParams } from './parameters.ts';
import { gridOf, type NetworkView } from './view.ts';

const PANEL = { wide: [392, 262], medium: [330, 186], phone: [280, 236] } as const;

const nodeIn = (id: string): NodeName => nodeOf({ grid: drawnAs(id) ?? id }) as NodeName;

function planOf({ band }: StageSize, isBack: boolean, left: string, right: string, isApart: boolean): Plan {
  const phone = band === 'phone';
  const small = NODES.map((node) => smallGrid(gridOf(node, isBack), node, phone));
  const large = [left, right].map((id) =>
    grid(id, {
      ...{ size: id, largest: FACTS[nodeIn(id)].cols === 1 ? 22 : 9, planeGap: 6 },
      planesInRow: mapsInRow(nodeIn(id)),
    }),
  );
  const [width, height] = PANEL[band];
  const panel = room('panel', width, height, { grows: phone });
  return column(
    [
      row(small, { gap: phone ? 3 : 8 }),
      row([room('crumbs', 280, 20, { grows: true })]),
      row(phone ? (isApart ? [panel] : large) : [...large, panel], { gap: phone ? 10 : 24 }),
    ],
    { gap: phone ? 8 : 10, justify: 'start' },
  );
}

/** All layers small; of one of them what it reads and what it makes; one number taken apart. */
export function Stage({ model, view }: StageProps<NetworkParams, PassModel, NetworkView>) {
  const { subject, left, right } = view;
  const { isBack } = subject;
  const isPinned = useFigureState((state) => state.pinned !== null);
  const layout = useCallback(
    (of: StageSize) => planOf(of, isBack, left, right, isPinned),
    [isBack, left, right, isPinned],
  );
  const boxes: Boxes = useLayout(layout);
  const shown = [left, right].filter((id) => boxes[id]);
  return (
    <StageDrawing boxes={boxes}>
      {boxes['crumbs'] && <Path box={boxes['crumbs']} subject={subject} />}
      {NODES.map((node) => {
        const id = drawnGrid(gridOf(node, isBack), 'small');
        const box = boxes[id];
        return (
          box && (
            <Leads key={id} boxes={boxes}>
              {(node === nodeIn(left) || node === nodeIn(right)) && (
                <rect
                  className={`network-chosen${node === subject.node ? ' is-made' : ''}`}
                  x={box.x - 3}
                  y={box.y - 2}
                  width={box.width + 6}
                  height={box.height + 4}
                  rx={3}
                />
              )}
              <Grid id={id} note="" />
            </Leads>
          )
        );
      })}
      <Threads view={view} boxes={boxes} />
      {shown.map((id) => (
        <Leads key={id} boxes={boxes}>
          <Grid id={id} note={shapeOf(nodeIn(id))} />
        </Leads>
      ))}
      <Lit boxes={boxes} />
      {boxes['panel'] && <Panel box={boxes['panel']} subject={subject} tile={model.params.tile} />}
    </StageDrawing>
  );
}

const shapeOf = (node: NodeName): string => {
  const { maps, rows, cols } = FACTS[node];
  return cols === 1 ? `${rows}` : `${maps} × ${rows} × ${cols}`;
};

/** From the windows that were read to the cell that was made. */
function Threads({ view, boxes }: { readonly view: NetworkView; readonly boxes: Boxes }) {
  const { left, right, subject, grids } = view;
  const [from, to] = subject.isBack && !subject.weight ? [right, left] : [left, right];
  const made = grids[to]?.windows?.find(({ role }) => role === 'result');
  const [source, target] = [boxes[from], boxes[to]];
  if (!made || !source || !target) return null;
  return grids[from]?.windows?.map((window) => (
    <Connector
      key={window.plane}
      hue={subject.isBack && !subject.weight ? 'gradient' : 'weight'}
      from={windowBox(source, window)}
      to={windowBox(target, made)}
    />
  ));
}

/** A number of the line, where its cell is drawn beside the layer. */
function Lit({ boxes }: { readonly boxes: Boxes }) {
  const lit = useFigureState((state) => state.lit);
  const box = lit && boxes[drawnGrid(lit.grid, 'beside')];
  if (!lit || !box) return null;
  const { x, y, width, height } = placeBox(box, lit);
  return <rect className="outline-lit" aria-hidden="true" {...{ x, y, width, height }} />;
}
