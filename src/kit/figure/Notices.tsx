import { useEffect, useState } from 'react';
import { listOf, type Text } from '../../language/language.ts';
import type { Resource } from '../../playback/resources.ts';
import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';

const WORDS = {
  link: {
    en: (names: string) =>
      `This link asked for something the figure does not have (${names}). The nearest values were taken.`,
    zh: (names: string) => `链接里有这幅图不支持的值（${names}），已改用最接近的值。`,
  },
  position: { en: 'Position', zh: '位置' },
  pin: { en: 'Pinned number', zh: '固定的数' },
  again: { en: 'Try again', zh: '再试一次' },
  close: { en: 'Close', zh: '关闭' },
} as const;

/** What a link could not have, and what did not arrive. Lies over the head, so that nothing moves. */
export function Notices() {
  const { scene, store, language } = useFigure();
  const say = useSay();
  const problems = useFigureState((state) => state.linkProblems);
  const resources = useFigureState((state) => state.resources) as Record<string, Resource<unknown>>;
  const nameOf = (id: string): string => {
    if (id === 'position' || id === 'pin') return say(WORDS[id]);
    const label: Text | undefined = scene.params[id]?.label;
    return label ? say(label) : id;
  };
  const failed = Object.entries(resources).flatMap(([name, one]) =>
    one.state === 'failed' ? [{ text: say(one.message), isFetched: scene.resources?.[name]?.isFetched }] : [],
  );
  // Several may wait for the same file.
  const failures = new Set(failed.map(({ text }) => text));
  const linkText = problems.length > 0 ? [WORDS.link[language](listOf(problems.map(nameOf), language))] : [];
  const text = [...linkText, ...failures].join(' ');
  const [closed, setClosed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link, another notice
  useEffect(() => setClosed(false), [problems, text]);
  if (text === '' || closed) return null;
  return (
    <div className="frame-notice" role="status">
      <p>{text}</p>
      {failed.some(({ isFetched }) => isFetched) && (
        <button type="button" className="kit-button" onClick={() => store.actions.askAgain()}>
          {say(WORDS.again)}
        </button>
      )}
      <IconButton icon="close" label={WORDS.close} onClick={() => setClosed(true)} />
    </div>
  );
}
