import { type Line, lineOf, operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { windowOf } from './layers.ts';
import type { ShiftModel } from './model.ts';
import { type ShiftView, sideOf } from './view.ts';

const number = (value: number, full = false): string => operand(printNumber(value, { full }).text);

/** The window's line: a sum of products, or the largest of a few. */
export function windowLine(view: ShiftView, full: boolean): Line | ExpressionLine | null {
  const { explanation } = view;
  if (!explanation || view.value === null) return null;
  if (explanation.kind === 'sum') return lineOf(explanation.terms, explanation.terms.length, { full });
  const operands = explanation.candidates.map(({ value }) => number(value, full)).join(', ');
  return expressionLine(`max(${operands})`, explanation.value, { full });
}

/** Where a moved number came from: its row and column less the shift; round the edge if need be. */
export function sourceLines(
  model: ShiftModel,
  view: ShiftView,
): { row: ExpressionLine; col: ExpressionLine } | null {
  const { cell, from } = view;
  if (cell.grid !== 'shifted' && cell.grid !== 'shiftedy') return null;
  const { params, outShift } = model;
  const [down, right] = cell.grid === 'shifted' ? [params.down, params.right] : outShift;
  const side = sideOf(model, cell.grid);
  const line = (place: number, by: number, source: number | undefined): ExpressionLine => {
    const target = source ?? place - by;
    const turns = Math.round((target - place + by) / side);
    const round =
      turns === 0
        ? ''
        : ` ${turns > 0 ? '+' : '−'} ${Math.abs(turns) === 1 ? '' : `${Math.abs(turns)} × `}${side}`;
    return expressionLine(`${place} − ${number(by)}${round}`, target);
  };
  return { row: line(cell.row, down, from?.[0]), col: line(cell.col, right, from?.[1]) };
}

/** One cell of the difference. */
export function differenceLine(model: ShiftModel, at: number, full: boolean): ExpressionLine {
  const [a, b] = [model.yshifted.data[at] as number, model.shiftedy.data[at] as number];
  return expressionLine(`${number(a, full)} − ${number(b, full)}`, a - b, { full });
}

/** The size of the difference at a cell. */
function sizeLine(model: ShiftModel, at: number, full: boolean): ExpressionLine {
  const [a, b] = [model.yshifted.data[at] as number, model.shiftedy.data[at] as number];
  return expressionLine(`abs(${number(a, full)} − ${number(b, full)})`, Math.abs(a - b), { full });
}

/** The shift of the output, for rows and columns: ⌊shift / stride⌋. */
export function shiftLines({ params, outShift }: ShiftModel) {
  const line = (by: number, result: number): ExpressionLine =>
    expressionLine(`⌊${number(by)} / ${params.stride}⌋`, result);
  return { down: line(params.down, outShift[0]), right: line(params.right, outShift[1]) };
}

/** How far the two ways agree. */
export function comparisonLines(model: ShiftModel, full: boolean) {
  const { largest, inside, unchanged, scale } = model.comparison;
  return {
    largest: sizeLine(model, largest.at, full),
    inside: inside && sizeLine(model, inside.at, full),
    relative:
      scale > 0
        ? expressionLine(`${number(largest.size, full)} / ${number(scale, full)}`, largest.size / scale, {
            full,
          })
        : null,
    unchanged: expressionLine(`${unchanged} / ${model.out ** 2}`, unchanged / model.out ** 2, { full }),
  };
}

/** The rule that the figure tests, and the layer that it is tested on. */
export function ruleOf(model: ShiftModel): string {
  const { settings } = model;
  const { stride } = settings;
  const s = stride === 1 ? '' : `/${stride}`;
  const rule = String.raw`y(T_{\tau}x)\;\overset{?}{=}\;T_{\tau${s}}\,y(x)`;
  const at = stride === 1 ? 'i' : `${stride}i`;
  const across = stride === 1 ? 'j' : `${stride}j`;
  const wide = windowOf(settings) - 1;
  const layer = {
    conv: String.raw`y(x)_{i,j}=\sum_{u,v}x_{${at}+u-1,\,${across}+v-1}\,w_{u,v}`,
    max: String.raw`y(x)_{i,j}=\max_{0\le u,v\le ${wide}}x_{${at}+u,\,${across}+v}`,
    blur: String.raw`y(x)_{i,j}=\sum_{u,v}\mathrm{max}(x)_{${at}+u-1,\,${across}+v-1}\,w_{u,v}`,
  }[settings.operation];
  return String.raw`${rule}\qquad ${layer}`;
}
