import { operand, type PrintedTerm } from '../../formula/arithmetic.ts';
import { symbolOf } from '../../formula/symbols.ts';
import { useFigure, useNow } from '../scene/context.ts';
import type { SumEquation } from '../scene/view.ts';
import { currentTerm, middleTerm } from './currentTerm.ts';
import { Film } from './Film.tsx';
import { NumberButton } from './NumberButton.tsx';
import { placeName, subscripts } from './placeName.ts';

const WORDS = {
  first: {
    en: (count: number) => `(the first ${count}:)`,
    zh: (count: number) => `（前 ${count} 项：）`,
  },
  more: { en: (count: number) => `… ${count} more`, zh: (count: number) => `……还有 ${count} 项` },
  go: {
    en: (n: number, text: string) => `Go to term ${n}: ${text}`,
    zh: (n: number, text: string) => `到第 ${n} 项：${text}`,
  },
} as const;

interface SumLineProps {
  readonly equation: SumEquation;
  /** What it comes to stands at its end, once it is complete. */
  readonly ends: boolean;
}

/** A sum of products with its numbers: what has been added, the term of the moment in a ring, the others faint. */
export function SumLine({ equation, ends }: SumLineProps) {
  const { language } = useFigure();
  const { grids, moment } = useNow();
  const { line, target, terms, done } = equation;
  const { index: current, fraction } = currentTerm(equation, moment);
  const grid = grids.get(target.grid);
  const role = symbolOf(grid?.symbol ?? target.grid).role;
  const hidden = terms.length - done - line.pending.length;
  const all = [
    ...line.terms.map((term, i) => ({ term, at: line.beforeCount + i })),
    ...line.pending.map((term, i) => ({ term, at: done + i })),
  ];
  return (
    <Film middle={middleTerm(equation, current)} fraction={fraction}>
      {equation.way && <span className="line-way">{equation.way[language]}</span>}
      <span className={`line-head role-${role}`}>{equation.head}</span>
      <span className={`line-head role-${role}`}>{line.sign}</span>
      {line.before && (
        <span className="line-before">
          <small>{WORDS.first[language](line.beforeCount)}</small>
          <span>{operand(line.before.text)}</span>
        </span>
      )}
      {all.map(({ term, at }, i) => (
        <span key={at} className="line-item" data-term={at}>
          {(i > 0 || line.before) && <span className="line-plus">+</span>}
          <Term
            term={term}
            at={at}
            kind={at === current ? 'is-current' : at < done ? 'is-done' : 'is-pending'}
            equation={equation}
          />
        </span>
      ))}
      {hidden > 0 && <span className="line-more">{WORDS.more[language](hidden)}</span>}
      {ends && done === terms.length && (
        <span className="line-ends">
          {/* A sum of nothing has its sign already. */}
          {terms.length > 0 && <span className="line-sign">{line.sign}</span>}
          <b>{line.result.text}</b>
        </span>
      )}
    </Film>
  );
}

interface TermProps {
  readonly term: PrintedTerm;
  readonly at: number;
  readonly kind: string;
  readonly equation: SumEquation;
}

function Term({ term, at, kind, equation }: TermProps) {
  const { store, language } = useFigure();
  const { grids } = useNow();
  const position = equation.positionOf?.(at + 1) ?? null;
  const text = term.factors.map((factor) => operand(factor.text)).join(' × ');
  // A factor has its role's colour once it has happened.
  const isNothing = term.factors.some((factor) => factor.virtual);
  const isFaint = isNothing || kind === 'is-pending';
  return (
    <span className={`line-term ${kind}${isNothing ? ' is-nothing' : ''}`}>
      {position !== null && (
        <button
          type="button"
          tabIndex={-1}
          className="line-go"
          aria-label={WORDS.go[language](at + 1, text)}
          onClick={() => {
            store.actions.setPlaying(false);
            store.actions.seek(position);
          }}
        />
      )}
      {term.factors.map((factor, i) => {
        const place = equation.placeOf(factor.tensor, factor.index);
        const grid = place && grids.get(place.grid);
        const name =
          place && grid
            ? placeName(place, grid)
            : symbolOf(factor.tensor).plain + subscripts(factor.index.slice(-2));
        return (
          <span key={String(i)} className="line-factor">
            {i > 0 && <span className="line-times">×</span>}
            <NumberButton
              grid={place?.grid ?? null}
              plane={place?.plane ?? 0}
              row={place?.row ?? 0}
              col={place?.col ?? 0}
              name={name}
              text={operand(factor.text)}
              role={isFaint ? null : symbolOf(grid?.symbol ?? factor.tensor).role}
              isVirtual={factor.virtual !== undefined}
              position={position}
            />
          </span>
        );
      })}
    </span>
  );
}
