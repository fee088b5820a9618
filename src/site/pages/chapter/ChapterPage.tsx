import type { Chapter } from '../../manifest/chapters.ts';
import { gathering } from '../../manifest/gathered.ts';
import { chapterLabel, WORDS } from '../../words.ts';
import { Island } from '../figures.tsx';
import type { PageContent, PageContext } from '../page.ts';
import { ChapterCards } from './ChapterCards.tsx';
import { chapterComponents } from './components.tsx';

/** The page of one chapter. */
export function chapterPage(context: PageContext, chapter: Chapter): PageContent {
  const { language } = context.manifest;
  const { number, slug, title, lede, figures, terms } = chapter;
  const components = chapterComponents({
    language,
    chapter: number,
    gathered: gathering(number),
    links: context.links,
    onPaper: false,
    numberOf: (id) => numberIn(context, id),
    figure: (name, place) => (
      <Island name={name} number={place} html={context.figures.get(name)} place={`fig-${name}`} />
    ),
  });
  return {
    title,
    description: lede,
    scenes: figures.map(({ name }) => name),
    terms,
    structured: {
      '@type': ['Article', 'LearningResource'],
      headline: title,
      position: number,
      learningResourceType: WORDS.chapterKind[language],
    },
    main: (
      <article className="prose" aria-labelledby={slug}>
        <p className="chapter-number">{chapterLabel(number, language)}</p>
        <h1 id={slug}>{title}</h1>
        <p className="lede">{lede}</p>
        <chapter.Content components={components} />
        <ChapterCards context={context} number={number} />
      </article>
    ),
  };
}

/** @throws Error if no chapter has that figure or equation */
export function numberIn({ manifest }: PageContext, id: string): string {
  const number = manifest.numbers.get(id);
  if (number === undefined) throw new Error(`no chapter has "${id}"`);
  return number;
}
