import katex from 'katex';
import { katexOptions } from '../formula/katex.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { firstUse } from './chapterComponents.tsx';
import type { Chapter } from './chapters.ts';
import type { GlossaryEntry } from './glossary/entry.ts';
import { GLOSSARY, glossaryOrder } from './glossary.ts';
import { WORDS } from './words.ts';

interface GlossaryProps {
  readonly language: Language;
  readonly chapters: readonly Chapter[];
}

/** Every word that the article explains, with the chapters that use it. The definitions in the text are these. */
export function GlossaryList({ language, chapters }: GlossaryProps) {
  return (
    <section className="glossary" id="glossary" data-section="" aria-labelledby="glossary-title">
      <h2 id="glossary-title">{WORDS.glossary[language]}</h2>
      <search className="glossary-search" hidden>
        <input
          type="search"
          aria-label={WORDS.glossaryFilter[language]}
          placeholder={WORDS.glossaryFilter[language]}
          aria-controls="glossary-words"
          autoComplete="off"
          spellCheck={false}
        />
        <p role="status" data-none={WORDS.glossaryNone[language]} />
      </search>
      <dl id="glossary-words">
        {glossaryOrder(language).map((id) => (
          <Entry
            key={id}
            id={id}
            entry={GLOSSARY[id] as GlossaryEntry}
            language={language}
            chapters={chapters.filter(({ terms }) => terms.has(id))}
          />
        ))}
      </dl>
    </section>
  );
}

function Entry({
  id,
  entry,
  language,
  chapters,
}: GlossaryProps & { readonly id: string; readonly entry: GlossaryEntry }) {
  const [other] = LANGUAGES.filter((name) => name !== language) as [Language];
  return (
    <div className="entry" id={`term-${id}`} data-also={entry.also?.join(' ')}>
      <dt>
        {entry.word[language]}{' '}
        {entry.word[other] !== entry.word[language] && (
          <span className="entry-other" lang={other === 'zh' ? 'zh-Hans' : 'en'}>
            {entry.word[other]}
          </span>
        )}
      </dt>
      <dd>
        <p>{entry.means[language]}</p>
        {entry.tex && (
          <p
            className="entry-formula"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: what KaTeX made of our own text
            dangerouslySetInnerHTML={{ __html: katex.renderToString(entry.tex, katexOptions(false)) }}
          />
        )}
        {chapters.length > 0 && (
          <p className="entry-uses">
            {WORDS.usedIn[language]}{' '}
            {chapters.map(({ number }, i) => (
              <span key={number}>
                {i > 0 && (language === 'zh' ? '、' : ', ')}
                <a href={`#${firstUse(number, id)}`}>{number}</a>
              </span>
            ))}
            {WORDS.usedInAfter[language]}
          </p>
        )}
      </dd>
    </div>
  );
}
