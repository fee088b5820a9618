import { Patterns } from '../figures/Patterns.tsx';
import type { Language } from '../language/language.ts';
import { Contents } from './Contents.tsx';
import type { Chapter } from './chapters.ts';
import { Header } from './Header.tsx';
import { Hero } from './Hero.tsx';
import { ReferenceList } from './ReferenceList.tsx';
import { WORDS } from './words.ts';

interface ArticleProps {
  readonly language: Language;
  readonly chapters: readonly Chapter[];
}

/** The whole page around and with its chapters. Rendered once, at build: it holds no state. */
export function Article({ language, chapters }: ArticleProps) {
  return (
    <>
      <Patterns />
      <a className="skip-link" href="#article">
        {WORDS.skip[language]}
      </a>
      <Header language={language} chapters={chapters} />
      <div className="page">
        <nav className="side-contents" aria-label={WORDS.contents[language]}>
          <Contents language={language} chapters={chapters} />
        </nav>
        <main id="article" className="article" tabIndex={-1}>
          <Hero language={language} first={chapters[0]?.id} />
          {chapters.map((chapter) => (
            <ChapterBlock key={chapter.id} chapter={chapter} language={language} />
          ))}
          <ReferenceList language={language} />
        </main>
      </div>
      <footer className="page-footer">
        <p>{WORDS.licence[language]}</p>
        <p>{WORDS.credits[language]}</p>
      </footer>
    </>
  );
}

function ChapterBlock({ chapter, language }: { readonly chapter: Chapter; readonly language: Language }) {
  return (
    <section className="chapter" id={chapter.id} data-section="" aria-labelledby={`${chapter.id}-title`}>
      <p className="chapter-number">
        {WORDS.chapter[language]} {chapter.number}
        {WORDS.chapterAfter[language]}
      </p>
      <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
      <p className="lede">{chapter.lede}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own render of our own chapter */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: chapter.html }} />
    </section>
  );
}
