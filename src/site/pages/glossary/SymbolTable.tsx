import { NOTATION } from '../../../formula/notation.ts';
import type { Language } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';
import { Tex } from '../Tex.tsx';

/** Every letter and sign of the article with its one meaning, part by part. */
export function SymbolTable({ language }: { readonly language: Language }) {
  return (
    <table className="symbols">
      <thead>
        <tr>
          <th scope="col">{WORDS.symbol[language]}</th>
          <th scope="col">{WORDS.meaning[language]}</th>
        </tr>
      </thead>
      {NOTATION.map(({ title, entries }) => (
        <tbody key={title.en}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {title[language]}
            </th>
          </tr>
          {entries.map(({ tex, role, means }) => (
            <tr key={tex}>
              <th scope="row" className={`role-${role}`}>
                <Tex tex={tex} />
              </th>
              <td>{means[language]}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
