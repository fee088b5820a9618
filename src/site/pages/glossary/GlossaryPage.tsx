import { GLOSSARY, glossaryOrder } from '../../glossary/glossary.ts';
import { WORDS } from '../../words.ts';
import type { PageContent, PageContext } from '../page.ts';
import { EntryMeaning, EntryName } from './GlossaryEntry.tsx';
import { pinyinOf } from './pinyin.ts';
import { SymbolTable } from './SymbolTable.tsx';

/** Every word that the article explains, with the chapters that use it, and every symbol. */
export function glossaryPage(context: PageContext): PageContent {
  const { language } = context.manifest;
  const title = WORDS.glossary[language];
  return {
    title,
    description: WORDS.glossaryDescription[language],
    scenes: [],
    terms: new Set(),
    structured: { '@type': 'DefinedTermSet', name: title },
    main: (
      <div className="glossary">
        <h1 id="glossary">{title}</h1>
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
        <GlossaryWords context={context} />
        <h2 id="symbols">{WORDS.symbols[language]}</h2>
        <p className="symbols-note">{WORDS.symbolsNote[language]}</p>
        <SymbolTable language={language} />
      </div>
    ),
  };
}

/** The words in the order in which a reader looks them up. */
export function GlossaryWords({ context: { manifest, links } }: { readonly context: PageContext }) {
  return (
    <dl id="glossary-words">
      {glossaryOrder(manifest.language).map((id) => (
        <div className="entry" id={`term-${id}`} key={id} data-also={otherNames(id)}>
          <dt>
            <EntryName id={id} language={manifest.language} />
          </dt>
          <dd>
            <EntryMeaning id={id} manifest={manifest} links={links} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every other way to find a word: its further names, and its Chinese names by their sound. */
function otherNames(id: string): string {
  const { word, also = [] } = GLOSSARY[id] ?? { word: { en: id, zh: id } };
  return [...also, ...[word.zh, ...also].map(pinyinOf)].filter(Boolean).join(' | ');
}
