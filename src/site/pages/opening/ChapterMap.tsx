import type { Language } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';
import type { PageContext } from '../page.ts';
import { OPENING_WORDS } from './words.ts';

/** The last chapter on the way out: it ends in the loss. */
const LAST_OUT = 11;

interface Stop {
  readonly number: number;
  readonly title: string;
  /** Without an address it is still to come. */
  readonly href?: string;
  /** Its sections, for the client to see whether all of them are read. */
  readonly sections: readonly string[];
}

/** The chapters as one line: out from the pixel to the loss, and back from there to the gradient. */
export function ChapterMap({ context: { manifest, links } }: { readonly context: PageContext }) {
  const { language, chapters, announced } = manifest;
  const stops: Stop[] = [
    ...chapters.map(({ number, title, slug, sections }) => ({
      number,
      title,
      href: links.page(slug),
      sections: sections.map(({ id }) => id),
    })),
    ...announced.map(({ number, title }) => ({ number, title: title[language], sections: [] })),
  ].sort((a, b) => a.number - b.number);
  const out = stops.filter(({ number }) => number <= LAST_OUT);
  const back = stops.filter(({ number }) => number > LAST_OUT);
  return (
    <div className="map">
      <p className="map-end map-pixel">{OPENING_WORDS.pixel[language]}</p>
      <StopList stops={out} way="out" language={language} />
      <p className="map-turn">
        <span>{OPENING_WORDS.loss[language]}</span>
      </p>
      <StopList stops={back} way="back" language={language} />
      <p className="map-end map-gradient">{OPENING_WORDS.gradient[language]}</p>
      <p className="map-legend">
        {OPENING_WORDS.legend[language]}
        {announced.length > 0 && OPENING_WORDS.dashed[language]}
      </p>
    </div>
  );
}

function StopList({
  stops,
  way,
  language,
}: {
  readonly stops: readonly Stop[];
  readonly way: 'out' | 'back';
  readonly language: Language;
}) {
  return (
    <ol className={`map-stops map-${way}`} start={stops[0]?.number}>
      {stops.map(({ number, title, href, sections }) => {
        const text = (
          <>
            <span className="stop-number">{number}</span>
            <span className="stop-title">{title}</span>
          </>
        );
        return (
          <li key={number}>
            {href ? (
              <a className="stop" href={href} data-sections={sections.join(' ')}>
                {text}
              </a>
            ) : (
              <span className="stop to-come">
                {text} <span className="visually-hidden">({WORDS.toCome[language]})</span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
