import { useEffect, useState } from 'react';
import { listOf } from '../language/language.ts';
import { useFigure, useFigureState } from './figureContext.ts';

const WORDS = {
  text: {
    en: (names: string) =>
      `This link asked for something the figure does not have (${names}). The nearest values were taken.`,
    zh: (names: string) => `链接里有这幅图不支持的值（${names}），已改用最接近的值。`,
  },
  close: { en: 'Close', zh: '关闭' },
} as const;

/** Says which parts of a link could not be had as asked. */
export function LinkNotice() {
  const { language } = useFigure();
  const problems = useFigureState((state) => state.linkProblems);
  const [closed, setClosed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link, another notice
  useEffect(() => setClosed(false), [problems]);
  if (problems.length === 0 || closed) return null;
  return (
    <p className="notice" role="status">
      {WORDS.text[language](listOf(problems, language))}
      <button type="button" onClick={() => setClosed(true)}>
        {WORDS.close[language]}
      </button>
    </p>
  );
}
