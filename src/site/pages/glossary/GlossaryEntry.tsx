import { Fragment } from 'react';
import { LANGUAGES, type Language } from '../../../language/language.ts';
import type { Links } from '../../addresses/links.ts';
import { GLOSSARY } from '../../glossary/glossary.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { firstUse } from '../chapter/components.tsx';
import { Tex } from '../Tex.tsx';

interface EntryProps {
  readonly id: string;
  readonly manifest: Manifest;
  readonly links: Links;
}

/** The head of an entry: the word, and the same word in the other language. */
export function EntryName({ id, language }: { readonly id: string; readonly language: Language }) {
  const word = GLOSSARY[id]?.word;
  const [other] = LANGUAGES.filter((name) => name !== language) as [Language];
  if (!word) return null;
  return (
    <>
      {word[language]}
      {word[other] !== word[language] && (
        <>
          {' '}
          <span className="entry-other" lang={other === 'zh' ? 'zh-Hans' : 'en'}>
            {word[other]}
          </span>
        </>
      )}
    </>
  );
}

/** What a word means, its formula, and where the article first uses it. */
export function EntryMeaning({ id, manifest, links }: EntryProps) {
  const { language } = manifest;
  const entry = GLOSSARY[id];
  const chapters = manifest.chapters.filter(({ terms }) => terms.has(id));
  if (!entry) return null;
  return (
    <>
      <p>{entry.means[language]}</p>
      {entry.tex && (
        <p className="entry-formula">
          <Tex tex={entry.tex} />
        </p>
      )}
      {chapters.length > 0 && (
        <p className="entry-uses">
          {language === 'en' ? 'In chapter ' : '见第 '}
          {chapters.map(({ number }, i) => (
            <Fragment key={number}>
              {i > 0 && (language === 'en' ? ', ' : '、')}
              <a href={links.place(firstUse(number, id))}>{number}</a>
            </Fragment>
          ))}
          {language === 'zh' && ' 章'}
        </p>
      )}
    </>
  );
}
