import type { Language } from '../language/language.ts';
import { REFERENCES } from './references.ts';
import { WORDS } from './words.ts';

/** The sources, in full, at the end of the article. */
export function ReferenceList({ language }: { readonly language: Language }) {
  return (
    <section className="references" id="references" data-section="" aria-labelledby="references-title">
      <h2 id="references-title">{WORDS.references[language]}</h2>
      <ul>
        {Object.entries(REFERENCES).map(([id, { authors, title, where, url }]) => (
          <li key={id} id={`ref-${id}`} lang="en">
            {authors}. <a href={url}>{title}</a>. {where}.
          </li>
        ))}
      </ul>
    </section>
  );
}
