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
    <ol className="contents">
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <a className="contents-chapter" href={`#${chapter.id}`}>
            {chapter.number} · {chapter.title}
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
      <li>
        <a className="contents-chapter" href="#references">
          {WORDS.references[language]}
        </a>
      </li>
    </ol>
  );
}
