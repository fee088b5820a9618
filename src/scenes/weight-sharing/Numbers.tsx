import { useSay } from '../../figures/figureContext.ts';
import { PlacedGrid } from '../../figures/PlacedGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { INPUTS, LETTERS, OUTPUTS, type SharingModel, WINDOW } from './model.ts';
import {
  biasBox,
  GRADIENT_Y,
  HEIGHT,
  SHARED_Y,
  sharedBiasBox,
  sharedBox,
  WIDTH,
  weightBox,
} from './places.ts';
import type { SharingView } from './view.ts';
import { WORDS } from './words.ts';

interface NumbersProps {
  readonly model: SharingModel;
  readonly view: SharingView;
}

/** The weights as a matrix: one row an output, one column an input. Below it, what sharing leaves. */
export function Numbers({ model, view }: NumbersProps) {
  const say = useSay();
  const { layer } = view;
  const max = magnitude(model.w.data, model.b.data);
  const shares = layer.biasUsers().length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds grids
    <svg
      role="group"
      aria-label={say(WORDS.numbers)}
      className="grid-svg ws-numbers"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <text className="ws-heading is-left" x={4} y={14}>
        {say(WORDS.weights)}
      </text>
      <text className="ws-heading is-left" x={248} y={14}>
        {say(WORDS.biases)}
      </text>
      <PlacedGrid
        tensor="w"
        name={WORDS.weightsName}
        rows={OUTPUTS}
        cols={INPUTS}
        max={max}
        cell={(o, i) => {
          const edge = view.edges[o * INPUTS + i];
          const letter = edge?.letter ?? -1;
          return {
            ...weightBox(o, i),
            value: layer.w.at(o, i),
            className: !edge?.connected ? 'ws-cut' : letter >= 0 ? `ws-letter-${letter}` : undefined,
            badge: letter >= 0 ? LETTERS[letter] : undefined,
            outline: edge?.active ? 'active' : edge?.lit ? 'related' : undefined,
          };
        }}
      />
      <PlacedGrid
        tensor="b"
        name={WORDS.biasName}
        rows={OUTPUTS}
        cols={1}
        max={max}
        cell={(o) => ({
          ...biasBox(o),
          value: layer.b.at(o),
          className: layer.biasUsers().includes(o) ? 'ws-bias-shared' : undefined,
          outline: biasOutline(view, o),
        })}
      />
      {shares && (
        <>
          <text className="ws-heading is-left" x={4} y={SHARED_Y - 12}>
            {say(WORDS.left)}
          </text>
          <PlacedGrid
            tensor="shared"
            name={WORDS.sharedName}
            rows={1}
            cols={WINDOW}
            max={max}
            cell={(_, u) => ({
              ...sharedBox(u, SHARED_Y),
              value: model.shared.data[u],
              className: `ws-letter-${u}`,
              badge: LETTERS[u],
            })}
          />
          <PlacedGrid
            tensor="b"
            name={WORDS.sharedBiasName}
            rows={1}
            cols={1}
            max={max}
            cell={() => ({
              ...sharedBiasBox(SHARED_Y),
              value: model.sharedBias.data[0],
              className: 'ws-bias-shared',
            })}
          />
        </>
      )}
      {shares && <Gradients model={model} view={view} />}
      <g className="ws-total">
        <text className="ws-total-number" x={188} y={SHARED_Y + 19}>
          {layer.left}
        </text>
        <text className="ws-heading" x={188} y={SHARED_Y + 48}>
          {say(WORDS.toLearn)}
        </text>
      </g>
    </svg>
  );
}

/** The gradients of the numbers that are left: each is a sum over all places of use. */
function Gradients({ model, view }: NumbersProps) {
  const say = useSay();
  const complete = Math.floor(view.gradientsDone);
  const max = magnitude(model.dshared.data, model.dsharedBias.data);
  // A reader's question leaves the number that is being added up where it is.
  const growing = view.asked ? undefined : view.line.value;
  const cell = (index: number, value: number | undefined) => ({
    value: view.stage === 'gradient' && index < complete ? value : undefined,
    partial: view.stage === 'gradient' && index === complete ? growing : undefined,
    outline: view.partial && index === complete ? ('target' as const) : undefined,
  });
  return (
    <>
      <text className="ws-heading is-left ws-gradient" x={4} y={GRADIENT_Y - 12}>
        {say(WORDS.gradients)}
      </text>
      <PlacedGrid
        tensor="dshared"
        name={WORDS.dsharedName}
        rows={1}
        cols={WINDOW}
        max={max}
        cell={(_, u) => ({
          ...sharedBox(u, GRADIENT_Y),
          ...cell(u, model.dshared.data[u]),
          badge: `∂${LETTERS[u]}`,
        })}
      />
      <PlacedGrid
        tensor="db"
        name={WORDS.dbiasName}
        rows={1}
        cols={1}
        max={max}
        cell={() => ({ ...sharedBiasBox(GRADIENT_Y), ...cell(WINDOW, model.dsharedBias.data[0]) })}
      />
    </>
  );
}

function biasOutline(view: SharingView, o: number): 'active' | 'related' | undefined {
  if (view.lit.b.includes(o)) return 'related';
  return !view.asked && view.step?.kind === 'shareBias' && view.step.o === o ? 'active' : undefined;
}
