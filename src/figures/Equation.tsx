import { memo, useEffect, useRef } from 'react';
import { type Line, lineText, operand, type PrintedTerm } from '../formula/arithmetic.ts';
import { cellName } from '../formula/cellName.ts';
import { symbolOf } from '../formula/symbols.ts';
import type { CellRef } from '../playback/figureStore.ts';
import { useFigure, useFigureState, useSay } from './figureContext.ts';
import { useHydrated } from './useHydrated.ts';
import { useLate } from './useLate.ts';

interface EquationProps {
  /** The cell that the line makes. */
  readonly target: { readonly tensor: string; readonly index: readonly number[] };
  readonly line: Line;
  /** The sum is not complete yet. */
  readonly partial: boolean;
  /** The name of the number instead of its letter and index. */
  readonly head?: string;
  /** The cell of the page in which a factor stands; default: the last two places of its index, row and column. */
  readonly cellOf?: (tensor: string, index: readonly number[]) => CellRef;
}

const WORDS = {
  group: { en: 'The arithmetic of this step', zh: '这一步的算式' },
  soFar: { en: 'so far', zh: '（目前）' },
  full: { en: 'All digits', zh: '全部数位' },
  pending: { en: 'still to come', zh: '尚未加上' },
  first: {
    en: (count: number) => `(the first ${count}:)`,
    zh: (count: number) => `（前 ${count} 项：）`,
  },
  more: {
    en: (count: number) => `… ${count} more`,
    zh: (count: number) => `……还有 ${count} 项`,
  },
} as const;

export { cellName };

/** Row and column of a factor's cell: the last two places of its index. */
function refOf(tensor: string, index: readonly number[]): CellRef {
  const [row = 0, col = 0] = index.length > 1 ? index.slice(-2) : [0, index[0] ?? 0];
  return { tensor, row, col };
}

const sameCell = (a: CellRef | null, b: CellRef): boolean =>
  a !== null && a.tensor === b.tensor && a.row === b.row && a.col === b.col;

const MOST_PENDING = 24;

/**
 * The equation of the moment. Every number is a button that points at its cell, and lights up while
 * its cell is pointed at. The same line stands as plain text in `[data-arithmetic]`. When parameters change it is
 * written in the frame after theirs, as formulas are.
 */
export function Equation(props: EquationProps) {
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  return <EquationLine {...useLate(props, model, { much: () => alive }).shown} />;
}

const EquationLine = memo(function EquationLine({
  target,
  line,
  partial,
  head,
  cellOf = refOf,
}: EquationProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const pointed = useFigureState((state) => state.pointed);
  const full = useFigureState((state) => state.fullPrecision);
  const box = useRef<HTMLDivElement>(null);
  const done = line.terms.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new product scrolls into sight
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const scroller = box.current;
      const current = scroller?.querySelector<HTMLElement>('.term.current');
      if (!scroller || !current) return;
      const below = current.offsetTop + current.offsetHeight - scroller.clientHeight;
      if (below > scroller.scrollTop || current.offsetTop < scroller.scrollTop)
        scroller.scrollTop = Math.max(0, below + 8);
    });
    return () => cancelAnimationFrame(frame);
  }, [done, line.value]);

  const factorNode = (factor: PrintedTerm['factors'][number], position: number) => {
    const ref = cellOf(factor.tensor, factor.index);
    return (
      <span key={`${factor.tensor}${position}`}>
        {position > 0 && <span className="times"> × </span>}
        <Factor
          {...ref}
          name={cellName(ref.tensor, cellOf === refOf ? factor.index : [ref.row, ref.col])}
          text={factor.text}
          role={symbolOf(factor.tensor).role}
          isVirtual={Boolean(factor.virtual)}
          lit={sameCell(pointed, ref)}
        />
      </span>
    );
  };
  const termNode = (term: PrintedTerm, i: number, kind: 'done' | 'current' | 'pending') => (
    <span key={`${kind}${i}`} className={`term ${kind}`}>
      {term.factors.map(factorNode)}
    </span>
  );
  const pendingShown = line.pending.slice(0, MOST_PENDING);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="equation" role="group" aria-label={say(WORDS.group)}>
      <div className="equation-scroll" ref={box}>
        <span className={`equation-head role-${symbolOf(target.tensor).role}`}>
          {head ?? cellName(target.tensor, target.index)} {line.sign}{' '}
        </span>
        {line.before && (
          <span className="term before">
            <small>{WORDS.first[language](line.beforeCount)}</small> {operand(line.before.text)}
          </span>
        )}
        {line.terms.map((term, i) => (
          <span key={`t${String(i)}`}>
            {(i > 0 || line.before) && <span className="plus"> + </span>}
            {termNode(term, i, partial && i === done - 1 ? 'current' : 'done')}
          </span>
        ))}
        {pendingShown.length > 0 && (
          <span className="pending-terms" aria-hidden="true">
            {pendingShown.map((term, i) => (
              <span key={`p${String(i)}`}>
                {(i > 0 || done > 0 || line.before) && <span className="plus"> + </span>}
                <span className="term pending">{term.factors.map((f) => operand(f.text)).join(' × ')}</span>
              </span>
            ))}
            {line.pending.length > MOST_PENDING && ` + …`}
          </span>
        )}
      </div>
      <output className="equation-result">
        {line.sign} {line.result.text}
        {partial && <span className="so-far"> {say(WORDS.soFar)}</span>}
      </output>
      <button
        type="button"
        className="precision"
        aria-pressed={full}
        title={say(WORDS.full)}
        onClick={() => store.actions.setFullPrecision(!full)}
      >
        {language === 'en' ? 'all digits' : '全部数位'}
      </button>
      <span className="visually-hidden" data-arithmetic="">
        {lineText(line)}
      </span>
    </div>
  );
});

interface FactorProps extends CellRef {
  readonly name: string;
  readonly text: string;
  readonly role: string;
  /** A zero of the padding, which no cell of a grid holds. */
  readonly isVirtual: boolean;
  /** Its cell is pointed at. */
  readonly lit: boolean;
}

/** One number of a product. All properties are primitive, so that a step draws the new product and no other. */
const Factor = memo(function Factor(props: FactorProps) {
  const { tensor, row, col, name, text, role, isVirtual, lit } = props;
  const { store } = useFigure();
  const ref = { tensor, row, col };
  return (
    <button
      type="button"
      className={`factor role-${role}${isVirtual ? ' is-virtual' : ''}${lit ? ' lit' : ''}`}
      aria-label={`${name} = ${text}`}
      onPointerEnter={() => !isVirtual && store.actions.point(ref)}
      onPointerLeave={() => store.actions.point(null)}
      onFocus={(event) => {
        if (!isVirtual && event.target.matches(':focus-visible')) store.actions.point(ref);
      }}
      onBlur={() => store.actions.point(null)}
      onClick={() => !isVirtual && store.actions.pin(ref)}
    >
      {operand(text)}
    </button>
  );
});
