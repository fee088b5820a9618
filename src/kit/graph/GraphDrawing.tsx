import type { Graph } from '../../explain/graph/graph.ts';
import type { Role } from '../../formula/symbols.ts';
import { pathOf } from '../window/curve.ts';
import type { GraphLayout } from './layout.ts';
import { LOOKS } from './looks.ts';
import { nodeName } from './names.ts';
import './graph.css';

/** `idle`: nothing has come along it; `forward`: its number has; `backward`: its gradient too; `active`: this step's. */
export type EdgeState = 'idle' | 'forward' | 'backward' | 'active';

interface EdgesProps {
  readonly layout: GraphLayout;
  readonly states: readonly EdgeState[];
  /** The slope that stands beside an edge; null: none does. */
  readonly locals: readonly (string | null)[];
}

/** The lines of a computation graph, and the slopes beside them. Under its nodes and numbers. */
export function GraphEdges({ layout, states, locals }: EdgesProps) {
  return (
    <g className="graph-edges" aria-hidden="true">
      {layout.stubs.map(([[x1, y1], [x2, y2]]) => (
        <path key={`${x1} ${y1}`} d={`M${x1} ${y1}L${x2} ${y2}`} />
      ))}
      {layout.curves.map((curve, i) => {
        const [x, y] = layout.locals[i] ?? [0, 0];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is its number
          <g key={i} className={`is-${states[i]}`}>
            <path d={pathOf(curve)} />
            {locals[i] && (
              <text x={x} y={y}>
                {locals[i]}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface NodesProps {
  readonly graph: Graph;
  readonly layout: GraphLayout;
  /** The operation at work; null: none is. */
  readonly now: number | null;
  roleOf(node: number): Role;
  /** Some words under a node, in one line or more. */
  noteOf?(node: number): string | null;
}

/** The circles with their operations and the names of what they make; a leaf is its letter. */
export function GraphNodes({ graph, layout, now, roleOf, noteOf }: NodesProps) {
  const { radius } = layout;
  return (
    <g className="graph-nodes" aria-hidden="true">
      {graph.nodes.map((node, at) => {
        const [x, y] = layout.circles[at] ?? [0, 0];
        const letter = { className: `graph-letter role-${roleOf(at)}`, fontSize: layout.letter };
        const [nameX, nameY] = layout.names[at] ?? [0, 0];
        const name = nodeName(node.name);
        if (node.op === 'leaf')
          return (
            <text key={node.name} {...letter} x={x} y={y}>
              {name}
            </text>
          );
        const { sign } = LOOKS[node.op];
        const note = noteOf?.(at);
        return (
          <g key={node.name} className={at === now ? 'is-now' : undefined}>
            <circle cx={x} cy={y} r={radius} />
            <text className={`graph-sign${sign.length === 1 ? ' is-large' : ''}`} x={x} y={y}>
              {sign}
            </text>
            <text {...letter} x={nameX} y={nameY}>
              {name}
            </text>
            {note?.split('\n').map((line, i) => (
              <text key={line} className="graph-note" x={x - radius} y={y + radius + 28 + 16 * i}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
