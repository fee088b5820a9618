import { inSentence } from '../../formula/inSentence.ts';
import { numberText, printNumber } from '../../formula/numbers.ts';
import { capital, type Language, type Text } from '../../language/language.ts';
import type { SoftmaxModel } from './model.ts';
import type { SoftmaxView } from './view.ts';

export const WORDS = {
  title: { en: 'From logits to probabilities, and to a loss', zh: '从 logits 到概率，再到损失' },
  shortTitle: { en: 'Logits to a loss', zh: '从 logits 到损失' },
  classes: { en: 'Classes', zh: '类别数' },
  temperature: { en: 'Temperature', zh: '温度' },
  subtract: { en: 'Subtract the maximum', zh: '先减去最大值' },
  truth: { en: 'True class', zh: '真实类别' },
  seed: { en: 'Numbers', zh: '数' },
  logits: { en: 'Logits', zh: 'logits' },
  howSharp: { en: 'How sharply it decides', zh: '分得多开' },
  allLogits: { en: 'All logits', zh: '全部 logits' },
  guess: { en: 'equal shares', zh: '均分' },
  bars: {
    logits: { en: 'Logits, as bars', zh: 'logits 的条' },
    exps: { en: 'Exponentials, as bars', zh: '指数值的条' },
    probs: { en: 'Probabilities, as bars', zh: '概率的条' },
  },
} as const;

/** What one number of a column is. */
export const COLUMN_NAMES = {
  logits: { en: 'logit', zh: 'logit' },
  exps: { en: 'exponential', zh: '指数值' },
  probs: { en: 'probability', zh: '概率' },
  label: { en: 'label', zh: '标签' },
  dlogits: { en: 'gradient of logit', zh: 'logit 的梯度' },
} as const satisfies Record<string, Text>;

export const STRETCHES = {
  exp: { en: 'exponentials', zh: '指数值' },
  sum: { en: 'sum', zh: '总和' },
  share: { en: 'shares', zh: '份额' },
  loss: { en: 'loss', zh: '损失' },
  gradient: { en: 'gradient', zh: '梯度' },
} as const satisfies Record<string, Text>;

/** A number in a sentence, which in Chinese brings its space; what is no number is said in words. */
function said(value: number, language: Language): string {
  if (Number.isNaN(value)) return language === 'en' ? 'not a number' : '不是一个数';
  if (!Number.isFinite(value)) return language === 'en' ? 'infinite' : '无穷大';
  const result = printNumber(value);
  return inSentence({ sign: result.exact ? '=' : '≈', result }, language);
}

/** A share as a percentage. Below a tenth of a percent the number itself says more. */
function percent(value: number, language: Language): string {
  if (!Number.isFinite(value) || (value > 0 && value < 0.001)) return said(value, language);
  const digits = value > 0.999 && value < 1 ? 3 : 1;
  return `${language === 'zh' ? ' ' : ''}${printNumber(value * 100, { digits }).text}%`;
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: SoftmaxModel, view: SoftmaxView, language: Language): string {
  if (!model.sound && view.subject !== 'start') return brokenWords(model, language);
  switch (view.subject) {
    case 'start':
      return language === 'en'
        ? 'The logits are there: one score for each class, of any size and sign.'
        : 'logits 已经有了：每个类别一个得分，大小和正负都不受限制。';
    case 'exp':
      return expWords(model, view, language);
    case 'sum':
      return sumWords(model, view, language);
    case 'share':
      return shareWords(model, view, language);
    case 'loss':
      return lossWords(model, language);
    case 'gradient':
      return view.isEnd ? endWords(model, language) : gradientWords(model, view, language);
  }
}

function expWords(
  { z, exps, names, params, subtracted }: SoftmaxModel,
  { k }: SoftmaxView,
  language: Language,
) {
  const name = (names[k] as Text)[language];
  const [logit, e] = [numberText(z.data[k] as number), said(exps[k] as number, language)];
  const below = subtracted - (z.data[k] as number);
  if (!params.subtract)
    return language === 'en'
      ? `${capital(name)}: from the logit ${logit} the exponential is ${e}. It is positive, whatever the logit’s sign.`
      : `${name}：logit 为 ${logit}，指数值为${e}。不论 logit 正负，指数值都是正数。`;
  if (below === 0)
    return language === 'en'
      ? `${capital(name)}: no logit is larger than ${logit}. Less itself it is 0, and the exponential of 0 is 1.`
      : `${name}：没有哪个 logit 比 ${logit} 更大。减去自己得 0，而 0 的指数值是 1。`;
  return language === 'en'
    ? `${capital(name)}: the logit ${logit} lies ${numberText(below)} below the largest. Its exponential is ${e}.`
    : `${name}：logit 为 ${logit}，比最大的低 ${numberText(below)}，指数值为${e}。`;
}

function sumWords({ names, total }: SoftmaxModel, { done }: SoftmaxView, language: Language): string {
  const sum = total.terms.slice(0, done).reduce((all, { value }) => all + value, 0);
  return language === 'en'
    ? `${done} of ${names.length} exponentials are in: together ${said(sum, language)}.`
    : `${names.length} 个指数值已加入 ${done} 个，合计${said(sum, language)}。`;
}

function shareWords({ names, q, exps, total }: SoftmaxModel, { k }: SoftmaxView, language: Language): string {
  const name = (names[k] as Text)[language];
  const [e, sum, share] = [
    said(exps[k] as number, language),
    said(total.value, language),
    percent(q[k] as number, language),
  ];
  return language === 'en'
    ? `${capital(name)}: of ${sum} in all, ${e} is its own. That is a share of ${share}.`
    : `${name}：总和为${sum}，自己占${e}，份额是${share}。`;
}

function lossWords({ names, q, params, loss, guess }: SoftmaxModel, language: Language): string {
  const name = (names[params.truth] as Text)[language];
  const [share, cost, fair] = [
    percent(q[params.truth] as number, language),
    said(loss, language),
    said(guess, language),
  ];
  return language === 'en'
    ? `The true class, ${name}, has ${share}: the loss is ${cost}. Equal shares would cost ${fair}.`
    : `真实类别${name}的份额是${share}，损失为${cost}。各类均分的话，损失为${fair}。`;
}

function gradientWords({ names, t, dz }: SoftmaxModel, { k }: SoftmaxView, language: Language): string {
  const name = (names[k] as Text)[language];
  const slope = dz[k] as number;
  const value = said(slope, language);
  if (slope === 0)
    return language === 'en'
      ? `${capital(name)}: share and label agree to the last digit. The gradient is 0, nothing pushes this logit.`
      : `${name}：份额与标签一位不差。梯度为 0，没有什么推动这个 logit。`;
  if (t[k] === 1)
    return language === 'en'
      ? `${capital(name)} is the true class and should be 1. The gradient is ${value}: raising this logit lowers the loss.`
      : `${name}是真实类别，份额还不到 1。梯度为${value}：这个 logit 增大，损失就减小。`;
  return language === 'en'
    ? `${capital(name)} is wrong and should be 0. The gradient is ${value}: raising this logit raises the loss.`
    : `${name}不是真实类别，份额本该是 0。梯度为${value}：这个 logit 增大，损失也增大。`;
}

function endWords({ names, q, params, top }: SoftmaxModel, language: Language): string {
  const [truth, best] = [(names[params.truth] as Text)[language], (names[top] as Text)[language]];
  const [of, most] = [percent(q[params.truth] as number, language), percent(q[top] as number, language)];
  if (q[top] === q[params.truth])
    return language === 'en'
      ? `The picture shows a ${truth}, and no share is larger than its ${of}. The gradients add up to 0.`
      : `图像里是${truth}，没有哪个份额比它的${of} 更大。各个梯度之和为 0。`;
  return language === 'en'
    ? `The picture shows a ${truth}, yet the ${best} has the largest share: ${most} against ${of}.`
    : `图像里是${truth}，份额最大的却是${best}：${most.trim()} 对${of}。`;
}

function brokenWords({ exps, q, params, names }: SoftmaxModel, language: Language): string {
  const name = (names[params.truth] as Text)[language];
  if (exps.some((value) => value === Number.POSITIVE_INFINITY))
    return language === 'en'
      ? 'An exponential is too large for a double and became ∞. ∞ by ∞ is no number, nor is what follows.'
      : '有一个指数值超出双精度的范围，成了 ∞。无穷除以无穷不是一个数，后面便什么也算不出来了。';
  if (exps.every((value) => value === 0))
    return language === 'en'
      ? 'Every exponential is smaller than a double can hold and became 0. Nothing by nothing is no number.'
      : '所有指数值都小到双精度容不下，成了 0。零除以零不是一个数。';
  return language === 'en'
    ? `The share of the ${name} is too small for a double: ${said(q[params.truth] as number, language)}. Its logarithm, the loss, or its gradient is lost.`
    : `${name}的份额小到双精度容不下：${said(q[params.truth] as number, language).trim()}。它的对数即损失，或者梯度，就此丢失。`;
}
