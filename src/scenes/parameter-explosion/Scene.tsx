import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { expressionText } from '../../formula/expression.ts';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Bars } from './Bars.tsx';
import { Controls } from './Controls.tsx';
import { CountList } from './CountList.tsx';
import { latexCode, numpyCode, pytorchCode } from './code.ts';
import { type ExplosionModel, type ExplosionParams, MEASURES } from './model.ts';
import { Afford, PhotoPanel } from './PhotoPanel.tsx';
import { parameterExplosion } from './playable.ts';
import { shrink } from './shrink.ts';
import { usePhoto } from './usePhoto.ts';
import { viewAt } from './view.ts';
import { captionOf, MEASURE_NAMES, WORDS } from './words.ts';

type Store = FigureStore<ExplosionParams, ExplosionModel>;

/** The figure `parameter-explosion`: a dense layer and a convolution on the same photo, counted. */
export default function ParameterExplosionScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={parameterExplosion} language={language}>
      {(store) => <ParameterExplosion store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function ParameterExplosion({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, params, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const { setParams } = store.actions;
  const { photo: fetched, failed } = usePhoto(params.photo);
  const photo = fetched?.id === params.photo ? fetched : null;
  const { rows = 0, cols = 0 } = model.shrunk ?? {};
  const small = useMemo(
    () => (photo && rows > 0 ? shrink(photo.grey, rows, cols) : null),
    [photo, rows, cols],
  );
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, { photo: photo?.grey ?? null, small }, asked, fullPrecision),
    [model, position, photo, small, asked, fullPrecision],
  );
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-parameter-explosion"
      waiting={!photo && !failed}
      toolbar={
        <ChoiceGroup
          label={WORDS.measure}
          value={params.measure}
          options={MEASURES.map((value) => ({ value, label: MEASURE_NAMES[value] }))}
          onChange={(measure) => setParams({ measure })}
        />
      }
      stretches={[
        { id: 'dense', label: WORDS.dense[language], steps: 6, role: 'weight' },
        { id: 'conv', label: WORDS.conv[language], steps: 6, role: 'output' },
      ]}
      controls={<Controls params={params} setParams={setParams} />}
      caption={caption}
      spoken={view.current ? `${caption} ${expressionText(view.current.line)}` : caption}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => latexCode(model),
      }}
    >
      <div className="pe-stage">
        <div className="pe-left">
          <Bars view={view} measure={params.measure} />
          <CountList view={view} />
        </div>
        <PhotoPanel model={model} view={view} photo={photo} failed={failed} small={small} />
        <Afford model={model} view={view} />
      </div>
    </Figure>
  );
}
