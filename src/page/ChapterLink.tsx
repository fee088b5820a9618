import type { Language } from '../language/language.ts';
import type { Chapter } from './chapters.ts';
import { WORDS } from './words.ts';

interface ChapterLinkProps {
  readonly to: Chapter | undefined;
  readonly way: 'previous' | 'next';
  readonly language: Language;
  /** An arrow and a number instead of the title. */
  readonly short?: boolean;
}

const ARROWS = { previous: '←', next: '→' } as const;

/** A link to the chapter before or after; nothing where there is none. */
export function ChapterLink({ to, way, language, short = false }: ChapterLinkProps) {
  if (!to) return null;
  const arrow = <span aria-hidden="true">{ARROWS[way]}</span>;
  if (short)
    return (
      <a
        className={`chapter-arrow ${way}`}
        href={`#${to.id}`}
        aria-label={`${WORDS[way][language]}: ${to.number} · ${to.title}`}
        title={`${to.number} · ${to.title}`}
      >
        {arrow}
      </a>
    );
  return (
    <a className={`chapter-link ${way}`} href={`#${to.id}`} rel={way === 'next' ? 'next' : 'prev'}>
      <span className="chapter-link-way">{WORDS[way][language]}</span>
      <span className="chapter-link-title">
        {way === 'previous' && arrow} {to.number} · {to.title} {way === 'next' && arrow}
      </span>
    </a>
  );
}
