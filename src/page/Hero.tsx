import type { Language } from '../language/language.ts';
import { REFERENCES } from './references.ts';
import { WORDS } from './words.ts';

/** The first screen: what this is, how to read it, and whose article it re-tells. */
export function Hero({
  language,
  first,
}: {
  readonly language: Language;
  readonly first: string | undefined;
}) {
  const { authors, title, url } = REFERENCES.SK;
  return (
    <div className="hero" id="top">
      <p className="kicker">{WORDS.kicker[language]}</p>
      <h1>{WORDS.title[language]}</h1>
      <p className="standfirst">{WORDS.standfirst[language]}</p>
      <p className="how-to">{WORDS.howTo[language]}</p>
      <p className="retold">
        {WORDS.retold[language]}
        {language === 'zh' && `${authors} 的 `}
        <a href={url} lang="en">
          {title}
        </a>
        {language === 'en' && ` by ${authors}`}
        {WORDS.retoldAfter[language]}
      </p>
      {first && (
        <a className="start" href={`#${first}`}>
          {WORDS.start[language]} <span aria-hidden="true">↓</span>
        </a>
      )}
    </div>
  );
}
