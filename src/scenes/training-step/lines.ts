import { explainPlace } from '../../explain/network.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { equationsOf } from '../../kit/digitPass/equations.ts';
import { numberOf } from '../../kit/digitPass/nodes.ts';
import { subjectOf } from '../../kit/digitPass/subject.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionPart } from '../../kit/scene/view.ts';
import type { StepModel } from './model.ts';
import type { StepView } from './view.ts';

type Seen = Omit<StepView, 'equations' | 'grids'>;

/** The arithmetic of the moment: of the part that is spoken of, or of the cell that is asked for. */
export function linesOf(model: StepModel, seen: Seen, full: boolean): Equation[] {
  const { asked, part } = seen;
  const lines = linesFor(model, seen, full);
  switch (asked?.grid) {
    case 'logits':
    case 'probs':
      return lines.score(asked.grid, asked.row);
    case 'dlogits':
      return lines.scoreGradient(asked.row);
    case 'w':
      return [lines.update(), lines.promise()];
    case 'dw':
      return [lines.gradient(), lines.promise()];
    case 'stepped':
      return [lines.update(), lines.change()];
    default:
  }
  switch (part) {
    case 0:
      return [];
    case 1:
      return lines.score('probs', model.label);
    case 2:
      return [lines.loss()];
    case 3:
      return [lines.gradient(), lines.promise()];
    default:
      return [lines.update(), lines.change()];
  }
}

function linesFor({ params, label }: StepModel, seen: Seen, full: boolean) {
  const { step, weight, loss, promised, happened } = seen;
  const { pass, squares } = step;
  const text = (value: number, digits = 3): string => printNumber(value, { full, digits }).text;
  const number = (value: number, digits = 4): string => operand(text(value, digits));
  const rate = printNumber(params.rate, { full: true }).text;
  const cell = (grid: string, value: number): ExpressionPart => ({
    text: number(value),
    place: { grid, ...weight.at },
  });
  /** Enough decimals to tell the two losses apart. */
  const digits = Math.abs(happened - loss) < 0.01 ? 7 : 4;
  return {
    /** A score, a sum of 784 products; or a share, an exponential over ten. */
    score: (node: 'logits' | 'probs', row: number): Equation[] =>
      equationsOf(pass, subjectOf(pass, false, numberOf(node), node, 0, row, 0), { full, tile: 0 }).slice(
        0,
        1,
      ),
    scoreGradient: (row: number): Equation[] =>
      equationsOf(pass, subjectOf(pass, true, numberOf('probs'), 'logits', 0, row, 0), { full, tile: 0 }),
    loss: (): Equation => {
      const share = pass.values.probs.data[label] as number;
      const at = (grid: string, row: number) => ({ grid, plane: 0, row, col: 0 });
      const scores = Array.from(pass.values.logits.data);
      const best = scores.indexOf(Math.max(...scores));
      const [top, own] = [scores[best] as number, scores[label] as number];
      const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0);
      // A share too small for a float has become 0: there the loss is read from the scores.
      const parts: ExpressionPart[] =
        share > 0
          ? ['−ln(', { text: text(share, 4), place: at('probs', label) }, ')']
          : [
              { text: text(top), place: at('logits', best) },
              ' − ',
              { text: operand(text(own)), place: at('logits', label) },
              ` + ln(${text(sum)})`,
            ];
      return expressionEquation({ head: 'L', parts, ...{ value: loss, full } });
    },
    /** Every output of the map times the pixel that its weight met there. */
    gradient: (): Equation => {
      const { plane, row, col } = weight.at;
      const explanation = explainPlace(pass.pass, {
        ...{ of: 'parameterGradient', layer: [0], parameter: 0, index: [plane, 0, row, col] },
      });
      if (explanation?.kind !== 'sum') throw new Error('the gradient of a weight is a sum');
      // Empty paper and shut gates give hundreds of products of 0: the sum is that of the others.
      const terms = explanation.terms.filter(({ value }) => value !== 0);
      const some = terms.length > 0 ? terms : explanation.terms.slice(0, 1);
      return sumEquation(
        { ...explanation, terms: some },
        {
          ...{ full, placeOf: () => null, target: { grid: 'dw', ...weight.at }, head: `∂${weight.name}` },
        },
      );
    },
    /** What the slope promises: −η times the square of the gradient, layer by layer. */
    promise: (): Equation => {
      const one = params.along === 'one' || (seen.asked !== null && seen.part === 4);
      const gradient = number(weight.gradient);
      const value = one ? -params.rate * weight.gradient ** 2 : promised - loss;
      return expressionEquation({
        head: one ? `−η ∂${weight.name}²` : '−η ‖∂w‖²',
        parts: one
          ? [`−${rate} × `, cell('dw', weight.gradient), ' × ', gradient]
          : [`−${rate} × (${squares.map((square) => text(square)).join(' + ')})`],
        ...{ value, full, digits: 4 },
      });
    },
    update: (): Equation =>
      expressionEquation({
        head: `${weight.name}′`,
        parts: [cell('w', weight.before), ` − ${rate} × `, cell('dw', weight.gradient)],
        value: weight.after,
        ...{ full, digits: 4, target: { grid: 'stepped', ...weight.at } },
      }),
    /** What really happened. */
    change: (): Equation =>
      expressionEquation({
        head: params.along === 'one' ? `ΔL, ${weight.name}` : 'ΔL',
        parts: [`${number(happened, digits)} − ${number(loss, digits)}`],
        value: happened - loss,
        ...{ full, digits },
      }),
  };
}
