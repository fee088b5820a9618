import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { Equation } from '../../figures/Equation.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { Counts } from './Counts.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf } from './formula.ts';
import { LOCAL, RANGES, SHARED, type SharingModel, type SharingParams, STEPS } from './model.ts';
import { Network } from './Network.tsx';
import { Numbers } from './Numbers.tsx';
import { weightSharing } from './playable.ts';
import { viewAt } from './view.ts';
import { captionOf, STRETCHES, WORDS } from './words.ts';

type Store = FigureStore<SharingParams, SharingModel>;

/** The figure `weight-sharing`: a dense layer gives up its weights until a convolution is left. */
export default function WeightSharingScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={weightSharing} language={language}>
      {(store) => <WeightSharing store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

const STOPS = { dense: 0, local: LOCAL, shared: SHARED } as const;
type Stop = keyof typeof STOPS;

/** Factors keep their index in the layer's own tensors; nodes stand in columns. */
function cellOf(tensor: string, index: readonly number[]): CellRef {
  const last = index.at(-1) ?? 0;
  return tensor === 'w' ? { tensor, row: index[0] ?? 0, col: last } : { tensor, row: last, col: 0 };
}

function WeightSharing({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { actions } = store;
  const { params } = model;
  const caption = captionOf(model, view, language);
  const stop = (Object.keys(STOPS) as Stop[]).find((each) => STOPS[each] === Math.floor(position)) ?? null;
  const stretch = (id: keyof typeof STRETCHES, steps: number, role: 'weight' | 'output' | 'gradient') => ({
    id,
    label: STRETCHES[id][language],
    steps,
    role,
  });
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-weight-sharing"
      toolbar={
        <ChoiceGroup
          label={WORDS.connections}
          value={stop}
          options={(['dense', 'local', 'shared'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(next) => actions.seek(STOPS[next])}
        />
      }
      equation={
        <div className="equation-block">
          <div className="equation-rule">
            <Formula tex={ruleOf(view)} />
          </div>
          <Equation
            target={{ tensor: view.sum.tensor, index: view.sum.index }}
            head={view.sum.head}
            line={view.line}
            partial={view.partial}
            cellOf={cellOf}
          />
        </div>
      }
      stretches={[
        stretch('cut', LOCAL, 'weight'),
        stretch('share', SHARED - LOCAL, 'output'),
        stretch('gradient', STEPS.length - SHARED, 'gradient'),
      ]}
      controls={
        <div className="control-row sliders">
          {(['side', 'channels', 'filters', 'kernel'] as const).map((key) => (
            <ParamSlider
              key={key}
              label={WORDS[key]}
              value={params[key]}
              min={RANGES[key][0]}
              max={key === 'kernel' ? Math.min(RANGES.kernel[1], params.side) : RANGES[key][1]}
              onChange={(value) => actions.setParams({ [key]: value })}
            />
          ))}
        </div>
      }
      caption={caption}
      spoken={`${caption} ${lineText(view.line)}`}
      copies={{
        pytorch: () => pytorchCode(model, view.layer),
        numpy: () => numpyCode(model, view.layer),
        latex: () => lineTex(view),
      }}
      onNewNumbers={() => actions.setParams({ seed: (params.seed % 9999) + 1, x: null, dy: null })}
      pinnedValue={editorOf(store, model, pinned)}
    >
      <div className="ws-stage">
        <Network model={model} view={view} />
        <Numbers model={model} view={view} />
        <Counts model={model} view={view} />
      </div>
    </Figure>
  );
}

/** The field for a pinned input, or for a pinned gradient of an output. */
function editorOf(store: Store, model: SharingModel, pinned: CellRef | null) {
  if (pinned?.tensor !== 'x' && pinned?.tensor !== 'dy') return undefined;
  const { tensor, row } = pinned;
  const data = model[tensor].data;
  const value = data[row];
  if (value === undefined) return undefined;
  return {
    value,
    onChange: (next: number): void =>
      store.actions.setParams({ [tensor]: Array.from(data, (old, i) => (i === row ? next : old)) }),
  };
}
