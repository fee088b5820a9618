import { printNumber } from '../../formula/numbers.ts';
import { errorText } from '../../kit/check/checkText.ts';
import type { Language, Text } from '../../language/language.ts';
import { digitsFor } from './lines.ts';
import type { CheckModel } from './model.ts';
import { TENSORS } from './network.ts';
import type { CheckView } from './view.ts';
import { SIGN } from './words.ts';

/** Which gradients are red, and whether that is right: the figure knows whether it has a bug. */
export function verdictText({ red, params }: CheckModel, language: Language): string {
  const names = red.map((name) => SIGN[name]).join(language === 'en' ? ', ' : '、');
  const all = red.length === TENSORS.length;
  const isBroken = params.bug !== 'none';
  const words: Text =
    red.length === 0
      ? isBroken
        ? { en: 'The check sees no error.', zh: '检验没有发现错误。' }
        : { en: 'All four hold.', zh: '四个梯度都合格。' }
      : isBroken
        ? {
            en: `Red: ${all ? 'all four' : names}.`,
            zh: `${all ? '四个梯度都' : `${names} `}不合格。`,
          }
        : {
            en: `False alarm: ${all ? 'all four' : names}.`,
            zh: `虚惊一场：${all ? '四个梯度都' : `${names} `}不合格。`,
          };
  return words[language];
}

/** The step in words, from the view alone. */
export function captionOf(model: CheckModel, view: CheckView, language: Language): string {
  const { step, check, theta, slope } = view;
  const { analytic, numeric, error, isKink } = check;
  const digits = Math.min(6, digitsFor(Math.abs(analytic - numeric), 1));
  const print = (value: number): string => printNumber(value, { digits }).text;
  const steps: readonly Text[] = [
    { en: `Next number: ${theta}. Both passes run forwards.`, zh: `下一个数：${theta}。两遍都只往前算。` },
    { en: `${theta} is nudged up by ε. Nothing else changes.`, zh: `把 ${theta} 加上 ε，别的都不动。` },
    { en: `A pass forwards gives the loss above.`, zh: `往前算一遍，得到上方的损失。` },
    { en: `${theta} is nudged down by ε.`, zh: `把 ${theta} 减去 ε。` },
    { en: `A second pass forwards gives the loss below.`, zh: `再往前算一遍，得到下方的损失。` },
    { en: `The difference of the two losses.`, zh: `两次损失相减。` },
    { en: `Divided by 2ε it is the slope of the secant.`, zh: `除以 2ε，就是割线的斜率。` },
    isKink
      ? {
          en: `Between the two nudges of ${theta} lies a kink, so it is not compared. ${verdictText(model, 'en')}`,
          zh: `${theta} 两次拨动之间有一个折点，不作比较。${verdictText(model, 'zh')}`,
        }
      : {
          en: `${slope}: backwards ${print(analytic)}, nudged ${print(numeric)}, relative error ${errorText(error)}. ${verdictText(model, 'en')}`,
          zh: `${slope}：反向 ${print(analytic)}，差分 ${print(numeric)}，相对误差 ${errorText(error)}。${verdictText(model, 'zh')}`,
        },
  ];
  return (steps[step] as Text)[language];
}

/** What the plot of the loss shows. */
export const curveLabel = ({ theta, check }: CheckView): Text => {
  const [a, n] = [check.analytic, check.numeric].map((value) => printNumber(value).text);
  return {
    en: `The loss around ${theta}, from 4ε below to 4ε above, its change over ε. The secant rises by ${n}, the tangent of the pass backwards by ${a}.`,
    zh: `${theta} 附近的损失，从低 4ε 到高 4ε，纵轴是损失的变化除以 ε。割线的斜率是 ${n}，反向传播给出的切线斜率是 ${a}。`,
  };
};

/** What the plot of the errors shows. */
export const errorsLabel = ({ theta }: CheckView): Text => ({
  en: `The relative error for ${theta} over ε from 10⁻¹² to 1, in float64 and in float32, both axes in powers of ten.`,
  zh: `${theta} 的相对误差随 ε 从 10⁻¹² 到 1 的变化，float64 与 float32 各一条线，两轴都是 10 的幂。`,
});
