import { Letter } from '../../kit/grid/Letter.tsx';
import { useFigure } from '../../kit/scene/context.ts';
import { type Box, cellBox, type GridBox } from '../../kit/stage/boxes.ts';
import { textWidth } from '../../kit/stage/textWidth.ts';
import { TITLE_HEIGHT, TITLE_SIZE, titleText } from '../../kit/stage/title.ts';
import { TRANSLATED } from '../../kit/stage/untranslated.ts';
import { Arrow } from '../../kit/window/Arrow.tsx';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import type { GridId, ShiftModel } from './model.ts';
import type { ShiftParams } from './parameters.ts';
import { WORDS } from './words.ts';

/** Between a grid and an arrow, and where grids stand close together. */
const CLEAR = 7;
const CLOSE = 2;

interface RouteProps {
  readonly from: GridBox;
  readonly to: GridBox;
  /** What is done on the way: a word, or a letter of the formulas. */
  readonly word?: string;
  readonly letter?: string;
}

/** An arrow from one corner of the square to the next, to the right or down, with what is done on the way. */
function Route({ from, to, word, letter }: RouteProps) {
  const isLevel = to.x >= from.x + from.width;
  const y = (from.y + to.y + (from.height + to.height) / 2) / 2;
  const x = to.x + to.width * 0.72;
  const clear = to.x - from.x - from.width > 30 ? CLEAR : CLOSE;
  const start = isLevel ? [from.x + from.width + clear, y] : [x, from.y + from.height + CLEAR / 2];
  const end = isLevel ? [to.x - clear, y] : [x, to.y - (to.title === 'above' ? TITLE_HEIGHT : CLEAR / 2)];
  const at = isLevel
    ? { x: ((start[0] as number) + (end[0] as number)) / 2, y: y - 10, textAnchor: 'middle' as const }
    : { x: x + 9, y: ((start[1] as number) + (end[1] as number)) / 2 + 5, textAnchor: 'start' as const };
  return (
    <g className="route">
      <Arrow from={[start[0] as number, start[1] as number]} to={[end[0] as number, end[1] as number]} />
      {word && (
        <text {...at} {...TRANSLATED}>
          {word}
        </text>
      )}
      {letter && (
        <text {...at}>
          <Letter text={letter} />
        </text>
      )}
    </g>
  );
}

interface RoutesProps {
  readonly boxes: Readonly<Record<GridId, GridBox>>;
  readonly model: ShiftModel;
  /** What the layer does; null: there is no room for words. */
  readonly verb: string | null;
}

/** Two ways from the picture to an output of the moved picture, and their difference. */
export function Routes({ boxes, model, verb }: RoutesProps) {
  const { x, shifted, y, yshifted, shiftedy, mismatch } = boxes;
  const { stride } = model.settings;
  const letters = verb !== null;
  return (
    <g aria-hidden="true">
      <Route from={x} to={y} {...(letters && { word: verb })} />
      <Route from={x} to={shifted} letter="T_τ" />
      <Route from={y} to={shiftedy} {...(letters && { letter: stride === 1 ? 'T_τ' : `T_{τ/${stride}}` })} />
      <Route from={shifted} to={yshifted} {...(letters && { word: verb })} />
      <Route from={yshifted} to={mismatch} {...(letters && { word: '−' })} />
      <Route from={shiftedy} to={mismatch} word="−" />
    </g>
  );
}

const NAMES: Readonly<Record<GridId, string>> = {
  x: 'x',
  shifted: 'T_τ x',
  y: 'y(x)',
  yshifted: 'y(T_τ x)',
  shiftedy: 'T_τ y(x)',
  mismatch: 'Δ',
};

/** Says behind the name of the shifted input that it can be dragged. */
export function DragNote({ box }: { readonly box: GridBox }) {
  const { language } = useFigure();
  const { name, letter } = titleText({ id: 'shifted' }, language);
  return (
    <text
      className="grid-note"
      x={box.x + textWidth(`${name} ${letter}`, TITLE_SIZE, true) + 4}
      y={box.y - 9}
      {...TRANSLATED}
    >
      {WORDS.drag[language]}
    </text>
  );
}

/** Where there is no room for names, the letter alone stands above a grid. */
export function ShortName({ id, box }: { readonly id: GridId; readonly box: Box }) {
  return (
    <text className="grid-title role-plain" x={box.x} y={box.y - 6}>
      <Letter text={NAMES[id]} />
    </text>
  );
}

/** How far the shifted input has come, measured at its edge. */
export function MovedBy({ box, params }: { readonly box: GridBox; readonly params: ShiftParams }) {
  const { down, right } = params;
  const { x, y } = cellBox(box, 0, 0);
  const inner = Math.min(12, box.cell / 2);
  const far = (by: number, length: number): number => (by < 0 ? length : 0);
  const [left, top] = [x + far(right, box.width), y + far(down, box.height)];
  return (
    <>
      {down !== 0 && (
        <DimensionLine
          from={[x + inner, top]}
          to={[x + inner, top + down * box.cell]}
          text={String(Math.abs(down))}
        />
      )}
      {right !== 0 && (
        <DimensionLine
          from={[left, y + inner]}
          to={[left + right * box.cell, y + inner]}
          text={String(Math.abs(right))}
        />
      )}
    </>
  );
}
