import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { LearnModel } from './model.ts';
import { KERNEL } from './parameters.ts';
import type { LearnView } from './view.ts';

export const WORDS = {
  title: { en: 'Nine numbers that learn', zh: '九个会学习的数' },
  shortTitle: { en: 'A kernel learns', zh: '卷积核学习' },
  learning: { en: 'How it learns', zh: '怎样学' },
  material: { en: 'From what', zh: '从什么学' },
  steps: { en: 'Steps', zh: '步' },
  step: { en: 'step', zh: '步' },
  loss: { en: 'Loss', zh: '损失' },
  least: { en: 'least', zh: '最低' },
} as const satisfies Record<string, Text>;

const number = (value: number): string => printNumber(value, { digits: 3 }).text;

/** What is to be seen now. */
export function captionOf(model: LearnModel, view: LearnView, language: Language): string {
  return (view.asked ? askedText(model, view) : stepText(model, view))[language];
}

function askedText({ params, x }: LearnModel, { asked, now }: LearnView): Text {
  switch (asked?.grid) {
    case 'y':
      return {
        en: 'What the kernel of this moment makes of nine pixels.',
        zh: '此刻的卷积核把九个像素算成这个数。',
      };
    case 't':
      return {
        en: 'What the hidden kernel makes of the same nine pixels. The learner sees this number, not that kernel.',
        zh: '隐藏的卷积核把同样九个像素算成这个数。学习的一方只看得到这个数，看不到那个核。',
      };
    case 'dw':
      return {
        en: `This weight was used ${counted(now.y.size, 'time')}, in ${counted(x.shape[0] as number, 'picture')}: every error times the pixel that the weight met there.`,
        zh: `这个权重在 ${x.shape[0]} 张图里一共用了 ${now.y.size} 次：每处误差乘以它在那里遇到的像素，再全部相加。`,
      };
    default:
      return {
        en: `Output minus target, twice, shared among ${counted(now.y.size, 'cell')}: rate ${number(params.rate)} decides what comes of it.`,
        zh: `输出减目标，乘以 2，再除以 ${now.y.size} 格；学习率 ${number(params.rate)} 决定它起多大作用。`,
      };
  }
}

function stepText(model: LearnModel, view: LearnView): Text {
  const { descent, goal } = model;
  const { now, position, ranAway, weight } = view;
  const name = cellName('w', [Math.floor(weight / KERNEL), weight % KERNEL]);
  if (ranAway !== undefined)
    return {
      en: `After ${counted(ranAway, 'step')} the loss has passed a million million: the learning rate is too large. Take a smaller one.`,
      zh: `走了 ${ranAway} 步，损失已超过一万亿：学习率太大了，换个小些的。`,
    };
  const first = descent.at(0).loss;
  if (position < 1)
    return {
      en: `The loss is ${number(first)}. Each press moves all nine weights against their slopes; ${name} has the steepest.`,
      zh: `损失为 ${number(first)}。每按一次，九个权重都逆着各自的斜率走一步；最陡的是 ${name}。`,
    };
  const taken = Math.floor(position);
  const verdict = verdictOf(model, view);
  const off = goal && Math.max(...now.w.data.map((value, i) => Math.abs(value - (goal.data[i] as number))));
  const near: Text =
    off === null
      ? { en: '', zh: '' }
      : { en: `, farthest weight ${number(off)} off`, zh: `，离得最远的权重还差 ${number(off)}` };
  return {
    en: `After ${counted(taken, 'step')}: loss ${number(now.loss)}${near.en}. ${verdict.en}`.trim(),
    zh: `走了 ${taken} 步，损失为 ${number(now.loss)}${near.zh}。${verdict.zh}`,
  };
}

/** Why it does not arrive, where it does not. */
function verdictOf({ bowl, params, goal, descent }: LearnModel, { now }: LearnView): Text {
  const { learnable, bound, least } = bowl;
  if (params.rate > bound)
    return {
      en: `A rate above ${number(bound)}: steps grow.`,
      zh: `学习率高于 ${number(bound)}，步子越走越大。`,
    };
  if (!goal && least > 1e-9)
    return {
      en: `No kernel comes below ${number(least)}: this target is no convolution.`,
      zh: `任何卷积核都低不过 ${number(least)}：这个目标不是卷积。`,
    };
  if (learnable < KERNEL ** 2)
    return {
      en: `Only ${learnable} of 9 directions ${learnable === 1 ? 'shows and moves' : 'show and move'}.`,
      zh: `9 个方向中，图像只分得清 ${learnable} 个，其余都不动。`,
    };
  return now.loss < 1e-6 * descent.at(0).loss
    ? { en: 'Nobody wrote this kernel down.', zh: '这个卷积核没有人写下过。' }
    : { en: '', zh: '' };
}

/** What the chart shows, for those who do not see it. */
export const chartLabel = ({ now, position }: LearnView): Text => ({
  en: `The loss over ${counted(Math.floor(position), 'step')}, now ${number(now.loss)}.`,
  zh: `${Math.floor(position)} 步以来的损失，现在是 ${number(now.loss)}。`,
});
