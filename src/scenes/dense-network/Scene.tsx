import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex } from './formula.ts';
import { LayerTable } from './LayerTable.tsx';
import { Lines } from './Lines.tsx';
import { type DenseModel, type DenseParams, edited } from './model.ts';
import { layerSteps } from './moments.ts';
import { Network } from './Network.tsx';
import { denseNetwork } from './playable.ts';
import { questionOf } from './refs.ts';
import { viewAt } from './view.ts';
import { captionOf, columnName, WORDS } from './words.ts';

type Store = FigureStore<DenseParams, DenseModel>;

/** The figure `dense-network`: the drawing and the matrices are two views of the same numbers. */
export default function DenseNetworkScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={denseNetwork} language={language}>
      {(store) => <DenseNetwork store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function DenseNetwork({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, params, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const { setParams } = store.actions;
  const view = useMemo(
    () => viewAt(model, position, playing ? {} : { pinned, pointed }, fullPrecision),
    [model, position, pinned, pointed, playing, fullPrecision],
  );
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-dense-network"
      toolbar={<ShuffleButton shuffle={params.shuffle} onShuffle={(shuffle) => setParams({ shuffle })} />}
      equation={<Lines model={model} view={view} />}
      stretches={model.layers.map((layer, at) => ({
        id: String(at),
        label: columnName(model, at + 1)[language],
        steps: layerSteps(layer),
        role: 'output',
      }))}
      controls={<Controls params={params} setParams={setParams} />}
      caption={caption}
      spoken={`${caption} ${lineText(view.line)}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => lineTex(view),
      }}
      onNewNumbers={() => setParams(freshNumbers(params))}
      pinnedValue={editorOf(store, model)}
    >
      <div className="dn-stage">
        <div>
          <Network model={model} view={view} pinned={pinned} />
          <p className="dn-legend">{WORDS.legend[language]}</p>
        </div>
        <LayerTable model={model} view={view} setParams={setParams} />
      </div>
    </Figure>
  );
}

const freshNumbers = ({ seed }: DenseParams): Partial<DenseParams> => ({
  seed: (seed % 9999) + 1,
  x: null,
  w1: null,
  w2: null,
  w3: null,
  b1: null,
  b2: null,
  b3: null,
});

interface ShuffleProps {
  readonly shuffle: number;
  onShuffle(shuffle: number): void;
}

/** The inputs change places, and their weights with them. */
function ShuffleButton({ shuffle, onShuffle }: ShuffleProps) {
  const say = useSay();
  return (
    <>
      <button type="button" className="tool-button" onClick={() => onShuffle((shuffle % 99) + 1)}>
        {say(WORDS.shuffle)}
      </button>
      <button type="button" className="tool-button" disabled={shuffle === 0} onClick={() => onShuffle(0)}>
        {say(WORDS.inOrder)}
      </button>
    </>
  );
}

/** The field for the pinned number, where it is one that can be typed. */
function editorOf(store: Store, model: DenseModel) {
  const { pinned } = store.getState();
  const question = questionOf(model, pinned);
  if (!pinned || !question || question.kind === 'neuron') return undefined;
  const { layer } = question;
  if (question.kind === 'input' && layer > 0) return undefined;
  const letter = pinned.tensor.charAt(0) as 'x' | 'w' | 'b';
  const found = model.layers[layer] as DenseModel['layers'][number];
  const value = letter === 'b' ? found.b.at(pinned.row) : found[letter].at(pinned.row, pinned.col);
  return {
    value,
    onChange: (next: number): void =>
      store.actions.setParams(edited(model, letter, layer, [pinned.row, pinned.col], next)),
  };
}
