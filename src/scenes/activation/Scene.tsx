import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { cellName } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { expressionText } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import { printNumber } from '../../formula/numbers.ts';
import type { FigureStore } from '../../playback/figureStore.ts';
import { activations } from '../../tensor/activations.ts';
import { Chooser } from './Chooser.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { pointTex, ruleTex } from './formula.ts';
import { type ActivationModel, type ActivationParams, CELLS, choosing, REACH, SIDE } from './model.ts';
import { Plot } from './Plot.tsx';
import { activationScene } from './playable.ts';
import { type ActivationView, viewAt } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Store = FigureStore<ActivationParams, ActivationModel>;

/** The figure `activation`: a function, its slope, and what both do to a map. */
export default function ActivationScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={activationScene} language={language}>
      {(store) => <Activation store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Activation({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { setParams } = store.actions;
  const { params } = model;
  const caption = captionOf(model, view, language);
  const line = (view.pass === 'backward' ? view.cell.back : null) ?? view.cell.out;
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-activation"
      equation={<MapLines view={view} />}
      stretches={[
        { id: 'forward', label: WORDS.forward[language], steps: CELLS, role: 'output' },
        { id: 'backward', label: WORDS.backward[language], steps: CELLS, role: 'gradient' },
      ]}
      controls={<Controls params={params} setParams={setParams} />}
      caption={caption}
      spoken={`${caption} ${line ? expressionText(line) : ''}`.trim()}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => Object.values(pointTex(model, view)).join(' \\\\\n'),
      }}
      onNewNumbers={() => setParams({ seed: (params.seed % 9999) + 1 })}
    >
      <Chooser value={params.name} onChange={(name) => setParams(choosing(name))} />
      <div className="act-top">
        <Plot model={model} view={view} onMove={(z) => setParams({ z })} />
        <PointLines model={model} view={view} />
      </div>
      <Maps model={model} view={view} />
    </Figure>
  );
}

/** The rule, and the rule with the numbers of the point. */
function PointLines({ model, view }: { readonly model: ActivationModel; readonly view: ActivationView }) {
  const say = useSay();
  const { point } = view;
  const { name, depth } = model.params;
  const rule = ruleTex(name);
  const numbers = pointTex(model, view);
  const at = printNumber(point.z).text;
  const how = point.slopeKind === 'rule' ? '' : ` (${say(WORDS[point.slopeKind])})`;
  return (
    <section className="act-point-lines" aria-label={say(WORDS.point)}>
      <div className="act-rules">
        <Formula tex={rule.g} />
        <Formula tex={numbers.g} />
        <Formula tex={rule.slope} />
        <Formula tex={numbers.slope} />
      </div>
      <div className="act-rows">
        <ExpressionRow head={`φ(${at})`} of="output" line={point.value} />
        <ExpressionRow head={`φ′(${at})${how}`} of="gradient" line={point.slope} />
        <ExpressionRow
          head={say({ en: WORDS.deep.en(depth), zh: WORDS.deep.zh(depth) })}
          of="gradient"
          line={point.deep}
        />
        <ExpressionRow
          head={say({ en: WORDS.deepest.en(depth), zh: WORDS.deepest.zh(depth) })}
          of="gradient"
          line={point.deepest}
          digits
        />
        {point.helper && <ExpressionRow head={point.helper.head} line={point.helper.line} />}
      </div>
    </section>
  );
}

/** The map before and after the bend, and the gradient after and before it. */
function Maps({ model, view }: { readonly model: ActivationModel; readonly view: ActivationView }) {
  const { z, a, da, dz } = model;
  const { forward, backward, cell, marks } = view;
  const at = cell.row * SIDE + cell.col;
  const common = { rows: SIDE, cols: SIDE, slot: 236, marks } as const;
  const value = magnitude(z.data, a.data);
  const gradient = magnitude(da.data, dz.data);
  const known = (count: number) => (i: number) => i < count || (cell.asked && i === at);
  return (
    <div className="act-maps">
      <NumberGrid {...common} tensor="pre" values={z.data} max={value} />
      <NumberGrid {...common} tensor="act" values={a.data} max={value} known={known(forward)} />
      <NumberGrid {...common} tensor="dact" values={da.data} max={gradient} />
      <NumberGrid {...common} tensor="dpre" values={dz.data} max={gradient} known={known(backward)} />
    </div>
  );
}

/** The cell of the moment on both ways, and what the whole map keeps. */
function MapLines({ view }: { readonly view: ActivationView }) {
  const say = useSay();
  const { cell } = view;
  const index = [cell.row, cell.col];
  return (
    <>
      <section className="equation-block act-cell-lines" aria-label={say(WORDS.map)}>
        {cell.out && <ExpressionRow head={`${cellName('act', index)} = φ(z)`} of="output" line={cell.out} />}
        {cell.back && (
          <ExpressionRow
            head={`${cellName('dpre', index)} = ${cellName('dact', index)} × φ′(z)`}
            of="gradient"
            line={cell.back}
          />
        )}
      </section>
      <section className="act-accounts">
        {view.accounts.map(({ head, of, line }) => (
          <ExpressionRow key={head.en} head={say(head)} of={of} line={line} />
        ))}
      </section>
    </>
  );
}

interface ControlsProps {
  readonly params: ActivationParams;
  setParams(change: Partial<ActivationParams>): void;
}

const Controls = memo(function Controls({ params, setParams }: ControlsProps) {
  return (
    <>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.z}
          value={params.z}
          min={-REACH}
          max={REACH}
          step={0.05}
          onChange={(z) => setParams({ z })}
        />
        <ParamSlider
          label={WORDS.alpha}
          value={params.alpha}
          min={0.01}
          max={2}
          step={0.01}
          disabled={activations[params.name].alpha === undefined}
          onChange={(alpha) => setParams({ alpha })}
        />
        <ParamSlider
          label={WORDS.depth}
          value={params.depth}
          min={1}
          max={30}
          onChange={(depth) => setParams({ depth })}
        />
        <ParamSlider
          label={WORDS.bias}
          value={params.bias}
          min={-3}
          max={3}
          step={0.1}
          onChange={(bias) => setParams({ bias })}
        />
      </div>
      <div className="control-row">
        <ChoiceGroup
          label={WORDS.source}
          showLabel
          value={params.source}
          options={(['photo', 'digit'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(source) => setParams({ source })}
        />
      </div>
    </>
  );
});
