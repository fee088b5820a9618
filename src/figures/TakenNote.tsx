import { useEffect, useState } from 'react';
import { printNumber } from '../formula/numbers.ts';
import { takenText } from '../formula/typed/typedText.ts';
import { useFigure } from './figureContext.ts';

interface TakenNoteProps {
  /** The number that was typed last, its cell, and the cells as they were then; null before the first. */
  readonly typed: {
    readonly index: number;
    readonly value: number;
    readonly before: ArrayLike<number>;
  } | null;
  readonly values: ArrayLike<number>;
  /** Centre of that cell, in percent of the drawing. */
  readonly at: readonly [left: number, top: number];
}

/** Says which number a cell took, where it is not the one that was typed into it. It fades by itself. */
export function TakenNote({ typed, values, at }: TakenNoteProps) {
  const { language } = useFigure();
  const [seen, setSeen] = useState(typed);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!typed || typed === seen || values === typed.before) return;
    setSeen(typed);
    const [asked, taken] = [typed.value, values[typed.index] as number].map((n) => printNumber(n).text);
    setSaid(asked === taken ? '' : takenText(asked as string, taken as string, language));
  }, [typed, seen, values, language]);
  if (!said) return null;
  return (
    <span className="cell-editor" style={{ left: `${at[0]}%`, top: `${at[1]}%` }}>
      <span role="status" className="cell-editor-said is-fading" onAnimationEnd={() => setSaid('')}>
        {said}
      </span>
    </span>
  );
}
