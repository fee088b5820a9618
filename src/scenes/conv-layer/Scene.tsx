import { useMemo } from 'react';
import { useStore } from 'zustand';
import { cellName, Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { lineText } from '../../formula/arithmetic.ts';
import { expressionText } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { lineTex, ruleOf } from './formula.ts';
import { Gallery } from './Gallery.tsx';
import type { LayerModel, LayerParams } from './model.ts';
import { convLayer } from './playable.ts';
import { Stage } from './Stage.tsx';
import { type LayerView, viewAt } from './view.ts';
import { captionOf, STAGE_NAMES, WORDS } from './words.ts';

type Store = FigureStore<LayerParams, LayerModel>;

/** The figure `conv-layer`: every number of one layer, from the digit to the activations. */
export default function ConvLayerScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={convLayer} language={language}>
      {(store) => <Layer store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

const ROLES = { cell: 'weight', map: 'output', maps: 'output' } as const;

function Layer({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const view = useMemo(() => {
    const asked = playing ? { pointed: null, pinned: null } : { pointed, pinned };
    return viewAt(model, position, asked, fullPrecision);
  }, [model, position, pinned, pointed, playing, fullPrecision]);
  const { actions } = store;
  const caption = captionOf(model, view, language);
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-conv-layer"
      equation={<Lines model={model} view={view} />}
      stretches={model.stages.map(({ id, steps }) => ({
        id,
        label: STAGE_NAMES[id][language],
        steps,
        role: ROLES[id],
      }))}
      controls={<Controls model={model} setParams={actions.setParams} />}
      caption={caption}
      spoken={[caption, lineText(view.line), view.bend ? expressionText(view.bend) : ''].join(' ').trim()}
      copies={{
        pytorch: () => pytorchCode(model, view.place),
        numpy: () => numpyCode(model, view.place),
        latex: () => lineTex(view),
      }}
    >
      <Stage model={model} view={view} />
      <Follows atRest>
        <Gallery model={model} view={view} onChoose={(filter) => actions.setParams({ filter })} />
      </Follows>
    </Figure>
  );
}

/** The layer's two lines, with symbols and with numbers, and what it costs. */
function Lines({ model, view }: { readonly model: LayerModel; readonly view: LayerView }) {
  const say = useSay();
  const f = model.params.filter;
  const { explanation, place } = view;
  const cellOf = (tensor: string, index: readonly number[]): CellRef => {
    if (tensor === 'b') return { tensor, row: 0, col: 0 };
    const [row = 0, col = 0] = index.slice(-2);
    return { tensor: tensor === 'w' ? `w_${f}_0` : tensor, row, col };
  };
  return (
    <>
      <div className="equation-block">
        <div className="equation-rule">
          <Formula tex={ruleOf(model)} />
        </div>
        <Equation
          target={{ tensor: `pre_${f}`, index: explanation.index }}
          line={view.line}
          partial={view.partial}
          cellOf={cellOf}
        />
        <div className="layer-bend">
          {view.bend && (
            <ExpressionRow
              head={`${cellName(`act_${f}`, [place.row, place.col])} = φ(z)`}
              of="output"
              line={view.bend}
            />
          )}
        </div>
      </div>
      <section className="layer-accounts" aria-label={say(WORDS.costs)}>
        <Follows>
          {view.accounts.map(({ head, of, line }) => (
            <ExpressionRow key={head.en} head={say(head)} of={of} line={line} />
          ))}
        </Follows>
      </section>
    </>
  );
}
