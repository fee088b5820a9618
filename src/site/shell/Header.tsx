import type { Chapter } from '../manifest/chapters.ts';
import type { PageContext } from '../pages/page.ts';
import { WORDS } from '../words.ts';
import { ChapterMenu } from './ChapterMenu.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** Where the reader is, the ways from here, language and theme: one line, always within reach. */
export function Header({ context }: { readonly context: PageContext }) {
  const { manifest, links, id } = context;
  const { language, chapters } = manifest;
  const at = chapters.findIndex(({ slug }) => slug === id.name);
  const current = chapters[at];
  return (
    <header className="page-header">
      <a className="site-title" href={links.page('')}>
        {WORDS.title[language]}
      </a>
      <ChapterMenu context={context} current={current} />
      <div className="page-tools">
        {current && (
          <nav className="steps" aria-label={WORDS.chapterNav[language]}>
            <Step to={chapters[at - 1]} way="previous" context={context} />
            <Step to={chapters[at + 1]} way="next" context={context} />
          </nav>
        )}
        <a className="wide-only" href={links.page('glossary')}>
          {WORDS.glossary[language]}
        </a>
        <LanguageSwitch page={id} />
        <ThemeButton language={language} />
      </div>
      {current && (
        <div className="progress" aria-hidden="true">
          {current.sections.map((section) => (
            <i key={section.id} data-of={section.id} />
          ))}
        </div>
      )}
    </header>
  );
}

/** An arrow and a number: to the chapter before or after. */
function Step({
  to,
  way,
  context: { manifest, links },
}: {
  readonly to: Chapter | undefined;
  readonly way: 'previous' | 'next';
  readonly context: PageContext;
}) {
  if (!to) return null;
  const arrow = <span aria-hidden="true">{way === 'previous' ? '‹' : '›'}</span>;
  return (
    <a
      className={`step ${way}`}
      href={links.page(to.slug)}
      rel={way === 'next' ? 'next' : 'prev'}
      aria-label={`${WORDS[way][manifest.language]}: ${to.number} · ${to.title}`}
      title={`${to.number} · ${to.title}`}
    >
      {way === 'previous' && arrow} {to.number} {way === 'next' && arrow}
    </a>
  );
}
