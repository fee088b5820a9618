import type { Text } from '../../language/language.ts';

/** One word that the article explains. */
export interface GlossaryEntry {
  /** The one form that the article uses; in brackets, another common name. */
  readonly word: Text;
  /** Other names, in either language, and the Chinese word in pinyin: the glossary is found by them too. */
  readonly also?: readonly string[];
  /** One or two plain sentences. */
  readonly means: Text;
  /** The same as a formula, in LaTeX. */
  readonly tex?: string;
}
