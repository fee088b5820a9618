import { numberText, printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import { type Region, regionOf } from '../../network/rateBounds.ts';
import type { DescentModel } from './model.ts';
import type { DescentView } from './view.ts';
import type { OptimizerName } from './words.ts';

const both = (values: readonly number[]): string =>
  values.length === 1 ? numberText(values[0] as number) : `(${values.map(numberText).join(', ')})`;

export const REGIONS: Readonly<Record<Region, Text>> = {
  slow: { en: 'too small', zh: '太小' },
  smooth: { en: 'converges', zh: '收敛' },
  bounces: { en: 'bounces', zh: '来回跳' },
  edge: { en: 'bounces for ever', zh: '永远来回跳' },
  diverges: { en: 'diverges', zh: '发散' },
};

/** Two numbers with as many digits as it takes to tell them apart. */
function apart(a: number, b: number): readonly [string, string] {
  for (let digits = 3; digits < 12; digits++) {
    const [one, two] = [a, b].map((value) => printNumber(value, { digits }).text) as [string, string];
    if (one !== two) return [one, two];
  }
  return [numberText(a), numberText(b)];
}

/** Whether a place lies outside of the plot. */
export function hasLeft({ landscape }: DescentModel, [first = 0, second = 0]: readonly number[]): boolean {
  const [low, high] = landscape.across;
  return first < low || first > high || Math.abs(second) > 2 * landscape.top;
}

/** The plot in words. */
export function plotLabel(model: DescentModel, { ball, loss, update }: DescentView): Text {
  const [where, height, slope] = [both(ball), numberText(loss), both(update.slope)];
  const n = model.path.updates.length;
  return {
    en: `The loss over ${model.landscape.letters.join(' and ')}: the ball lies at ${where}, where the loss is ${height}. Gradient of this update ${slope}; ${n} updates in all.`,
    zh: `损失随 ${model.landscape.letters.join('、')} 的变化：小球在 ${both(ball)} 处，损失为 ${height}。这次更新的梯度为 ${both(update.slope)}，一共更新 ${n} 次。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: DescentModel, view: DescentView, language: Language): string {
  return wordsOf(model, view)[language];
}

function wordsOf(model: DescentModel, view: DescentView): Text {
  const { fact, update, k } = view;
  if (view.over)
    return {
      en: `After ${k + 1} updates the ball is at ${both(update.next)}. Next is beyond 3.4e38, where no float32 is finite.`,
      zh: `${k + 1} 次更新之后，小球在 ${both(update.next)} 处。再往下就超过 3.4e38，float32 里只剩无穷大。`,
    };
  if (fact === 'loss')
    return {
      en: `The ball lies at ${both(update.at)}, where the loss is ${numberText(update.loss)}. Which way is down?`,
      zh: `小球在 ${both(update.at)} 处，损失为 ${numberText(update.loss)}。哪边是下坡？`,
    };
  if (fact === 'slope') return slopeWords(view);
  if (fact === 'step') return stepWords(model, view);
  return movedWords(model, view);
}

function slopeWords({ update, k, nudge, equations }: DescentView): Text {
  const slope = both(update.slope);
  if (nudge > 0 && equations.length > 1) {
    const ratio = numberText(equations[0]?.value as number);
    return {
      en: `Nudged by ${nudge}, the loss changes by ${ratio} per unit of w. As ε shrinks, this goes to ${slope}.`,
      zh: `w 拨动 ${nudge}，损失平均每单位变化 ${ratio}。ε 越小，这个比值越接近 ${slope}。`,
    };
  }
  const noisy =
    update.example === null
      ? { en: '', zh: '' }
      : {
          en: `, example ${update.example} alone`,
          zh: `它只出自第 ${update.example} 个样本。`,
        };
  const [first = 0] = update.slope;
  if (update.slope.every((value) => value === 0))
    return {
      en: `Update ${k + 1}${noisy.en}: the slope is 0. There is no way down, so nothing moves.`,
      zh: `第 ${k + 1} 次更新：斜率为 0，没有下坡，所以不动。${noisy.zh}`,
    };
  if (update.slope.length > 1)
    return {
      en: `Update ${k + 1}${noisy.en}: the gradient ${slope} points straight uphill, across the contours.`,
      zh: `第 ${k + 1} 次更新：梯度为 ${both(update.slope)}，指向正上坡，与等高线垂直。${noisy.zh}`,
    };
  return {
    en: `Update ${k + 1}${noisy.en}: the slope is ${slope}, so down is to the ${first > 0 ? 'left' : 'right'}.`,
    zh: `第 ${k + 1} 次更新：斜率为 ${slope}，所以下坡在${first > 0 ? '左' : '右'}边。${noisy.zh}`,
  };
}

const WHAT: Readonly<Record<OptimizerName, Text>> = {
  sgd: { en: 'Minus the rate times the gradient', zh: '学习率乘梯度，再取负号' },
  momentum: { en: 'Minus the rate times the velocity', zh: '学习率乘速度，再取负号' },
  adam: { en: 'The mean gradient over its typical size', zh: '梯度的均值除以它通常的大小' },
};

function stepWords({ params }: DescentModel, { update }: DescentView): Text {
  const step = update.next.map((to, i) => to - (update.at[i] as number));
  const what = WHAT[params.optimizer];
  return {
    en: `${what.en}: the step is ${both(step)}.`,
    zh: `${what.zh}：这一步走 ${both(step)}。`,
  };
}

function movedWords(model: DescentModel, { update, k }: DescentView): Text {
  const { path, bounds, params, landscape } = model;
  const loss = landscape.loss(update.next);
  const [from, to] = apart(update.loss, loss);
  const n = path.updates.length;
  const [place, stays] = [both(update.next), from === to];
  const rises = loss > update.loss;
  if (hasLeft(model, update.next))
    return {
      en: `Update ${k + 1} of ${n}: the ball is off the picture, at ${place}. The loss is ${to}.`,
      zh: `第 ${k + 1} 次更新（共 ${n} 次）：小球已在画面之外，位于 ${place}。损失现为 ${to}。`,
    };
  const forEver =
    bounds !== null && params.optimizer === 'sgd' && regionOf(params.rate, bounds) === 'edge' && stays;
  return {
    en: `Update ${k + 1} of ${n}: the ball moves to ${place}, and the loss ${stays ? `stays at ${to}` : `${rises ? 'rises' : 'falls'} from ${from} to ${to}`}.${forEver ? ' It will bounce for ever.' : ''}`,
    zh: `第 ${k + 1} 次更新（共 ${n} 次）：小球移到 ${place}，损失${stays ? `仍为 ${to}` : `从 ${from} ${rises ? '升' : '降'}到 ${to}`}。${forEver ? '它会永远来回跳。' : ''}`,
  };
}
