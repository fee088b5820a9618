import type { ReactNode } from 'react';
import { type ExpressionLine, expressionText } from '../formula/expression.ts';
import type { Role } from '../formula/symbols.ts';
import { useFigure, useFigureState, useSay } from './figureContext.ts';

interface ExpressionRowProps {
  /** What the line computes: a name, a letter with its index. */
  readonly head: ReactNode;
  readonly of?: Role;
  readonly line: ExpressionLine;
  /** Offer to show all digits. */
  readonly digits?: boolean;
}

const WORDS = { full: { en: 'all digits', zh: '全部数位' } } as const;

/** One line of arithmetic that is no plain sum of products: sizes, functions, ratios. It closes, or says ≈. */
export function ExpressionRow({ head, of = 'plain', line, digits = false }: ExpressionRowProps) {
  const { store } = useFigure();
  const say = useSay();
  const full = useFigureState((state) => state.fullPrecision);
  return (
    <div className="expression">
      <span className={`expression-head role-${of}`}>{head}</span>
      <span className="expression-line" data-arithmetic="">
        {expressionText(line)}
      </span>
      {digits && (
        <button
          type="button"
          className="precision"
          aria-pressed={full}
          onClick={() => store.actions.setFullPrecision(!full)}
        >
          {say(WORDS.full)}
        </button>
      )}
    </div>
  );
}
