import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { Figure, type SceneProps } from '../../figures/Figure.tsx';
import { Follows } from '../../figures/Follows.tsx';
import { SceneRoot } from '../../figures/SceneRoot.tsx';
import { expressionText } from '../../formula/expression.ts';
import { Formula } from '../../formula/Formula.tsx';
import type { Picture } from '../../kit/picture/picture.ts';
import type { Language } from '../../language/language.ts';
import type { CellRef, FigureStore } from '../../playback/figureStore.ts';
import { Controls } from './Controls.tsx';
import { numpyCode, pytorchCode } from './code.ts';
import { GREY_RULE, linesTex, offsetRule } from './formula.ts';
import { Memory } from './Memory.tsx';
import type { PixelModel, PixelParams } from './model.ts';
import { ORDERS } from './orders.ts';
import { Photo } from './Photo.tsx';
import { Planes } from './Planes.tsx';
import { pixelTensor } from './playable.ts';
import { type Bytes, patchAt } from './sources.ts';
import { channelOf, type PixelView, viewAt } from './view.ts';
import { captionOf, stretchName, WORDS } from './words.ts';

type Store = FigureStore<PixelParams, PixelModel>;

/** The figure `pixel-tensor`: a photograph as three matrices, and those as one row of memory. */
export default function PixelTensorScene({ language, number }: SceneProps) {
  return (
    <SceneRoot scene={pixelTensor} language={language}>
      {(store) => <PixelTensor store={store} language={language} number={number} />}
    </SceneRoot>
  );
}

function PixelTensor({ store, language, number }: SceneProps & { readonly store: Store }) {
  const { model, position, pinned, pointed, playing, fullPrecision } = useStore(store);
  const asked = playing ? null : (pointed ?? pinned);
  const view = useMemo(
    () => viewAt(model, position, asked, fullPrecision),
    [model, position, asked, fullPrecision],
  );
  const [own, setOwn] = useState<Picture | null>(null);
  const { params } = model;
  const { setParams } = store.actions;
  const picture = params.source === 'own' ? own : model.picture;
  const caption = captionOf(model, view, language);
  const edit = (channel: number, index: number, value: number): void =>
    setParams({ x: edited(model, view.place.n, channel, index, value) });
  return (
    <Figure
      title={WORDS.title}
      number={number}
      className="scene-pixel-tensor"
      // The lines from the loupe to its pixels are measured again only when it moves.
      moment={`${params.row},${params.col},${params.size},${picture?.width},${picture?.height}`}
      equation={<Lines view={view} language={language} />}
      stretches={ORDERS.map((order) => ({
        id: order,
        label: stretchName(order, language),
        steps: model.cells,
        role: 'input',
      }))}
      controls={
        <Controls
          params={params}
          picture={picture}
          hasOwn={own !== null}
          setParams={setParams}
          onLoupe={(change) => setParams(loupe(params, own, change))}
          onSource={(source) => setParams(source === 'own' && own ? opened(own, params) : { source })}
          onPicture={(next) => {
            setOwn(next);
            setParams(opened(next, params));
          }}
        />
      }
      caption={caption}
      spoken={`${caption} ${ORDERS.map((order) => expressionText(view.offsets[order])).join(' ')}`}
      copies={{
        pytorch: () => pytorchCode(model, view),
        numpy: () => numpyCode(model, view),
        latex: () => linesTex(view),
      }}
      pinnedValue={editorOf(view, pinned, edit)}
    >
      <div className="pt-stage">
        <div className="pt-source">
          <div className="grid-title">
            <span className="grid-name">{WORDS.photo[language]}</span>
            {picture && (
              <span className="grid-note">{WORDS.pixelCount[language](picture.width, picture.height)}</span>
            )}
          </div>
          <Photo
            picture={picture ?? patchAlone(model)}
            seen={params.seen}
            row={picture ? params.row : 0}
            col={picture ? params.col : 0}
            size={params.size}
            fixed={picture === null}
            waiting={params.source === 'nile'}
            onMove={(row, col) => setParams(loupe(params, own, { row, col }))}
          />
          {!picture && <p className="pt-only-patch">{WORDS.onlyPatch[language]}</p>}
        </div>
        <Planes model={model} view={view} onEdit={edit} />
        <div className="pt-memories">
          <Follows>
            {ORDERS.map((order) => (
              <Memory key={order} model={model} view={view} order={order} />
            ))}
          </Follows>
        </div>
      </div>
    </Figure>
  );
}

/** The arithmetic of the number that is followed: its two addresses, its place in 0–1, its pixel's grey. */
function Lines({ view, language }: { readonly view: PixelView; readonly language: Language }) {
  const { h, w } = view.place;
  return (
    <div className="equation-block pt-lines">
      {ORDERS.map((order) => (
        <div key={order} className="pt-line">
          <ExpressionRow head={WORDS.addressHead[order][language]} of="input" line={view.offsets[order]} />
          <div className="equation-rule">
            <Formula tex={offsetRule(order)} />
          </div>
        </div>
      ))}
      <ExpressionRow head={WORDS.scaling[language]} of="input" line={view.scaling} digits />
      <div className="equation-rule pt-grey-rule">
        {WORDS.grey[language]} <Formula tex={GREY_RULE} />
      </div>
      <Equation
        target={{ tensor: 'grey', index: [h, w] }}
        line={view.greyLine}
        partial={false}
        cellOf={(tensor, index) =>
          tensor === 'x'
            ? { tensor: `x_${index[1]}`, row: h, col: w }
            : { tensor: 'w', row: 0, col: index[1] ?? 0 }
        }
      />
    </div>
  );
}

/** The patch as a picture of its own: all that a link knows of somebody's own picture. */
function patchAlone({ params, x }: PixelModel): Bytes {
  const { size } = params;
  const plane = size * size;
  return {
    width: size,
    height: size,
    rgb: Array.from({ length: 3 * plane }, (_, i) => x.data[(i % 3) * plane + Math.floor(i / 3)] as number),
  };
}

/** The loupe somewhere else, or of another size. The reader's picture hands its bytes over. */
function loupe(
  params: PixelParams,
  own: Picture | null,
  change: Partial<Pick<PixelParams, 'row' | 'col' | 'size'>>,
): Partial<PixelParams> {
  if (params.source !== 'own' || !own) return change;
  const { row, col, size } = { ...params, ...change };
  const r = Math.min(row, own.height - size);
  const c = Math.min(col, own.width - size);
  return { x: patchAt(own, r, c, size), row: r, col: c, size };
}

/** A picture that has just been opened, with the loupe in its middle. */
const opened = (own: Picture, params: PixelParams): Partial<PixelParams> => ({
  source: 'own',
  ...loupe({ ...params, source: 'own' }, own, {
    row: Math.floor((own.height - params.size) / 2),
    col: Math.floor((own.width - params.size) / 2),
  }),
});

/** The bytes of the patch with one of them changed; a number from 0 to 1 means that part of 255. */
function edited(
  { params, x }: PixelModel,
  n: number,
  channel: number,
  index: number,
  value: number,
): number[] {
  const { size, scale } = params;
  const column = index % size;
  // The second picture of the batch is the patch mirrored.
  const at = channel * size * size + index - column + (n === 0 ? column : size - 1 - column);
  const byte = Math.min(255, Math.max(0, Math.round(scale === 'unit' ? value * 255 : value)));
  return Array.from(x.data.subarray(0, 3 * size * size), (old, i) => (i === at ? byte : old));
}

/** The field for a pinned number of a matrix. */
function editorOf(
  view: PixelView,
  pinned: CellRef | null,
  edit: (channel: number, index: number, value: number) => void,
) {
  const channel = pinned ? channelOf(pinned.tensor) : undefined;
  const [, , rows = 0, cols = 0] = view.shown.shape;
  if (!pinned || channel === undefined || pinned.row >= rows || pinned.col >= cols) return undefined;
  return {
    value: view.shown.at(view.place.n, channel, pinned.row, pinned.col),
    onChange: (value: number): void => edit(channel, pinned.row * cols + pinned.col, value),
  };
}
