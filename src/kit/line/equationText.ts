import { lineText } from '../../formula/arithmetic.ts';
import { inSentence } from '../../formula/inSentence.ts';
import type { Language } from '../../language/language.ts';
import type { Equation, ExpressionPart } from '../scene/view.ts';

const partText = (part: ExpressionPart): string => (typeof part === 'string' ? part : part.text);

/** An equation as plain text that can be evaluated: what `[data-arithmetic]` and the live region say. */
export const equationText = (equation: Equation): string =>
  equation.kind === 'sum'
    ? lineText(equation.line)
    : `${equation.parts.map(partText).join('')} ${equation.sign} ${equation.result}`;

/** What an equation comes to, as a sentence has it: `5`, or `about 0.333`. */
export const resultInSentence = (equation: Equation, language: Language): string =>
  inSentence(
    equation.kind === 'sum' ? equation.line : { sign: equation.sign, result: { text: equation.result } },
    language,
  );
