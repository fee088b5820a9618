import type { Chapter } from '../manifest/chapters.ts';
import type { PageContext } from '../pages/page.ts';
import { WORDS } from '../words.ts';
import { ThemeButton } from './ThemeButton.tsx';

interface MenuProps {
  readonly context: PageContext;
  readonly current: Chapter | undefined;
}

/** `3 / 19 Title ▾`: opens all chapters and the sections of this one. */
export function ChapterMenu({ context, current }: MenuProps) {
  const { manifest } = context;
  const { language, total } = manifest;
  return (
    <details className="menu">
      <summary>
        {current ? (
          <>
            <span className="menu-place">
              {current.number} / {total}
            </span>{' '}
            <span className="menu-title">{current.title}</span>
          </>
        ) : (
          <span className="menu-title">{WORDS.chapters[language]}</span>
        )}
      </summary>
      <nav className="contents" aria-label={WORDS.contents[language]} data-read={WORDS.read[language]}>
        <ChapterList context={context} current={current} />
        <OtherPages context={context} />
      </nav>
    </details>
  );
}

function ChapterList({ context: { manifest, links }, current }: MenuProps) {
  const { language, chapters, announced } = manifest;
  // A chapter may be there before those that come in front of it.
  const entries = [
    ...chapters.map((chapter) => ({
      number: chapter.number,
      entry: (
        <ChapterEntry chapter={chapter} href={links.page(chapter.slug)} isCurrent={chapter === current} />
      ),
    })),
    ...announced.map(({ number, title }) => ({
      number,
      entry: (
        <span className="contents-chapter to-come">
          <span className="contents-number">{number}</span>
          {title[language]}
          <span className="visually-hidden"> ({WORDS.toCome[language]})</span>
        </span>
      ),
    })),
  ].sort((a, b) => a.number - b.number);
  return (
    <ol className="contents-chapters">
      {entries.map(({ number, entry }) => (
        <li key={number}>{entry}</li>
      ))}
    </ol>
  );
}

function ChapterEntry({
  chapter: { number, title, sections },
  href,
  isCurrent,
}: {
  readonly chapter: Chapter;
  readonly href: string;
  readonly isCurrent: boolean;
}) {
  return (
    <>
      <a
        className="contents-chapter"
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        data-sections={sections.map(({ id }) => id).join(' ')}
      >
        <span className="contents-number">{number}</span>
        {title}
      </a>
      {isCurrent && (
        <ol>
          {sections.map(({ id, title: name }) => (
            <li key={id}>
              <a href={`#${id}`} data-sections={id}>
                {name}
              </a>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function OtherPages({ context: { manifest, links, id } }: { readonly context: PageContext }) {
  const { language } = manifest;
  return (
    <ul className="contents-pages">
      {(['glossary', 'references', 'print'] as const).map((name) => (
        <li key={name}>
          <a href={links.page(name)} aria-current={id.name === name ? 'page' : undefined}>
            {WORDS[name][language]}
          </a>
        </li>
      ))}
      <li className="narrow-only">
        <ThemeButton language={language} />
      </li>
    </ul>
  );
}
