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
  return (
    <ol className="contents-chapters">
      {chapters.map((chapter) => (
        <li key={chapter.slug}>
          <a
            className="contents-chapter"
            href={links.page(chapter.slug)}
            aria-current={chapter === current ? 'page' : undefined}
            data-sections={chapter.sections.map(({ id }) => id).join(' ')}
          >
            <span className="contents-number">{chapter.number}</span>
            {chapter.title}
          </a>
          {chapter === current && (
            <ol>
              {chapter.sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} data-sections={id}>
                    {title}
                  </a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
      {announced.map(({ number, title }) => (
        <li key={number}>
          <span className="contents-chapter to-come">
            <span className="contents-number">{number}</span>
            {title[language]}
            <span className="visually-hidden"> ({WORDS.toCome[language]})</span>
          </span>
        </li>
      ))}
    </ol>
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
