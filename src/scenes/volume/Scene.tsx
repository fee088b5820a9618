import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex } from './formula.ts';
import type { VolumeModel, VolumeParams } from './model.ts';
import { volume } from './playable.ts';
import { Stage } from './Stage.tsx';
import { positionOf, stepsOfFilter } from './steps.ts';
import { viewAt } from './view.ts';
import { captionOf, stretchName, WORDS } from './words.ts';

type Store = FigureStore<VolumeParams, VolumeModel>;

/** The figure `volume`: several channels in, several filters, several channels out. */
export default function VolumeScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={volume} language={language}>
      {(store) => <Volume store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Volume({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { actions } = store;
  const { params } = model;
  const edit = (tensor: 'x' | 'w' | 'b', place: readonly number[], value: number): void =>
    actions.setParams({ [tensor]: [...(params[tensor] ?? []), ...place, value] });
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-volume"
      moment={view}
      toolbar={
        <ChoiceGroup
          label={WORDS.filter}
          showLabel
          value={String(view.filter)}
          options={Array.from({ length: params.filters }, (_, f) => ({
            value: String(f),
            label: { en: String(f), zh: String(f) },
          }))}
          onChange={(filter) => {
            actions.pin(null);
            actions.seek(positionOf(model, { ...view.moment, filter: Number(filter) }));
          }}
        />
      }
      equation={<Arithmetic model={model} view={view} setParams={actions.setParams} />}
      stretches={Array.from({ length: params.filters }, (_, f) => ({
        id: String(f),
        label: stretchName(f)[language],
        steps: stepsOfFilter(model),
        role: 'output',
      }))}
      controls={<Controls model={model} setParams={actions.setParams} />}
      caption={caption}
      spoken={`${caption} ${lineText(view.channelLine)}. ${lineText(view.sumLine)}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => lineTex(view),
      }}
      onNewNumbers={() =>
        actions.setParams({ seed: (params.seed % 9999) + 1, source: 'numbers', x: null, w: null, b: null })
      }
      pinnedValue={editorOf(model, pinned, edit)}
    >
      <Stage model={model} view={view} edit={edit} />
    </Figure>
  );
}

/** The field for the pinned number, where it is one that can be typed. */
function editorOf(
  model: VolumeModel,
  pinned: CellRef | null,
  edit: (tensor: 'x' | 'w' | 'b', place: readonly number[], value: number) => void,
) {
  if (!pinned) return undefined;
  const [kind = '', ...planes] = pinned.tensor.split('_');
  if (kind !== 'x' && kind !== 'w' && kind !== 'b') return undefined;
  const place = kind === 'b' ? [pinned.col] : [...planes.map(Number), pinned.row, pinned.col];
  const index = kind === 'x' ? [0, ...place] : place;
  const { shape, data } = model[kind];
  const inside = index.length === shape.length && index.every((at, axis) => at < (shape[axis] as number));
  if (!inside) return undefined;
  return {
    value: data[model[kind].offset(index)] as number,
    onChange: (value: number): void => edit(kind, place, value),
  };
}
