import { useFigure, useSay } from '../../figures/figureContext.ts';
import { PlacedGrid } from '../../figures/PlacedGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { INPUTS, LETTERS, OUTPUTS, type SharingModel } from './model.ts';
import { edgeLine, gradientBox, HEIGHT, inputBox, outputBox, WIDTH } from './places.ts';
import type { EdgeView, SharingView } from './view.ts';
import { WORDS } from './words.ts';

interface NetworkProps {
  readonly model: SharingModel;
  readonly view: SharingView;
}

/** The layer as it is drawn in books: numbers on the left, numbers on the right, an edge for every weight. */
export function Network({ model, view }: NetworkProps) {
  const say = useSay();
  const max = magnitude(model.x.data, view.layer.y.data);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds grids
    <svg
      role="group"
      aria-label={say(WORDS.network)}
      className="grid-svg ws-network"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <text className="ws-heading" x={24} y={10}>
        {say(WORDS.inputs)}
      </text>
      <text className="ws-heading" x={248} y={60}>
        {say(WORDS.outputs)}
      </text>
      {view.showsGradient && (
        <text className="ws-heading ws-gradient" x={304} y={60}>
          ∂y
        </text>
      )}
      {/* Edges that stand out lie above the others. */}
      {[...view.edges]
        .sort((a, b) => rank(a) - rank(b))
        .map((edge) => (
          <Edge key={`${edge.o},${edge.i}`} edge={edge} quiet={view.asked !== null} />
        ))}
      <PlacedGrid
        tensor="x"
        name={WORDS.inputName}
        rows={INPUTS}
        cols={1}
        max={max}
        corner={8}
        cell={(i) => ({
          ...inputBox(i),
          value: model.x.data[i],
          className: view.asked && !view.lit.x.includes(i) ? 'ws-quiet' : undefined,
          outline: view.lit.x.includes(i) ? 'related' : undefined,
        })}
      />
      <PlacedGrid
        tensor="y"
        name={WORDS.outputName}
        rows={OUTPUTS}
        cols={1}
        max={max}
        corner={8}
        cell={(o) => ({
          ...outputBox(o),
          value: view.layer.y.data[o],
          className: view.asked && !view.lit.y.includes(o) ? 'ws-quiet' : undefined,
          outline: view.lit.y.includes(o) ? 'target' : undefined,
        })}
      />
      {view.showsGradient && (
        <PlacedGrid
          tensor="dy"
          name={WORDS.gradientName}
          rows={OUTPUTS}
          cols={1}
          max={magnitude(model.dy.data)}
          corner={8}
          cell={(o) => ({
            ...gradientBox(o),
            value: model.dy.data[o],
            outline: view.lit.y.includes(o) ? 'target' : undefined,
          })}
        />
      )}
    </svg>
  );
}

const rank = (edge: EdgeView): number => (edge.active ? 2 : edge.lit ? 1 : 0);

/** One edge: a line (thin air once it is cut), with the letter of its shared weight. */
function Edge({ edge, quiet }: { readonly edge: EdgeView; readonly quiet: boolean }) {
  const { store } = useFigure();
  const { o, i, presence, letter, lit, active } = edge;
  const { x1, y1, x2, y2, letterX, letterY } = edgeLine(o, i);
  const classes = [
    'ws-edge',
    edge.connected ? '' : 'is-cut',
    letter >= 0 ? `ws-letter-${letter}` : '',
    lit ? 'is-lit' : quiet ? 'is-quiet' : '',
    active ? 'is-active' : '',
  ];
  const cell = { tensor: 'w', row: o, col: i };
  return (
    <g
      className={classes.filter(Boolean).join(' ')}
      aria-hidden="true"
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') store.actions.point(cell);
      }}
      onPointerLeave={() => store.actions.point(null)}
      onClick={() => store.actions.pin(cell)}
    >
      {edge.connected && <line className="ws-reach" {...{ x1, y1, x2, y2 }} />}
      <line className="ws-ghost" {...{ x1, y1, x2, y2 }} />
      <line className="ws-line" opacity={presence} {...{ x1, y1, x2, y2 }} />
      {letter >= 0 && (
        <>
          <circle cx={letterX} cy={letterY} r={7.8} />
          <text x={letterX} y={letterY}>
            {LETTERS[letter]}
          </text>
        </>
      )}
    </g>
  );
}
