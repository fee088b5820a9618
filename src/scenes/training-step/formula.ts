import { numberTex, numberText, printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import type { StepModel } from './model.ts';
import type { StepView } from './view.ts';

const [w, dw, q, z, dz, L] = [
  tex('w'),
  tex('dw'),
  tex('probs', 't'),
  tex('logits', 'k'),
  tex('dlogits'),
  tex('loss'),
];
const SHARE = `${tex('probs', 'k')}=\\frac{e^{${z}}}{\\sum_j e^{${tex('logits', 'j')}}}`;
const PROMISE = `\\Delta ${L}\\approx-\\eta\\,\\lVert ${dw}\\rVert^2`;
const UPDATE = `${tex('stepped')}=${w}-\\eta\\,${dw}`;
const GRADIENT = `${tex('dw', 'f,u,v')}=\\sum_{i,j}${tex('dpre', 'f,i,j')}\\,${tex('x')}_{i+u-2,\\,j+v-2}`;

/** The rule of the part, or of the cell that is asked for. Of the promise: the first term of the Taylor series along −∂w. */
export function ruleOf(_: StepModel, { part, asked }: StepView): string {
  switch (asked?.grid) {
    case 'logits':
      return `${z}=\\sum_{c,i,j}${tex('w', 'k,c,i,j')}\\,${tex('y')}_{c,i,j}+${tex('b', 'k')}`;
    case 'probs':
      return SHARE;
    case 'dlogits':
      return `${dz}_k=${tex('probs', 'k')}-${tex('target', 'k')}`;
    case 'dw':
      return GRADIENT;
    case 'w':
    case 'stepped':
      return UPDATE;
    default:
  }
  return [SHARE, SHARE, `${L}=-\\ln ${q}`, `${GRADIENT},\\quad ${PROMISE}`, UPDATE][part] as string;
}

/** Under the learning rate: what the slope promises of the first step, and what came of it. */
export function sizesOf(
  { params, first, outcome }: StepModel,
  held: string | null,
): { readonly tex: string; readonly sentence: Text } | null {
  if (held !== null && held !== 'rate') return null;
  const plain = (value: number): string => numberTex(numberText(value));
  const promised = -params.rate * first.square;
  return {
    tex: `-\\eta\\lVert ${dw}\\rVert^2=-${numberTex(printNumber(params.rate, { full: true }).text)}\\cdot ${plain(first.square)}\\approx ${plain(promised)}`,
    sentence: saidOf(first.pass.loss, promised, outcome(0).loss - first.pass.loss),
  };
}

/** How far the straight line of the slope held. */
export function saidOf(loss: number, promised: number, change: number): Text {
  const percent = Math.round((100 * change) / promised);
  if (promised > -1e-9 || !Number.isFinite(percent))
    return { en: 'The gradient is all but 0: nothing moves.', zh: '梯度几乎为 0：什么也不动。' };
  if (change > 0) return { en: 'And yet the loss rises.', zh: '可损失反而上升。' };
  if (loss + promised < 0)
    return { en: 'It promises a loss below 0; there is none.', zh: '它预计损失小于 0，而这不可能。' };
  return percent >= 97
    ? { en: `${percent}% of it came true: the line holds.`, zh: `实现了 ${percent}%：直线管用。` }
    : { en: `${percent}% of it came true: the curve bends away.`, zh: `只实现了 ${percent}%：曲线弯走了。` };
}
