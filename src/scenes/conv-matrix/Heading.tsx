import { symbolOf } from '../../formula/symbols.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { TRANSLATED } from '../../kit/stage/untranslated.ts';
import type { Language } from '../../language/language.ts';
import type { MatrixModel, Pass } from './model.ts';
import { shapeOf } from './words.ts';

interface HeadingProps {
  readonly box: Box;
  readonly model: MatrixModel;
  readonly pass: Pass;
  readonly language: Language;
}

/** A piece of a formula: a symbol of the table in its colour, with what is raised or lowered behind it, or plain text. */
type Piece = string | { readonly id: string; readonly raised?: string; readonly lowered?: string };

const vec = (id: string): Piece[] => ['vec(', { id }, ')'];

/** Forwards 𝒞 vec(x) = vec(y), backwards 𝒞ᵀ vec(∂y) = vec(∂x); by im2col w X = y and ∂X = wᵀ ∂y (Chellapilla, Puri & Simard 2006). */
const FORMULAS: Readonly<Record<'matrix' | 'patches', Readonly<Record<Pass, readonly Piece[]>>>> = {
  matrix: {
    forward: [{ id: 'C' }, ' ', ...vec('x'), ' = ', ...vec('y')],
    backward: [{ id: 'C', raised: '⊤' }, ' ', ...vec('dy'), ' = ', ...vec('dx')],
  },
  patches: {
    forward: [{ id: 'w' }, ' ', { id: 'Xcol', lowered: 'col' }, ' = ', { id: 'y' }],
    backward: [{ id: 'dXcol', lowered: 'col' }, ' = ', { id: 'w', raised: '⊤' }, ' ', { id: 'dy' }],
  },
};

/** The product that is drawn below, in symbols, and the shape of its matrix. */
export function Heading({ box, model, pass, language }: HeadingProps) {
  const { view } = model.params;
  const { inputs, outputs, taps } = model;
  const shape =
    view === 'patches'
      ? shapeOf(taps, outputs)
      : pass === 'forward'
        ? shapeOf(outputs, inputs)
        : shapeOf(inputs, outputs);
  return (
    <text className="conv-matrix-heading" x={box.x} y={box.y + 15}>
      {FORMULAS[view][pass].map((piece, i) =>
        typeof piece === 'string' ? (
          <tspan key={String(i)}>{piece}</tspan>
        ) : (
          <Sign key={String(i)} {...piece} />
        ),
      )}
      <tspan className="grid-note" dx={14} {...TRANSLATED}>
        {view === 'patches' ? `im2col: ${shape[language]}` : shape[language]}
      </tspan>
    </text>
  );
}

function Sign({ id, raised, lowered }: Exclude<Piece, string>) {
  const { plain, role } = symbolOf(id);
  const small = raised ?? lowered;
  const by = raised ? -5 : 4;
  return (
    <tspan className={`role-${role}`}>
      <tspan className="grid-letter">{plain}</tspan>
      {small && (
        <>
          <tspan className="conv-matrix-small" dy={by}>
            {small}
          </tspan>
          {/* What follows stands on the line again. */}
          <tspan dy={-by}>{'\u200b'}</tspan>
        </>
      )}
    </tspan>
  );
}
