import type { Language } from '../language/language.ts';

/** What a line comes to, as it is printed. */
interface Outcome {
  readonly sign: string;
  readonly result: { readonly text: string };
}

/**
 * The result of a line as a sentence has it: `5`, or `about 0.333` where digits were dropped. In Chinese a number
 * brings the space that it needs after a character: `加权和为${inSentence(line, 'zh')}`.
 */
export function inSentence({ sign, result }: Outcome, language: Language): string {
  if (language === 'en') return sign === '=' ? result.text : `about ${result.text}`;
  return sign === '=' ? ` ${result.text}` : `约 ${result.text}`;
}
