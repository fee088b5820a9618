import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { useFigure, useFigureState, useNow, useSay } from '../scene/context.ts';
import type { Equation, SumEquation } from '../scene/view.ts';
import { currentTerm } from './currentTerm.ts';
import { GroupedDigits } from './GroupedDigits.tsx';

const WORDS = {
  soFar: { en: 'so far', zh: '到目前为止' },
  full: { en: 'All digits', zh: '全部数位' },
} as const;

/** What each line comes to, fixed at the right; two lines with one result say it once. */
export function Results({ equations }: { readonly equations: readonly Equation[] }) {
  const { store } = useFigure();
  const say = useSay();
  const full = useFigureState((state) => state.fullPrecision);
  const texts = equations.map(resultText);
  return (
    <div className="line-end">
      {equations.map((equation, i) =>
        texts.indexOf(texts[i] as string) === i ? <Outcome key={String(i)} equation={equation} /> : null,
      )}
      {new Set(texts).size < 2 && (
        <button
          type="button"
          className="kit-text-button line-digits"
          aria-pressed={full}
          onClick={() => store.actions.setFullPrecision(!full)}
        >
          {say(WORDS.full)}
        </button>
      )}
    </div>
  );
}

/** The result as it is printed. */
export const resultText = (equation: Equation): string =>
  equation.kind === 'sum' ? equation.line.result.text : equation.result;

/** What comes out; of a sum that is not complete, what it is so far and what is on its way to it. */
function Outcome({ equation }: { readonly equation: Equation }) {
  return (
    <span className="line-result">
      <span className="line-result-head">{equation.head}</span>
      {equation.kind === 'sum' ? (
        <SumResult equation={equation} />
      ) : (
        <>
          <span className="line-sign">{equation.sign}</span>
          <b>
            <GroupedDigits text={equation.result} />
          </b>
        </>
      )}
    </span>
  );
}

function SumResult({ equation }: { readonly equation: SumEquation }) {
  const say = useSay();
  const { moment } = useNow();
  const full = useFigureState((state) => state.fullPrecision);
  const { line, terms, done } = equation;
  const isPartial = done < terms.length;
  const { index, fraction } = currentTerm(equation, moment);
  const coming = fraction < 1 ? terms[index]?.value : undefined;
  return (
    <>
      {isPartial ? <small>{say(WORDS.soFar)}</small> : <span className="line-sign">{line.sign}</span>}
      <b>{line.result.text}</b>
      {coming !== undefined && (
        <span className="line-coming">{`+ ${operand(printNumber(coming, { full }).text)}`}</span>
      )}
    </>
  );
}
