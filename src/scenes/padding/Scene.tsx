import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { stripHasText, WindowStrip } from '../../figures/WindowStrip.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf, sizeRows } from './formula.ts';
import { Grids } from './Grids.tsx';
import type { PaddingModel, PaddingParams } from './model.ts';
import { padding } from './playable.ts';
import { stripCells, stripWindows } from './strip.ts';
import { askedColumn, viewAt } from './view.ts';
import { captionOf, oddNote, ROW_HEADS, stripLabel, WORDS } from './words.ts';

type Store = FigureStore<PaddingParams, PaddingModel>;

/** The figure `padding`: how far a window may hang over the edge, and what it finds there. */
export default function PaddingScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={padding} language={language}>
      {(store) => <Padding store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Padding({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pinned ?? pointed);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const cells = useMemo(() => stripCells(model), [model]);
  const windows = useMemo(() => stripWindows(model), [model]);
  const { params } = model;
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-padding"
      moment={view}
      equation={
        <div className="equation-block">
          <div className="equation-rule">
            <Formula tex={ruleOf(model, view)} />
          </div>
          <Equation target={view.explanation} line={view.line} partial={view.partial} />
        </div>
      }
      stretches={[{ id: 'windows', label: WORDS.windows[language], steps: model.out ** 2, role: 'output' }]}
      controls={<Controls model={model} setParams={store.actions.setParams} />}
      caption={caption}
      spoken={`${caption} ${lineText(view.line)}`}
      copies={{
        pytorch: () => pytorchCode(model),
        numpy: () => numpyCode(model),
        latex: () => lineTex(view),
      }}
      onNewNumbers={() =>
        store.actions.setParams({
          seed: (params.seed % 9999) + 1,
          source: 'numbers',
          ...(params.source === 'numbers' ? {} : { input: 7 }),
        })
      }
    >
      <div className="pad-top">
        <div className="pad-strip">
          <p className="pad-strip-head" data-picture-text="">
            {WORDS.stripHead[language]}
          </p>
          <Follows>
            <WindowStrip
              cells={cells}
              windows={windows}
              current={view.question && view.question.kind !== 'window' ? null : view.window.col}
              column={askedColumn(model, view)}
              label={stripLabel(model, language)}
            />
          </Follows>
          <p className="pad-note">{stripHasText(cells.length) ? WORDS.stripFoot[language] : '\u00a0'}</p>
        </div>
        <div className="pad-rows">
          {sizeRows(model, view.question).map(({ id, line }) => (
            <div className="pad-row" key={id} data-row-id={id}>
              <ExpressionRow head={ROW_HEADS[id][language]} line={line} />
              {id === 'after' && <span className="pad-odd">{oddNote(model, language)}</span>}
            </div>
          ))}
        </div>
      </div>
      <Grids model={model} view={view} />
    </Figure>
  );
}
