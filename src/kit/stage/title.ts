import { SYMBOLS, symbolOf } from '../../formula/symbols.ts';
import type { Language } from '../../language/language.ts';
import type { GridSpec } from '../scene/defineScene.ts';

/** Room above a grid for its name. */
export const TITLE_HEIGHT = 26;
export const TITLE_SIZE = 14;

/** The entry of the symbol table that a grid shows. */
export const symbolOfGrid = (spec: Pick<GridSpec, 'id' | 'symbol'>) => symbolOf(spec.symbol ?? spec.id);

/** A grid's name and its letter. */
export function titleText(
  spec: Pick<GridSpec, 'id' | 'symbol' | 'name'>,
  language: Language,
): { readonly name: string; readonly letter: string } {
  const symbol = symbolOfGrid(spec);
  // A grid that has only a name has no letter.
  const hasLetter = !spec.name || Object.hasOwn(SYMBOLS, spec.symbol ?? spec.id);
  return {
    name: (spec.name ?? symbol.words)[language],
    letter: hasLetter ? (symbol.letter ?? symbol.plain) : '',
  };
}

/** What a grid is called where only its name is said. */
export const spokenName = (
  spec: Pick<GridSpec, 'id' | 'symbol' | 'name' | 'spoken'>,
  language: Language,
): string => spec.spoken?.[language] ?? titleText(spec, language).name;
