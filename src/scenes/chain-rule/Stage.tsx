import { GraphEdges, GraphNodes } from '../../kit/graph/GraphDrawing.tsx';
import { layOut } from '../../kit/graph/layout.ts';
import { graphFrame } from '../../kit/graph/motion.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { room } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { roleOf } from './formula.ts';
import type { ChainModel } from './model.ts';
import type { ChainParams } from './parameters.ts';
import type { ChainView } from './view.ts';
import { WORDS } from './words.ts';

const plan = ({ width, height }: StageSize) => room('graph', width - 8, height - 6);

/** The graph from left to right: on every line its value above and its gradient below. */
export function Stage({ model, view, size }: StageProps<ChainParams, ChainModel, ChainView>) {
  const say = useSay();
  const { graph: area } = useLayout(plan);
  const { graph, drawn, branches } = model;
  const { subject } = view;
  if (!area) return null;
  const layout = layOut(graph, drawn, branches, area, size.band);
  const now =
    subject.kind === 'node' ? subject.node : subject.kind === 'edge' ? graph.edges[subject.edge]?.to : null;
  const legend = area.x + area.width;
  return (
    <StageDrawing boxes={{ graph: area, ...layout.boxes }}>
      <GraphEdges layout={layout} states={view.edges} locals={view.locals} />
      <GraphNodes
        graph={graph}
        layout={layout}
        now={now ?? null}
        roleOf={(node) => roleOf(graph, node)}
        noteOf={(node) => (graph.nodes[node]?.op === 'crossEntropy' ? say(WORDS.together) : null)}
      />
      <Grid id="leaf" note="" />
      <Grid id="value" note="" />
      <g className="chain-gradients">
        <Grid id="dleaf" note="" />
        <Grid id="dvalue" note="" />
        {branches.length > 0 && <Grid id="share" note="" />}
      </g>
      <g className="chain-legend" aria-hidden="true">
        <text x={legend} y={area.y + 10}>
          {say(WORDS.above)}
        </text>
        <text x={legend} y={area.y + 28} className="is-below">
          {say(WORDS.below)}
        </text>
      </g>
      <Flights frameOf={graphFrame(graph, subject.kind === 'ready' ? null : subject, layout)} />
    </StageDrawing>
  );
}
