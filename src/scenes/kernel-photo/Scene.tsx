import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { cellName, Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { useFigureState, useSay } from '../../figures/figureContext.ts';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf } from './formula.ts';
import type { KernelPhotoModel, KernelPhotoParams } from './model.ts';
import { keep } from './pictures.ts';
import { kernelPhoto, PLACES } from './playable.ts';
import { Stage } from './Stage.tsx';
import { usePicture } from './usePicture.ts';
import { cellOf, differenceOf, type KernelPhotoView, type Place, viewAt } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Store = FigureStore<KernelPhotoParams, KernelPhotoModel>;

/** The figure `kernel-photo`: a kernel on a whole photograph, and the sum behind each of its pixels. */
export default function KernelPhotoScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={kernelPhoto} language={language}>
      {(store) => <KernelPhoto store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function KernelPhoto({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { waiting, choose } = usePicture(store, model.params.photo);
  const { actions } = store;
  const { params, k, w } = model;
  const setWeight = ({ row, col }: Place, value: number): void =>
    actions.setParams({
      preset: 'own',
      w: Array.from(w.data, (old, i) => (i === row * k + col ? value : old)),
    });
  const middle = (k - 1) / 2;
  const weight =
    pinned?.tensor === 'w' && pinned.row < k && pinned.col < k ? pinned : { row: middle, col: middle };
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-kernel-photo"
      waiting={waiting}
      toolbar={
        <ChoiceGroup
          label={WORDS.operation}
          value={params.operation}
          options={[
            { value: 'correlation', label: WORDS.correlation },
            { value: 'convolution', label: WORDS.convolution },
          ]}
          onChange={(operation) => actions.setParams({ operation })}
        />
      }
      equation={<Arithmetic model={model} view={view} />}
      stretches={[{ id: 'scan', label: WORDS.scan[language], steps: PLACES, role: 'output' }]}
      controls={
        <Controls
          model={model}
          weight={weight}
          setParams={actions.setParams}
          setWeight={setWeight}
          choosePhoto={choose}
          onPicture={(picture) => {
            keep('own', picture);
            actions.setParams({ photo: 'own' });
          }}
        />
      }
      caption={caption}
      spoken={`${caption} ${lineText(view.line)}`}
      copies={{
        pytorch: () => pytorchCode(model, view),
        numpy: () => numpyCode(model, view),
        latex: () => lineTex(view),
      }}
      pinnedValue={
        pinned?.tensor === 'w' && pinned === weight
          ? { value: w.data[weight.row * k + weight.col] ?? 0, onChange: (value) => setWeight(weight, value) }
          : pinned?.tensor === 'b'
            ? { value: params.b, onChange: (b) => actions.setParams({ b }) }
            : undefined
      }
    >
      <Stage model={model} view={view} setWeight={setWeight} setBias={(b) => actions.setParams({ b })} />
    </Figure>
  );
}

function Arithmetic({ model, view }: { readonly model: KernelPhotoModel; readonly view: KernelPhotoView }) {
  return (
    <>
      <div className="equation-block">
        <div className="equation-rule">
          <Formula tex={ruleOf(model)} />
        </div>
        <Equation
          target={view.explanation}
          head={cellName('y', [view.place.row, view.place.col])}
          line={view.line}
          partial={false}
          cellOf={cellOf(view)}
        />
      </div>
      <Follows>
        <TurnChange model={model} />
      </Follows>
    </>
  );
}

/** What the half turn changes at most. It looks at the whole picture, which the frame of a change has no time for. */
function TurnChange({ model }: { readonly model: KernelPhotoModel }) {
  const say = useSay();
  const full = useFigureState((state) => state.fullPrecision);
  const line = useMemo(() => differenceOf(model, full), [model, full]);
  return <ExpressionRow head={say(WORDS.change)} line={line} />;
}
