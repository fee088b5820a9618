import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { Equation } from '../../figures/Equation.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { CheckButton, CheckPanel } from './CheckPanel.tsx';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf } from './formula.ts';
import { Grids } from './Grids.tsx';
import type { ConvolutionModel, ConvolutionParams } from './model.ts';
import { positionOf } from './passes.ts';
import { convolution } from './playable.ts';
import { type ConvolutionView, viewAt } from './view.ts';
import { captionOf, PASS_NAMES, WORDS } from './words.ts';

type Store = FigureStore<ConvolutionParams, ConvolutionModel>;

/** The figure `convolution`: forward and backward, cell by cell. */
export default function ConvolutionScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={convolution} language={language}>
      {(store) => <Convolution store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Convolution({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const [checking, setChecking] = useState(false);
  const { actions } = store;
  const { passes, params } = model;
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-convolution"
      moment={view}
      flow={view.pass === 'dx' && params.method === 'scatter' ? 'out' : 'into'}
      toolbar={
        <Toolbar
          store={store}
          model={model}
          view={view}
          check={<CheckButton open={checking} onToggle={() => setChecking(!checking)} />}
        />
      }
      equation={
        <>
          {checking && <CheckPanel model={model} onClose={() => setChecking(false)} />}
          <EquationWithRule model={model} view={view} />
        </>
      }
      stretches={passes.map(({ id, cells, terms }) => ({
        id,
        label: PASS_NAMES[id][language],
        steps: cells * terms,
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
      onNewNumbers={() => actions.setParams(freshNumbers(params))}
      pinnedValue={editorOf(store, model, pinned)}
    >
      <Grids model={model} view={view} setParams={actions.setParams} />
    </Figure>
  );
}

/** The next seed; a digit or a photograph gives way to small numbers, typed numbers to drawn ones. */
const freshNumbers = (params: ConvolutionParams): Partial<ConvolutionParams> => ({
  seed: (params.seed % 9999) + 1,
  source: 'numbers',
  x: null,
  dy: null,
  target: null,
  ...(params.source === 'numbers' ? {} : { input: 5 }),
});

function Toolbar({
  store,
  model,
  view,
  check,
}: {
  readonly store: Store;
  readonly model: ConvolutionModel;
  readonly view: ConvolutionView;
  readonly check: ReactNode;
}) {
  const { params, passes } = model;
  return (
    <>
      <ChoiceGroup
        label={WORDS.direction}
        value={view.direction}
        options={[
          { value: 'forward', label: WORDS.forward },
          { value: 'backward', label: WORDS.backward },
        ]}
        onChange={(direction) => {
          const second = passes[1]?.id ?? 'dx';
          store.actions.seek(
            direction === 'forward' ? convolution.rest(model) : positionOf(passes, second, 0, 1),
          );
        }}
      />
      {view.direction === 'backward' && (
        <ChoiceGroup
          label={WORDS.method}
          value={params.method}
          options={[
            { value: 'scatter', label: WORDS.scatter },
            { value: 'gather', label: WORDS.gather },
          ]}
          onChange={(method) => store.actions.setParams({ method })}
        />
      )}
      {check}
    </>
  );
}

function EquationWithRule({
  model,
  view,
}: {
  readonly model: ConvolutionModel;
  readonly view: ConvolutionView;
}) {
  return (
    <div className="equation-block">
      <div className="equation-rule">
        <Formula tex={ruleOf(model, view)} />
      </div>
      <Equation target={view.target} line={view.line} partial={view.partial} />
    </div>
  );
}

/** The field for the pinned number, where it is one that can be typed. */
function editorOf(store: Store, model: ConvolutionModel, pinned: CellRef | null) {
  if (!pinned) return undefined;
  const { tensor, row, col } = pinned;
  if (tensor !== 'x' && tensor !== 'w' && tensor !== 'b' && tensor !== 'dy' && tensor !== 'target')
    return undefined;
  if (tensor === 'dy' && model.params.loss === 'target') return undefined;
  const data = model[tensor].data;
  const at = row * (model[tensor].shape[3] ?? 1) + col;
  const value = data[at];
  if (value === undefined) return undefined;
  return {
    value,
    onChange: (next: number): void => {
      const values = Array.from(data, (old, i) => (i === at ? next : old));
      if (tensor === 'b') store.actions.setParams({ b: next });
      else if (tensor === 'w') store.actions.setParams({ preset: 'own', w: values });
      else store.actions.setParams({ [tensor]: values });
    },
  };
}
