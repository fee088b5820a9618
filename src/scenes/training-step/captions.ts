import { numberText, printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import { STEPS, type StepModel } from './model.ts';
import type { StepView } from './view.ts';

export const percentText = (share: number): string => `${printNumber(100 * share, { digits: 1 }).text}%`;
const change = (value: number): string => printNumber(value, { digits: 4 }).text;

/** The moment in words. */
export function captionOf(model: StepModel, view: StepView, language: Language): string {
  return (view.asked ? askedText(model, view) : partText(model, view))[language];
}

function partText(model: StepModel, { k, part, step, weight, loss, promised, happened }: StepView): Text {
  const { label, params } = model;
  const { best, values } = step.pass;
  const share = (of: number): string => percentText(values.probs.data[of] as number);
  const one = params.along === 'one';
  switch (part) {
    case 0:
      return {
        en: `Step ${k + 1} of ${STEPS}: the digit ${label}, and the weights as they are now.`,
        zh: `第 ${k + 1} 步（共 ${STEPS} 步）：数字 ${label}，权重还是现在这样。`,
      };
    case 1:
      return best === label
        ? {
            en: `Forward: it is read as ${best}, with ${share(best)}.`,
            zh: `前向：读作 ${best}，概率 ${share(best)}。`,
          }
        : {
            en: `Forward: it is read as ${best} (${share(best)}). The ${label} that it is gets ${share(label)}.`,
            zh: `前向：读作 ${best}（${share(best)}）。它其实是 ${label}，只得到 ${share(label)}。`,
          };
    case 2:
      return {
        en: `The loss is ${numberText(loss)}. Ten equal guesses would cost 2.303.`,
        zh: `损失为 ${numberText(loss)}。十个类别平均猜，损失是 2.303。`,
      };
    case 3:
      return {
        en: `Backward: 11,274 slopes. ${one ? `Moving ${weight.name} alone` : 'Moving all weights'} promises a loss of ${numberText(promised)}.`,
        zh: `反向：11,274 个斜率。${one ? `只动 ${weight.name}` : '全部权重一起动'}，预计损失降到 ${numberText(promised)}。`,
      };
    default:
      return {
        en: `Update${one ? ` of ${weight.name} alone` : ''}: promised ${change(promised - loss)}, happened ${change(happened - loss)}. The loss is now ${numberText(happened)}.`,
        zh: `更新${one ? `，只动 ${weight.name}` : ''}：预计变化 ${change(promised - loss)}，实际 ${change(happened - loss)}。损失现为 ${numberText(happened)}。`,
      };
  }
}

function askedText({ params, label }: StepModel, { asked, weight, step }: StepView): Text {
  const row = asked?.row ?? 0;
  const at = (of: 'logits' | 'probs'): number => step.pass.values[of].data[row] as number;
  switch (asked?.grid) {
    case 'logits':
      return {
        en: `The score of class ${row}: 784 products and a bias give ${numberText(at('logits'))}.`,
        zh: `类别 ${row} 的得分：784 个乘积加偏置，得 ${numberText(at('logits'))}。`,
      };
    case 'probs':
      return {
        en: `The share of class ${row}: ${percentText(at('probs'))}.`,
        zh: `类别 ${row} 的概率：${percentText(at('probs'))}。`,
      };
    case 'dlogits':
      return {
        en: `The slope of score ${row}: its share${row === label ? ', less 1, for it is the right class' : '; nothing is taken off, for it is a wrong class'}.`,
        zh: `得分 ${row} 的斜率：它的概率${row === label ? '减去 1，因为它是正确类别' : '，不减，因为它是错误类别'}。`,
      };
    default: {
      const [before, gradient, after] = [weight.before, weight.gradient, weight.after].map(change);
      return {
        en: `${weight.name}: before ${before}, gradient ${gradient}, after a step of ${params.rate} it is ${after}.`,
        zh: `${weight.name}：更新前 ${before}，梯度 ${gradient}，学习率 ${params.rate}，更新后 ${after}。`,
      };
    }
  }
}

/** What the plot shows. */
export function plotLabel({ loss, promised, happened, k }: StepView, { params, label }: StepModel): Text {
  const [l, p, h] = [loss, promised, happened].map(numberText);
  return {
    en: `The loss of the digit ${label} over the learning rate of step ${k + 1}, from ${l}. At ${params.rate} the tangent promises ${p}, and the loss is ${h}.`,
    zh: `数字 ${label} 的损失随第 ${k + 1} 步学习率的变化，起点为 ${l}。学习率为 ${params.rate} 时，切线预计 ${p}，实际为 ${h}。`,
  };
}
