import type { Language } from '../../language/language.ts';
import { CONVOLUTIONS } from './convolutions.ts';
import { DECISIONS } from './decisions.ts';
import type { GlossaryEntry } from './entry.ts';
import { FIELDS } from './fields.ts';
import { GRADIENTS } from './gradients.ts';
import { LAYOUTS } from './layouts.ts';
import { NETWORKS } from './networks.ts';
import { PICTURES } from './pictures.ts';
import { STACKS } from './stacks.ts';
import { STRUCTURES } from './structures.ts';
import { TRAINING } from './training.ts';

/** Every word that `<Term id>` may name. */
export const GLOSSARY: Readonly<Record<string, GlossaryEntry>> = {
  ...FIELDS,
  ...PICTURES,
  ...NETWORKS,
  ...CONVOLUTIONS,
  ...LAYOUTS,
  ...STRUCTURES,
  ...STACKS,
  ...DECISIONS,
  ...GRADIENTS,
  ...TRAINING,
};

/** The ids in the order in which a reader looks them up: by the alphabet, or by pinyin. */
export function glossaryOrder(language: Language): string[] {
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-Hans-u-co-pinyin');
  return Object.keys(GLOSSARY).sort((a, b) =>
    collator.compare(GLOSSARY[a]?.word[language] ?? a, GLOSSARY[b]?.word[language] ?? b),
  );
}
