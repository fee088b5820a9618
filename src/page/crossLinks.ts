import type { Language } from '../language/language.ts';
import { WORDS } from './words.ts';

/** What has a number: figures and equations. */
export type NumberedKind = 'fig' | 'eq';

/** The numbers of a whole article, under `fig:name` and `eq:id`. */
export type Numbers = ReadonlyMap<string, string>;

/** The mark that stands for a number until all chapters are rendered: a chapter may point ahead. */
export const numberSlot = (kind: NumberedKind, name: string): string => `<!--number:${kind}:${name}-->`;

/** Fills the marks of a chapter. @throws Error where it points at a figure or equation that no chapter has */
export function fillNumbers(html: string, numbers: Numbers, language: Language): string {
  return html.replace(/<!--number:(fig|eq):([^>]*?)-->/g, (_, kind: NumberedKind, name: string) => {
    const number = numbers.get(`${kind}:${name}`);
    if (!number) throw new Error(`no chapter has the ${kind === 'fig' ? 'figure' : 'equation'} "${name}"`);
    return kind === 'fig' ? `${WORDS.figure[language]} ${number}` : `${WORDS.equation[language]} (${number})`;
  });
}
