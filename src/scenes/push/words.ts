import { printNumber } from '../../formula/numbers.ts';
import { bestOf } from '../../kit/digitPass/quickLoss.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { PushModel } from './model.ts';
import type { PushView } from './view.ts';

export const WORDS = {
  title: { en: 'Push the picture', zh: '推一推图像' },
  mode: { en: 'Aim', zh: '目的' },
  fool: { en: 'Fool it', zh: '骗过它' },
  grow: { en: 'Grow from grey', zh: '从灰色长出' },
  aim: { en: 'Direction', zh: '方向' },
  to: { en: 'towards', zh: '朝向' },
  away: { en: 'away', zh: '远离' },
  target: { en: 'Class', zh: '类别' },
  rule: { en: 'Step', zh: '步子' },
  sign: { en: 'sign', zh: '符号' },
  gradient: { en: 'gradient', zh: '梯度' },
  levels: { en: 'Grey levels', zh: '灰度级' },
  rate: { en: 'Rate η', zh: '学习率 η' },
  layer: { en: 'Layer', zh: '层' },
  conv1: { en: 'Convolve 1 (8)', zh: '卷积 1（8）' },
  conv2: { en: 'Convolve 2 (16)', zh: '卷积 2（16）' },
  logits: { en: 'Scores (10)', zh: '得分（10）' },
  unit: { en: 'Filter', zh: '滤波器' },
  growth: { en: 'Rate η', zh: '学习率 η' },
  decay: { en: 'Decay κ', zh: '衰减 κ' },
  noise: { en: 'Noise', zh: '噪声' },
  clip: { en: 'Keep to 0 … 1', zh: '限制在 0 … 1' },
  seed: { en: 'Seed', zh: '种子' },
  which: { en: 'From what to what', zh: '从什么到什么' },
  wanted: { en: 'What to excite', zh: '要激发什么' },
  how: { en: 'How it steps', zh: '怎样走' },
  pushed: { en: 'pushed', zh: '推过的' },
  shuffled: { en: 'shuffled', zh: '打乱的' },
  read: { en: 'read as', zh: '读作' },
  largest: { en: 'largest / 255', zh: '最大改动/255' },
  length: { en: 'length', zh: '长度' },
  result: { en: 'Picture now', zh: '现在的图像' },
  step: { en: 'Gradient of this step', zh: '这一步的梯度' },
  kernel: { en: 'Its kernel', zh: '它的卷积核' },
  number: { en: 'Its number', zh: '它的数' },
  shares: { en: 'Shares of the ten classes after each step', zh: '每一步之后十个类别的概率' },
  rise: { en: 'The number after each step', zh: '每一步之后的数' },
} as const satisfies Record<string, Text>;

const percent = (share: number): string => printNumber(100 * share, { digits: 1 }).text;

/** `8 (75.3%)` */
export function readingText(shares: ArrayLike<number>): string {
  const best = bestOf(shares);
  return `${best} (${percent(shares[best] as number)}%)`;
}

const inChinese = (reading: string): string => reading.replace(' (', '（').replace(')', '）');

/** What the picture was read as before it was pushed. */
export function firstReadingText({ walk }: PushModel): Text {
  const reading = readingText(walk.at(0).shares);
  return { en: `At first read as ${reading}.`, zh: `起初读作 ${inChinese(reading)}。` };
}

/** What is grown: a filter, or a class. */
export const unitText = ({ unit }: PushModel): Text =>
  unit.layer === 'logits'
    ? { en: `the score of ${unit.k}`, zh: `类别 ${unit.k} 的得分` }
    : {
        en: `filter ${unit.k} of the ${unit.layer === 'conv1' ? 'first' : 'second'} convolution`,
        zh: `${unit.layer === 'conv1' ? '第一' : '第二'}个卷积的滤波器 ${unit.k} 的数`,
      };

export function captionOf(model: PushModel, view: PushView, language: Language): string {
  const { step, state, size } = view;
  if (model.params.mode === 'grow') {
    const value = printNumber(state.value).text;
    const wanted = unitText(model);
    const alike =
      view.alike === null
        ? { en: '', zh: '' }
        : {
            en: ` Cosine with the kernel: ${printNumber(view.alike).text}.`,
            zh: `与卷积核的余弦：${printNumber(view.alike).text}。`,
          };
    return {
      en: `After ${counted(step, 'step')}, ${wanted.en} stands at ${value}.${alike.en}`,
      zh: `${step} 步之后，${wanted.zh}是 ${value}。${alike.zh}`,
    }[language];
  }
  const read = readingText(state.shares);
  const levels = printNumber(255 * size.largest, { digits: 1 }).text;
  const control = readingText(view.control?.shares ?? state.shares);
  return {
    en: `After ${counted(step, 'step')}: read as ${read}. Changed by at most ${levels} of 255. Shuffled: ${control}.`,
    zh: `${step} 步之后读作 ${inChinese(read)}。最多改动 ${levels} 级（共 255）。打乱之后读作 ${inChinese(control)}。`,
  }[language];
}
