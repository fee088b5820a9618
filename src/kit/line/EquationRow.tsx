import { useRef } from 'react';
import { Formula } from '../../formula/Formula.tsx';
import { useFigure, useFigureState, useNow, useSay } from '../scene/context.ts';
import type { SceneView } from '../scene/view.ts';
import { ExpressionLine } from './ExpressionLine.tsx';
import { equationText } from './equationText.ts';
import { Results, resultText } from './Result.tsx';
import { SumLine } from './SumLine.tsx';
import { useRovingFocus } from './useRovingFocus.ts';

const WORDS = {
  group: { en: 'The arithmetic of this step', zh: '这一步的算式' },
  hint: { en: 'Press a term to go to it', zh: '点一项，就到那一步' },
} as const;

/** Lines of arithmetic that have room below one another. */
const MOST_LINES = 2;

/**
 * The arithmetic of the moment: the rule in symbols, the same with numbers, the result at the right. While a slider is
 * held it shows what the slider measures. No translator may touch it: its numbers are found again by their elements.
 */
export function EquationRow() {
  const { scene } = useFigure();
  const { model, view } = useNow();
  const held = useFigureState((state) => state.held?.param ?? null);
  const sizes = held === null ? null : scene.sizes?.(model, held);
  if (sizes) return <SizesRow {...sizes} />;
  const rule = scene.formula?.(model, view);
  const equations = (view as SceneView).equations.slice(0, MOST_LINES);
  const [first] = equations;
  if (!first && rule === undefined) return null;
  return (
    <div className="line" translate="no" data-docks="" data-lines={equations.length}>
      <div className="line-text">
        {/* Two lines of numbers leave no room for the rule. */}
        {rule !== undefined && equations.length < MOST_LINES && (
          <div className="line-rule">
            <Formula tex={rule} />
            <Hint />
          </div>
        )}
        {first && <Lines />}
      </div>
      {first && <Results equations={equations} />}
      {equations.map((equation, i) => (
        <span key={String(i)} className="visually-hidden" data-arithmetic="">
          {equationText(equation)}
        </span>
      ))}
    </div>
  );
}

/** The numbers, as one group of buttons with one tab stop. */
function Lines() {
  const say = useSay();
  const { view } = useNow();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = useRovingFocus(group, '.is-current button');
  const equations = (view as SceneView).equations.slice(0, MOST_LINES);
  const shown = new Set(equations.map(resultText));
  // A result that stands at the right once, for both lines, stands at the end of the second too.
  const ends = (i: number): boolean => i >= shown.size;
  return (
    <div
      ref={group}
      className="line-numbers"
      role="toolbar"
      aria-label={say(WORDS.group)}
      data-own-keys=""
      onKeyDown={onKeyDown}
    >
      {equations.map((equation, i) =>
        equation.kind === 'sum' ? (
          <SumLine key={`sum${String(i)}`} equation={equation} ends={ends(i)} />
        ) : (
          <ExpressionLine key={`expression${String(i)}`} equation={equation} ends={ends(i)} />
        ),
      )}
    </div>
  );
}

function Hint() {
  const say = useSay();
  const { view } = useNow();
  const [first] = (view as SceneView).equations;
  if (first?.kind !== 'sum' || !first.positionOf) return null;
  return <span className="line-hint">{say(WORDS.hint)}</span>;
}

function SizesRow({
  tex,
  sentence,
}: {
  readonly tex: string;
  readonly sentence: { readonly en: string; readonly zh: string };
}) {
  const say = useSay();
  return (
    <div className="line is-sizes" data-docks="">
      <span className="line-sizes" translate="no">
        <Formula tex={tex} />
      </span>
      <span className="line-sentence">{say(sentence)}</span>
    </div>
  );
}
