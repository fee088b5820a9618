import { Patterns } from '../figures/Patterns.tsx';
import type { Language } from '../language/language.ts';
import { ChapterLink } from './ChapterLink.tsx';
import { Contents } from './Contents.tsx';
import type { Chapter } from './chapters.ts';
import { GlossaryList } from './GlossaryList.tsx';
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
          {chapters.map((chapter, i) => (
            <ChapterBlock
              key={chapter.id}
              chapter={chapter}
              previous={chapters[i - 1]}
              next={chapters[i + 1]}
              language={language}
            />
          ))}
          <GlossaryList language={language} chapters={chapters} />
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

interface ChapterBlockProps {
  readonly chapter: Chapter;
  readonly previous: Chapter | undefined;
  readonly next: Chapter | undefined;
  readonly language: Language;
}

function ChapterBlock({ chapter, previous, next, language }: ChapterBlockProps) {
  return (
    <section className="chapter" id={chapter.id} data-section="" aria-labelledby={`${chapter.id}-heading`}>
      <div className="chapter-top">
        <p className="chapter-number">
          {WORDS.chapter[language]} {chapter.number}
          {WORDS.chapterAfter[language]}
        </p>
        <ChapterLink to={previous} way="previous" language={language} short />
        <ChapterLink to={next} way="next" language={language} short />
      </div>
      <h2 id={`${chapter.id}-heading`}>{chapter.title}</h2>
      <p className="lede">{chapter.lede}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own render of our own chapter */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: chapter.html }} />
      {(previous || next) && (
        <nav className="chapter-nav" aria-label={`${WORDS.chapterNav[language]} ${chapter.number}`}>
          <ChapterLink to={previous} way="previous" language={language} />
          <ChapterLink to={next} way="next" language={language} />
        </nav>
      )}
    </section>
  );
}
