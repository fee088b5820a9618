import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Control } from '../../kit/digitPass/control.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { explainPixel, explainUnit } from '../../kit/digitPass/quickExplain.ts';
import { shareParts } from '../../kit/digitPass/sharesLine.ts';
import { middleOf, type PushState } from '../../kit/digitPass/walk.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { GREY, type PushModel } from './model.ts';

const SIDE = FACTS.image.rows;

/** The place of a pixel, or of another cell, in a grid without planes. */
export const at = (grid: string, row: number, col = 0): Place => ({ grid, plane: 0, row, col });

interface Now {
  readonly step: number;
  readonly state: PushState;
  readonly before: PushState;
  readonly control: Control | null;
  readonly change: Float64Array;
}

/** The arithmetic of the cell that is asked for. */
export function equationsOf(model: PushModel, now: Now, asked: Place, full: boolean): Equation[] {
  const { walk, params, pixels } = model;
  const { start } = walk.push;
  const { state, before, control, change } = now;
  const { grid, row, col } = asked;
  const i = row * SIDE + col;
  const text = (value: number): string => printNumber(value, { full }).text;
  const pixelOf = (of: string, value: number): ExpressionPart => ({
    text: text(value),
    place: at(of, row, col),
  });
  const line = (
    parts: readonly ExpressionPart[],
    value: number,
    head = cellName(grid, [row, col]),
  ): Equation => expressionEquation({ head, parts, value, full, target: asked });
  switch (grid) {
    case 'x0':
      return [line([`${pixels[i]} / 255`], start[i] as number)];
    case 'change':
      return [
        line(
          [pixelOf('x', state.x[i] as number), ' − ', pixelOf('x0', start[i] as number)],
          change[i] as number,
          cellName('change', [row, col]),
        ),
      ];
    case 'shuffled': {
      const sum: ExpressionPart[] = [
        pixelOf('x0', start[i] as number),
        ' + ',
        operand(text(control?.moved[i] ?? 0)),
      ];
      return [line(clipped(sum, params.clip), control?.x[i] ?? 0)];
    }
    case 'dx':
      return [gradientEquation(model, before, asked, full)];
    case 'probs':
      return [shareEquation(state, asked, full)];
    case 'unit':
    case 'w':
      return [unitEquation(model, state, full)];
    default:
      return now.step === 0
        ? [
            line(
              [params.mode === 'fool' ? pixelOf('x0', start[i] as number) : text(start[i] as number)],
              start[i] as number,
            ),
          ]
        : [line(clipped(stepParts(model, before, i, full), params.clip), state.x[i] as number)];
  }
}

const clipped = (parts: readonly ExpressionPart[], clip: boolean): ExpressionPart[] =>
  clip ? ['min(1, max(0, ', ...parts, '))'] : [...parts];

/** The pixel before, pulled back to grey, and its step. */
function stepParts(
  { walk: { push }, params }: PushModel,
  { x, gradient }: PushState,
  i: number,
  full: boolean,
) {
  const { goal, rule, rate, keep } = push;
  const text = (value: number): string => printNumber(value, { full }).text;
  const [pixel, slope] = [text(x[i] as number), gradient[i] as number];
  const isDown = goal.kind === 'loss' && goal.direction < 0;
  const place = at('dx', Math.floor(i / SIDE), i % SIDE);
  const by = operand(text(rule === 'sign' ? Math.sign(slope) : slope));
  const kept = keep === 1 ? pixel : `${GREY} + ${keep} × (${pixel} − ${GREY})`;
  const size = rule === 'sign' ? `${params.levels} / 255` : printNumber(rate, { full: true }).text;
  return [`${kept} ${isDown ? '−' : '+'} ${size} × `, { text: by, place }];
}

/** The gradient of a pixel, as the sum that it is. */
const gradientEquation = (
  { walk }: PushModel,
  { x }: PushState,
  { row, col }: Place,
  full: boolean,
): Equation =>
  sumEquation(explainPixel(walk.push.goal, x, row, col), {
    ...{ full, placeOf: () => null },
    target: at('dx', row, col),
  });

/** A number of the network, as the sum that it is; kernel and picture of the first layer stand on the stage. */
function unitEquation({ unit }: PushModel, { x }: PushState, full: boolean): Equation {
  const { layer, k } = unit;
  const { row, col } = middleOf(unit);
  const placeOf = (name: string, index: readonly number[]): Place | null =>
    layer === 'conv1' && (name === 'x' || name === 'w')
      ? at(name, index.at(-2) as number, index.at(-1) as number)
      : null;
  const head = layer === 'logits' ? cellName('logits', [k]) : cellName(`pre_${k}`, [row, col]);
  return sumEquation(explainUnit(unit, x), { full, placeOf, target: at('unit', 0), head });
}

function shareEquation({ logits, shares }: PushState, asked: Place, full: boolean): Equation {
  const text = (value: number): string => printNumber(value, { full }).text;
  return expressionEquation({
    head: cellName('probs', [asked.row]),
    parts: shareParts(logits, asked.row, text, () => null),
    ...{ value: shares[asked.row] as number, full, target: asked },
  });
}
