import type { Language } from '../../../language/language.ts';
import { chapterLabel, WORDS } from '../../words.ts';
import type { PageContext } from '../page.ts';

interface Card {
  readonly number: number;
  readonly title: string;
  readonly line: string;
  /** Without an address it is still to come. */
  readonly href?: string;
}

/** What a chapter is about in one line: the first sentence of its lede. */
const firstSentence = (lede: string, language: Language): string =>
  (language === 'zh' ? /^[^。！？]*[。！？]/ : /^.*?[.!?](?=\s|$)/).exec(lede)?.[0] ?? lede;

function cardOf({ manifest, links }: PageContext, number: number): Card | undefined {
  const { language } = manifest;
  const chapter = manifest.chapters.find((other) => other.number === number);
  if (chapter)
    return {
      number,
      title: chapter.title,
      line: firstSentence(chapter.lede, language),
      href: links.page(chapter.slug),
    };
  const coming = manifest.announced.find((other) => other.number === number);
  return coming && { number, title: coming.title[language], line: coming.line[language] };
}

/** The ways on at the end of a chapter: to the one before and to the one after. */
export function ChapterCards({
  context,
  number,
}: {
  readonly context: PageContext;
  readonly number: number;
}) {
  const { language } = context.manifest;
  const before = cardOf(context, number - 1);
  const after = cardOf(context, number + 1);
  return (
    <nav className="chapter-cards" aria-label={WORDS.chapterNav[language]}>
      {before && <CardLink card={before} way="previous" language={language} />}
      {after && <CardLink card={after} way="next" language={language} />}
    </nav>
  );
}

function CardLink({
  card: { number, title, line, href },
  way,
  language,
}: {
  readonly card: Card;
  readonly way: 'previous' | 'next';
  readonly language: Language;
}) {
  const text = (
    <>
      <span className="card-way">
        {href ? WORDS[way][language] : WORDS.toCome[language]} · {chapterLabel(number, language)}
      </span>
      <span className="card-title">{title}</span>
      <span className="card-line">{line}</span>
    </>
  );
  return href ? (
    <a className={`card ${way}`} href={href} rel={way === 'next' ? 'next' : 'prev'}>
      {text}
    </a>
  ) : (
    <p className={`card ${way} to-come`}>{text}</p>
  );
}
