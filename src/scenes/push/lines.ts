import { explainConv2d, explainConv2dInput } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { explainLinear } from '../../explain/linear.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { quickPass, quickWeights } from '../../kit/digitPass/quick.ts';
import { goalBack, type PushState } from '../../kit/digitPass/walk.ts';
import { digit } from '../../kit/samples/samples.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type Control, GREY, type PushModel } from './model.ts';

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
  const { walk, params } = model;
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
      return [line([`${digit(Number(params.digit)).pixels[i]} / 255`], start[i] as number)];
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

const MAPS = FACTS.conv1.maps;
const asTensor = (shape: readonly number[], data: Float64Array): Tensor =>
  tensor([...shape], data, 'float64');

/** The gradient of a pixel: what came back to the eight maps of the first convolution, times its kernels. */
function gradientEquation({ walk }: PushModel, { x }: PushState, asked: Place, full: boolean): Equation {
  const [w1] = quickWeights();
  const { dconv1 } = goalBack(walk.push.goal, quickPass(x));
  const explanation = explainConv2dInput(
    {
      w: asTensor([MAPS, 1, 5, 5], w1),
      dy: asTensor([1, MAPS, SIDE, SIDE], dconv1),
      inputShape: [1, 1, SIDE, SIDE],
    },
    { padding: 2 },
    [0, 0, asked.row, asked.col],
  );
  const terms = explanation.terms.filter(({ factors }) => factors.every(({ value }) => value !== 0));
  return sumEquation(
    { ...explanation, terms: terms.length > 0 ? terms : explanation.terms.slice(0, 1) },
    { full, placeOf: () => null, target: asked },
  );
}

/** A number of the network as the sum that it is. */
function unitEquation({ unit: { layer, k } }: PushModel, { x }: PushState, full: boolean): Equation {
  const [w1, b1, w2, b2, w3, b3] = quickWeights();
  const pass = quickPass(x);
  const middle = FACTS[layer].rows / 2;
  const explanation: SumExplanation =
    layer === 'logits'
      ? explainLinear(
          {
            x: asTensor([1, w3.length / b3.length], pass.pool2()),
            w: asTensor([b3.length, w3.length / b3.length], w3),
            b: asTensor([b3.length], b3),
          },
          [0, k],
        )
      : explainConv2d(
          layer === 'conv1'
            ? {
                x: asTensor([1, 1, SIDE, SIDE], x),
                w: asTensor([MAPS, 1, 5, 5], w1),
                b: asTensor([MAPS], b1),
              }
            : {
                x: asTensor([1, MAPS, SIDE / 2, SIDE / 2], pass.pool1),
                w: asTensor([b2.length, MAPS, 5, 5], w2),
                b: asTensor([b2.length], b2),
              },
          { padding: 2 },
          [0, k, middle, middle],
        );
  const placeOf = (name: string, index: readonly number[]): Place | null => {
    if (layer !== 'conv1' || (name !== 'x' && name !== 'w')) return null;
    return at(name, index.at(-2) as number, index.at(-1) as number);
  };
  const head = layer === 'logits' ? cellName('logits', [k]) : cellName(`pre_${k}`, [middle, middle]);
  return sumEquation(explanation, { full, placeOf, target: at('unit', 0), head });
}

function shareEquation({ logits, shares }: PushState, asked: Place, full: boolean): Equation {
  const text = (value: number): string => printNumber(value, { full }).text;
  const top = Math.max(...logits);
  const power = (k: number): string => `exp(${text(logits[k] as number)} − ${operand(text(top))})`;
  return expressionEquation({
    head: cellName('probs', [asked.row]),
    parts: [`${power(asked.row)} / (${Array.from(logits.keys(), power).join(' + ')})`],
    ...{ value: shares[asked.row] as number, full, target: asked },
  });
}
