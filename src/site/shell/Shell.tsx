import type { Language } from '../../language/language.ts';
import type { PageContent, PageContext } from '../pages/page.ts';
import { TermTemplate } from '../pages/TermTemplate.tsx';
import { WORDS } from '../words.ts';
import { Header } from './Header.tsx';

interface ShellProps {
  readonly context: PageContext;
  readonly content: PageContent;
}

/** The whole page around its content. Rendered once, at build: it holds no state. */
export function Shell({ context, content }: ShellProps) {
  const { language } = context.manifest;
  return (
    <>
      <a className="skip-link" href="#article">
        {WORDS.skip[language]}
      </a>
      <Header context={context} />
      <p className="from-file">{WORDS.fromFile[language]}</p>
      <main id="article" className="page" tabIndex={-1}>
        {content.main}
      </main>
      <TermTemplate context={context} terms={content.terms} />
      <Footer context={context} language={language} />
    </>
  );
}

function Footer({
  context: { links },
  language,
}: {
  readonly context: PageContext;
  readonly language: Language;
}) {
  return (
    <footer className="page-footer">
      <nav aria-label={WORDS.siteNav[language]}>
        <a href={links.page('')}>{WORDS.title[language]}</a>
        {(['glossary', 'references', 'print'] as const).map((name) => (
          <a key={name} href={links.page(name)}>
            {WORDS[name][language]}
          </a>
        ))}
      </nav>
      <p>{WORDS.licence[language]}</p>
      <p>{WORDS.credits[language]}</p>
    </footer>
  );
}
