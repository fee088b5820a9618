import { lineText } from '../../formula/arithmetic.ts';
import type { Equation, ExpressionPart } from '../scene/view.ts';

const partText = (part: ExpressionPart): string => (typeof part === 'string' ? part : part.text);

/** An equation as plain text that can be evaluated: what `[data-arithmetic]` and the live region say. */
export const equationText = (equation: Equation): string =>
  equation.kind === 'sum'
    ? lineText(equation.line)
    : `${equation.parts.map(partText).join('')} ${equation.sign} ${equation.result}`;
