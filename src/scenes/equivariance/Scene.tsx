import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { expressionText } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { latexOf, numpyCode, pytorchCode } from './code.ts';
import { comparisonLines, differenceLine, ruleOf, shiftLines, sourceLines, windowLine } from './formula.ts';
import type { ShiftModel, ShiftParams } from './model.ts';
import { equivariance } from './playable.ts';
import { Square } from './Square.tsx';
import { compareSteps, WALK } from './steps.ts';
import { type ShiftView, viewAt } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Store = FigureStore<ShiftParams, ShiftModel>;

/** The figure `equivariance`: shift and layer in both orders, and where they disagree. */
export default function EquivarianceScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={equivariance} language={language}>
      {(store) => <Equivariance store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Equivariance({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const step = Math.floor(position);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(() => viewAt(model, step, asked), [model, step, asked]);
  const { params } = model;
  const { setParams } = store.actions;
  const caption = captionOf(model, view, language);
  const line = windowLine(view, fullPrecision);
  const spoken = line ? ('left' in line ? expressionText(line) : lineText(line)) : '';
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-equivariance"
      toolbar={
        <ChoiceGroup
          label={WORDS.border}
          showLabel
          value={params.border}
          options={(['zeros', 'circular'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(border) => setParams({ border })}
        />
      }
      equation={<Arithmetic model={model} view={view} full={fullPrecision} />}
      stretches={[
        { id: 'walk', label: WORDS.walk[language], steps: WALK, role: 'input' },
        { id: 'compare', label: WORDS.compare[language], steps: compareSteps(model), role: 'output' },
      ]}
      controls={<Controls model={model} setParams={setParams} />}
      caption={caption}
      spoken={`${caption} ${spoken}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => latexOf(model),
      }}
      onNewNumbers={() => setParams({ seed: (params.seed % 9999) + 1, source: 'numbers' })}
    >
      <Square model={model} view={view} setParams={setParams} />
    </Figure>
  );
}

interface ArithmeticProps {
  readonly model: ShiftModel;
  readonly view: ShiftView;
  readonly full: boolean;
}

/** The rule, the line of the cell that is looked at, and what the comparison came to. */
function Arithmetic({ model, view, full }: ArithmeticProps) {
  const say = useSay();
  const shift = shiftLines(model);
  const compared = view.moment.compared === model.out ** 2 ? comparisonLines(model, full) : null;
  return (
    <div className="equation-block">
      <div className="equation-rule">
        <Formula tex={ruleOf(model)} />
      </div>
      <CellLines model={model} view={view} full={full} />
      <div className="eq-facts">
        <ExpressionRow head={say(WORDS.outDown)} line={shift.down} />
        <ExpressionRow head={say(WORDS.outRight)} line={shift.right} />
        {compared && (
          <>
            <ExpressionRow head={say(WORDS.largest)} of="gradient" line={compared.largest} />
            {compared.inside && (
              <ExpressionRow head={say(WORDS.inside)} of="gradient" line={compared.inside} />
            )}
            {compared.relative && <ExpressionRow head={say(WORDS.relative)} line={compared.relative} />}
            {model.params.operation !== 'conv' && (
              <ExpressionRow head={say(WORDS.unchanged)} of="output" line={compared.unchanged} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Where the number of the cell comes from. */
function CellLines({ model, view, full }: ArithmeticProps) {
  const say = useSay();
  const { cell, explanation } = view;
  const line = windowLine(view, full);
  const source = view.value === null ? null : sourceLines(model, view);
  const target = { tensor: cell.grid === 'mismatch' ? 'yshifted' : cell.grid, index: [cell.row, cell.col] };
  return (
    <div className="eq-line">
      {line && explanation?.kind === 'sum' && 'terms' in line && (
        <Equation target={target} line={line} partial={false} />
      )}
      {line && 'left' in line && <ExpressionRow head={say(WORDS.max)} of="output" line={line} digits />}
      {cell.grid === 'mismatch' && view.value !== null && (
        <ExpressionRow
          head="y(Tx) − Ty(x)"
          of="gradient"
          line={differenceLine(model, cell.row * model.out + cell.col, full)}
        />
      )}
      {source && (
        <>
          <ExpressionRow head={say(WORDS.row)} of="input" line={source.row} />
          <ExpressionRow head={say(WORDS.col)} of="input" line={source.col} />
        </>
      )}
    </div>
  );
}
