import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Facts } from './facts.ts';
import type { FieldModel } from './model.ts';
import type { StackLayer } from './stacks.ts';
import type { FieldView } from './view.ts';

const number = (value: number, full = false): string => operand(printNumber(value, { full }).text);

export interface SizeLines {
  readonly size: ExpressionLine;
  readonly jump: ExpressionLine;
  readonly start: ExpressionLine;
}

/**
 * One layer's three lines (Araujo, Norris & Sim 2019): r + (k̂ − 1) × J with k̂ − 1 = d(k − 1), J × s,
 * ξ − p × J. Layer 0 is a pixel.
 */
export function sizeLines(model: FieldModel, layer: number): SizeLines {
  const { size, jump, start } = model.fields[layer] as FieldModel['fields'][number];
  if (layer === 0)
    return {
      size: expressionLine('1', size),
      jump: expressionLine('1', jump),
      start: expressionLine('0', start),
    };
  const below = model.fields[layer - 1] as FieldModel['fields'][number];
  const { kernel, stride, dilation, padding } = model.layers[layer - 1] as StackLayer;
  const spread = dilation === 1 ? '' : `${dilation} × `;
  return {
    size: expressionLine(`${below.size} + ${spread}(${kernel} − 1) × ${below.jump}`, size),
    jump: expressionLine(`${below.jump} × ${stride}`, jump),
    start: expressionLine(`${printNumber(below.start).text} − ${padding} × ${below.jump}`, start),
  };
}

/** First and last pixel of the unit's field. */
export function edgeLines({ sizes, focus, field }: FieldView): {
  first: ExpressionLine;
  last: ExpressionLine;
} {
  return {
    first: expressionLine(`${printNumber(sizes.start).text} + ${focus.unit} × ${sizes.jump}`, field[0]),
    last: expressionLine(`${number(field[0])} + ${sizes.size} − 1`, field[1]),
  };
}

/** How the paths are spread: two shares and a standard deviation. */
export function factLines(facts: Facts, full: boolean) {
  const { within, all, middle, side, squares, paths } = facts;
  return {
    share: expressionLine(`${number(within, full)} / ${number(all, full)}`, within / all, { full }),
    area: expressionLine(`(${middle} × ${middle}) / (${side} × ${side})`, middle ** 2 / side ** 2, { full }),
    spread: expressionLine(
      `sqrt(${number(squares, full)} / ${number(paths, full)})`,
      Math.sqrt(squares / paths),
      {
        full,
      },
    ),
  };
}

/** The rule of the moment, with symbols. */
export function ruleOf(view: FieldView): string {
  if (view.pixel || view.moment.stage === 'down' || view.sum)
    return String.raw`\partial x_{l,i'}=\sum_{\;is+ud-p\,=\,i'} \partial x_{l+1,i}`;
  return String.raw`r_l=r_{l-1}+(\hat k_l-1)\,J_{l-1}\qquad J_l=J_{l-1}\,s_l`;
}

/** The three lines of every layer in LaTeX. */
export function latexOf(model: FieldModel): string {
  return model.fields
    .map((_, layer) => {
      const { size, jump } = sizeLines(model, layer);
      const text = ({ left, right }: ExpressionLine): string =>
        (left === right ? left : `${left} = ${right}`).replaceAll('×', '\\times').replaceAll('−', '-');
      return `r_{${layer}} = ${text(size)}, \\quad J_{${layer}} = ${text(jump)}`;
    })
    .join(' \\\\\n');
}
