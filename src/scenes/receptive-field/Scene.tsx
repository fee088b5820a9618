import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { lineText } from '../../formula/arithmetic.ts';
import { expressionText } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import type { Range } from './facts.ts';
import { edgeLines, factLines, latexOf, ruleOf, sizeLines } from './formula.ts';
import type { FieldModel, FieldParams } from './model.ts';
import { receptiveField } from './playable.ts';
import { Sizes } from './Sizes.tsx';
import { StackDrawing } from './StackDrawing.tsx';
import { stretchesOf } from './steps.ts';
import { type FieldView, viewAt } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Store = FigureStore<FieldParams, FieldModel>;

/** The figure `receptive-field`: what one unit of a stack of layers sees, and how much of it counts. */
export default function ReceptiveFieldScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={receptiveField} language={language}>
      {(store) => <ReceptiveField store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function ReceptiveField({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const step = Math.floor(position);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(() => viewAt(model, step, asked, fullPrecision), [model, step, asked, fullPrecision]);
  const { up, down } = stretchesOf(model);
  const caption = captionOf(model, view, language);
  const line = view.sum ? lineText(view.sum.line) : expressionText(sizeLines(model, view.focus.layer).size);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-receptive-field"
      equation={<Arithmetic model={model} view={view} full={fullPrecision} />}
      stretches={[
        { id: 'up', label: WORDS.up[language], steps: up, role: 'output' },
        { id: 'down', label: WORDS.down[language], steps: down, role: 'gradient' },
      ]}
      controls={<Controls model={model} setParams={store.actions.setParams} />}
      caption={caption}
      spoken={`${caption} ${line}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => latexOf(model),
      }}
    >
      <div className="rf-stage">
        <div className="rf-left">
          <Follows>
            <StackDrawing model={model} view={view} />
            <Sizes model={model} view={view} />
          </Follows>
        </div>
        <Planes model={model} view={view} />
      </div>
    </Figure>
  );
}

/** The field as an outline; what lies outside the picture is cut off. */
function outline([first, last]: Range, side: number, role: 'window' | 'result') {
  const from = Math.max(0, first);
  const size = Math.min(side - 1, last) - from + 1;
  return { row: from, col: from, rows: Math.max(0, size), cols: Math.max(0, size), role };
}

/** The picture with the field on it, and beside it how many paths lead from each pixel. */
function Planes({ model, view }: { readonly model: FieldModel; readonly view: FieldView }) {
  const { language } = useFigure();
  const side = model.counts[0] as number;
  const asked = view.asked?.tensor === 'paths' && view.focus.layer > 0;
  const square = asked ? view.field : view.square;
  const middle = view.facts.middleRange;
  const seen = view.moment.stage === 'up' && !asked ? view.field : square;
  const known = (index: number): boolean =>
    view.known(0, Math.floor(index / side)) && view.known(0, index % side);
  const common = { rows: side, cols: side };
  return (
    <div className="rf-planes">
      <NumberGrid
        {...common}
        tensor="x"
        slot={250}
        values={model.picture}
        max={255}
        windows={[outline(seen, side, 'window')]}
        note={WORDS.square[language](seen[1] - seen[0] + 1)}
      />
      <NumberGrid
        {...common}
        tensor="dx"
        slot={304}
        name={WORDS.effective}
        values={model.dx.data}
        known={known}
        max={magnitude(model.dx.data)}
        windows={[
          outline(view.square, side, 'window'),
          ...(view.complete ? [outline(middle, side, 'result')] : []),
        ]}
        note={(view.complete ? WORDS.middle : WORDS.square)[language](
          view.complete ? view.facts.middle : view.facts.side,
        )}
      />
    </div>
  );
}

/** The rule, the line of the moment, and the facts that follow. */
function Arithmetic({
  model,
  view,
  full,
}: {
  readonly model: FieldModel;
  readonly view: FieldView;
  readonly full: boolean;
}) {
  const say = useSay();
  const lines = sizeLines(model, view.focus.layer);
  const edges = edgeLines(view);
  const facts = factLines(view.facts, full);
  const { sum } = view;
  return (
    <div className="equation-block rf-arithmetic">
      <div className="equation-rule">
        <Formula tex={ruleOf(view)} />
      </div>
      <div className="rf-line">
        {sum ? (
          <Equation
            target={{ tensor: sum.explanation.tensor, index: sum.explanation.index }}
            line={sum.line}
            partial={false}
            cellOf={(tensor, index) =>
              tensor === 'paths'
                ? { tensor, row: index[0] as number, col: index[1] as number }
                : { tensor: 'dy', row: index.at(-2) as number, col: index.at(-1) as number }
            }
          />
        ) : (
          <>
            <ExpressionRow head="r" of="output" line={lines.size} />
            <ExpressionRow head="J" of="output" line={lines.jump} />
          </>
        )}
      </div>
      <div className="rf-facts">
        <ExpressionRow head={say(WORDS.first)} line={edges.first} />
        <ExpressionRow head={say(WORDS.last)} line={edges.last} />
        {view.complete && (
          <>
            <ExpressionRow head={say(WORDS.spread)} of="gradient" line={facts.spread} />
            <ExpressionRow head={say(WORDS.share)} of="gradient" line={facts.share} />
            <ExpressionRow head={say(WORDS.area)} of="output" line={facts.area} />
          </>
        )}
      </div>
    </div>
  );
}
