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
import { symbolOf } from '../../formula/symbols.ts';
import type { FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf, sizeRows } from './formula.ts';
import { Grids } from './Grids.tsx';
import type { StrideModel, StrideParams } from './model.ts';
import { lengthOf } from './passes.ts';
import { stride } from './playable.ts';
import { stripCells, stripWindows } from './strip.ts';
import { type StrideView, viewAt } from './view.ts';
import { captionOf, ROW_HEADS, stripLabel, WORDS } from './words.ts';

type Store = FigureStore<StrideParams, StrideModel>;

/** The figure `stride`: the stops of the window, and the same numbers picked from the output at stride 1. */
export default function StrideScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={stride} language={language}>
      {(store) => <Stride store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function Stride({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pinned ?? pointed);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const { params } = model;
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-stride"
      moment={view}
      equation={
        <div className="equation-block">
          <div className="equation-rule">
            <Formula tex={ruleOf(model, view)} />
          </div>
          <Equation target={view.explanation} line={view.line} partial={view.partial} />
        </div>
      }
      stretches={[
        {
          id: 'stops',
          label: WORDS.stops[language](params.stride),
          steps: lengthOf(model, 'stops'),
          role: 'output',
        },
        {
          id: 'everyPlace',
          label: WORDS.everyPlace[language],
          steps: lengthOf(model, 'everyPlace'),
          role: 'input',
        },
      ]}
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
          ...(params.source === 'photo' ? { input: 8 } : {}),
        })
      }
    >
      <div className="stride-top">
        <Follows>
          <Strip model={model} view={view} language={language} />
        </Follows>
        <div className="stride-rows">
          {sizeRows(model).map(({ id, line }) => (
            <div className="stride-row" key={id}>
              <ExpressionRow head={ROW_HEADS[id][language]} line={line} />
            </div>
          ))}
        </div>
      </div>
      <Grids model={model} view={view} />
    </Figure>
  );
}

interface StripProps {
  readonly model: StrideModel;
  readonly view: StrideView;
  readonly language: SceneProps['language'];
}

/** One row of the pass that is going on; the window in the middle of things stands out. */
function Strip({ model, view, language }: StripProps) {
  const pass = view.window?.pass ?? 'stops';
  const cells = useMemo(() => stripCells(model), [model]);
  const { windows, dropped } = useMemo(() => stripWindows(model, pass), [model, pass]);
  return (
    <div className="stride-strip">
      <p className="stride-strip-head" data-picture-text="">
        {WORDS.stripHead[language]}
      </p>
      <WindowStrip
        cells={cells}
        windows={windows}
        dropped={dropped}
        current={view.window?.col ?? null}
        column={view.question?.kind === 'reads' ? view.question.col + model.params.padding : null}
        letter={symbolOf(pass === 'stops' ? 'y' : 'unstrided').plain}
        label={stripLabel(model, language)}
      />
      <p className="stride-note">{stripHasText(cells.length) ? WORDS.stripFoot[language] : '\u00a0'}</p>
    </div>
  );
}
