import type { Language } from '../language/language.ts';
import { Contents } from './Contents.tsx';
import type { Chapter } from './chapters.ts';
import { WORDS } from './words.ts';

interface HeaderProps {
  readonly language: Language;
  readonly chapters: readonly Chapter[];
}

/** Title, contents, languages and theme, always within reach. */
export function Header({ language, chapters }: HeaderProps) {
  return (
    <header className="page-header">
      <a className="site-title" href="#top">
        {WORDS.title[language]}
      </a>
      <div className="page-tools">
        <details className="menu">
          <summary>{WORDS.contents[language]}</summary>
          <nav aria-label={WORDS.contents[language]}>
            <Contents language={language} chapters={chapters} />
          </nav>
        </details>
        <nav className="languages" aria-label={WORDS.languages[language]}>
          {language === 'en' ? (
            <span aria-current="true">EN</span>
          ) : (
            <a href="../" hrefLang="en" lang="en" data-language="" aria-label="EN: English">
              EN
            </a>
          )}
          <span aria-hidden="true"> · </span>
          {language === 'zh' ? (
            <span aria-current="true">中文</span>
          ) : (
            <a href="./zh/" hrefLang="zh-Hans" lang="zh-Hans" data-language="">
              中文
            </a>
          )}
        </nav>
        <button
          type="button"
          className="theme-button"
          aria-label={WORDS.themeSystem[language]}
          data-theme-button=""
          data-system={WORDS.themeSystem[language]}
          data-light={WORDS.themeLight[language]}
          data-dark={WORDS.themeDark[language]}
        >
          <span aria-hidden="true">◐</span>
        </button>
      </div>
      <div className="progress" aria-hidden="true" />
    </header>
  );
}
