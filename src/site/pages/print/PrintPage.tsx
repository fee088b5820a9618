import type { Chapter } from '../../manifest/chapters.ts';
import { gathering } from '../../manifest/gathered.ts';
import { chapterLabel, WORDS } from '../../words.ts';
import { numberIn } from '../chapter/ChapterPage.tsx';
import { chapterComponents } from '../chapter/components.tsx';
import { StillFigure } from '../figures.tsx';
import { GlossaryWords } from '../glossary/GlossaryPage.tsx';
import type { PageContent, PageContext } from '../page.ts';
import { ReferenceList } from '../references/ReferenceList.tsx';

/** Everything on one page: to be printed, kept or searched. Its figures stand still. */
export function printPage(context: PageContext): PageContent {
  const { language, chapters } = context.manifest;
  return {
    title: WORDS.print[language],
    description: WORDS.printDescription[language],
    scenes: chapters.flatMap(({ figures }) => figures.map(({ name }) => name)),
    terms: new Set(),
    structured: { '@type': 'Book', name: WORDS.title[language] },
    main: (
      <>
        <h1>{WORDS.title[language]}</h1>
        <p className="lede">{WORDS.standfirst[language]}</p>
        {chapters.map((chapter) => (
          <PrintedChapter key={chapter.slug} chapter={chapter} context={context} />
        ))}
        <section className="glossary" id="glossary">
          <h2>{WORDS.glossary[language]}</h2>
          <GlossaryWords context={context} />
        </section>
        <section className="references" id="references">
          <h2>{WORDS.references[language]}</h2>
          <ReferenceList />
        </section>
      </>
    ),
  };
}

function PrintedChapter({ chapter, context }: { readonly chapter: Chapter; readonly context: PageContext }) {
  const { number, slug, title, lede, Content } = chapter;
  const { language } = context.manifest;
  const components = chapterComponents({
    language,
    chapter: number,
    gathered: gathering(number),
    links: context.links,
    onPaper: true,
    numberOf: (id) => numberIn(context, id),
    figure: (name) => <StillFigure name={name} html={context.figures.get(name)} />,
  });
  return (
    <article className="prose" aria-labelledby={slug}>
      <p className="chapter-number">{chapterLabel(number, language)}</p>
      <h2 id={slug}>{title}</h2>
      <p className="lede">{lede}</p>
      <Content components={components} />
    </article>
  );
}
