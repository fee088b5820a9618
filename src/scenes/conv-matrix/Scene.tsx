import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { expressionLine } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { countRows, lineTex, ruleOf } from './formula.ts';
import { MatrixPanel } from './MatrixPanel.tsx';
import { largestPadding, type MatrixModel, type MatrixParams, RANGES } from './model.ts';
import { PatchPanel } from './PatchPanel.tsx';
import { Planes } from './Planes.tsx';
import { convMatrixScene, turnedTo } from './playable.ts';
import { viewAt } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Store = FigureStore<MatrixParams, MatrixModel>;

/** The figure `conv-matrix`: the convolution as a matrix, its transpose, and im2col beside it. */
export default function ConvMatrixScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={convMatrixScene} language={language}>
      {(store) => <ConvMatrix store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function ConvMatrix({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { actions } = store;
  const { params, passes } = model;
  const caption = captionOf(model, view, language);
  const { tensor, index } = view.explanation;
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-conv-matrix"
      toolbar={<TransposeButton store={store} model={model} turned={view.direction === 'backward'} />}
      equation={
        <div className="equation-block">
          <div className="equation-rule">
            <Formula tex={ruleOf(view)} />
          </div>
          <Equation target={{ tensor, index }} line={view.line} partial={view.partial} />
        </div>
      }
      stretches={passes.map(({ id, steps }) => ({
        id,
        label: WORDS[id][language],
        steps,
        role: id === 'forward' ? 'output' : 'gradient',
      }))}
      controls={<Controls model={model} setParams={actions.setParams} />}
      caption={caption}
      spoken={`${caption} ${lineText(view.line)}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => lineTex(view),
      }}
      onNewNumbers={() => actions.setParams({ seed: (params.seed % 9999) + 1, x: null, w: null, dy: null })}
      pinnedValue={editorOf(store, model, pinned)}
    >
      <div className="cm-stage">
        <div className="cm-main">
          <Follows>
            <Planes model={model} view={view} setParams={actions.setParams} />
          </Follows>
          <MatrixPanel model={model} view={view} />
        </div>
        <div className="cm-beside">
          <Follows atRest>
            <PatchPanel model={model} view={view} />
          </Follows>
          <Follows>
            <Counts model={model} />
          </Follows>
        </div>
      </div>
    </Figure>
  );
}

interface TransposeButtonProps {
  readonly store: Store;
  readonly model: MatrixModel;
  readonly turned: boolean;
}

/** Goes from the product with 𝒞 to the product with 𝒞ᵀ, and back. */
function TransposeButton({ store, model, turned }: TransposeButtonProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className="tool-button cm-transpose"
      aria-pressed={turned}
      onClick={() => store.actions.seek(turned ? convMatrixScene.rest(model) : turnedTo(model))}
    >
      {say(turned ? WORDS.back : WORDS.transpose)}
    </button>
  );
}

function Counts({ model }: { readonly model: MatrixModel }) {
  const say = useSay();
  return (
    <div className="cm-counts">
      {countRows(model).map(({ id, left, value }) => (
        <ExpressionRow key={id} head={say(WORDS[id])} line={expressionLine(left, value)} />
      ))}
    </div>
  );
}

interface ControlsProps {
  readonly model: MatrixModel;
  setParams(change: Partial<MatrixParams>): void;
}

const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params } = model;
  return (
    <div className="control-row sliders">
      {(['input', 'kernel', 'stride'] as const).map((key) => (
        <ParamSlider
          key={key}
          label={WORDS[key]}
          value={params[key]}
          min={RANGES[key][0]}
          max={RANGES[key][1]}
          onChange={(value) => setParams({ [key]: value })}
        />
      ))}
      <ParamSlider
        label={WORDS.padding}
        value={params.padding}
        min={0}
        max={largestPadding(params)}
        onChange={(padding) => setParams({ padding })}
      />
    </div>
  );
});

/** The field for a pinned pixel, weight or gradient of an output. */
function editorOf(store: Store, model: MatrixModel, pinned: CellRef | null) {
  if (pinned?.tensor !== 'x' && pinned?.tensor !== 'w' && pinned?.tensor !== 'dy') return undefined;
  const { tensor, row, col } = pinned;
  const side = model[tensor].shape[3] ?? 1;
  const at = row * side + col;
  const { data } = model[tensor];
  const value = col < side ? data[at] : undefined;
  if (value === undefined) return undefined;
  return {
    value,
    onChange: (next: number): void =>
      store.actions.setParams({ [tensor]: Array.from(data, (old, i) => (i === at ? next : old)) }),
  };
}
