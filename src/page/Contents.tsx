import type { Language } from '../language/language.ts';
import type { Chapter } from './chapters.ts';
import { WORDS } from './words.ts';

interface ContentsProps {
  readonly language: Language;
  readonly chapters: readonly Chapter[];
}

/** The list of chapters and their sections. */
export function Contents({ language, chapters }: ContentsProps) {
  return (
    <ol className="contents" data-read={WORDS.read[language]}>
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <a className="contents-chapter" href={`#${chapter.id}`}>
            <span className="contents-number">{chapter.number}</span>
            {chapter.title}
          </a>
          <ol>
            {chapter.sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </li>
      ))}
      {(['glossary', 'references'] as const).map((id) => (
        <li key={id}>
          <a className="contents-chapter" href={`#${id}`}>
            {WORDS[id][language]}
          </a>
        </li>
      ))}
    </ol>
  );
}
