import { thousands } from '../../formula/numbers.ts';
import { FILTERS, isBroken, placeOfFilter } from '../../kit/ablation/breaks.ts';
import type { Language, Text } from '../../language/language.ts';
import type { BrokenModel } from './model.ts';

export const WORDS = {
  title: { en: 'A filter broken, the test digits read again', zh: '弄坏一个滤波器，重读测试数字' },
  shortTitle: { en: 'Break it', zh: '弄坏它' },
  how: { en: 'Broken', zh: '弄坏' },
  silent: { en: 'Silent', zh: '静默' },
  frozen: { en: 'Frozen', zh: '冻结' },
  broken: { en: 'Broken filters', zh: '弄坏的滤波器' },
  filter: { en: 'Filter', zh: '滤波器' },
  map: { en: 'Input map', zh: '输入图' },
  weights: { en: 'Weights', zh: '权重' },
  digit: { en: 'Test digit', zh: '测试数字' },
  what: { en: 'What is done', zh: '怎样弄坏' },
  kernel: { en: 'Its kernel', zh: '它的卷积核' },
  change: { en: 'Weights', zh: '权重' },
  mend: { en: 'Mend all', zh: '全部修好' },
  trained: { en: 'As trained', zh: '训练所得' },
  turned: { en: 'Turned round', zh: '转 180°' },
  negative: { en: 'All signs changed', zh: '全部变号' },
  shuffled: { en: 'Shuffled', zh: '打乱' },
  mean: { en: 'All equal', zh: '全部相等' },
  own: { en: 'Your own', zh: '自己填' },
  x: { en: 'Digit', zh: '数字' },
  was: { en: 'Map, as trained', zh: '原来的图' },
  y: { en: 'Map now', zh: '现在的图' },
  share: { en: 'Share of each map in each score', zh: '每张图给各个得分的份额' },
  before: { en: 'before', zh: '原来' },
  now: { en: 'now', zh: '现在' },
  logits: { en: 'Scores', zh: '得分' },
  first: { en: 'Convolution 1', zh: '卷积 1' },
  second: { en: 'Convolution 2', zh: '卷积 2' },
  lost: { en: 'Digits lost without it', zh: '没有它会多错几个' },
  lostFrozen: { en: 'Digits lost when it is frozen', zh: '冻结它会多错几个' },
  waiting: { en: 'The test digits are being read …', zh: '正在读测试数字……' },
  failed: {
    en: 'The test digits did not come, so nothing can be counted.',
    zh: '测试数字没有取到，因此无从统计。',
  },
  flips: { en: 'Read otherwise', zh: '读法变了的' },
  open: { en: 'Open it in the network', zh: '在网络里打开' },
  right: { en: 'right', zh: '认对' },
} as const satisfies Record<string, Text>;

/** `filter 15 of convolution 2` */
export function filterText(filter: number): Text {
  const { layer, index } = placeOfFilter(filter);
  return layer === 0
    ? { en: `filter ${index} of convolution 1`, zh: `卷积 1 的滤波器 ${index}` }
    : { en: `filter ${index} of convolution 2`, zh: `卷积 2 的滤波器 ${index}` };
}

/** Fewer digits are right, or more. */
export function lossText(lost: number): Text {
  const size = thousands(Math.abs(lost));
  if (lost === 0) return { en: 'as many as before', zh: '和原来一样多' };
  return lost > 0
    ? { en: `${size} fewer than before`, zh: `比原来少 ${size} 个` }
    : { en: `${size} more than before`, zh: `比原来多 ${size} 个` };
}

/** What is broken, as a sentence. */
function brokenText({ params }: BrokenModel): Text {
  const { broken, how, weights, filter } = params;
  const filters = Array.from({ length: FILTERS }, (_, i) => i).filter((i) => isBroken(broken, i));
  const edited: Text = {
    en: `${capital(filterText(filter).en)}: one kernel changed. `,
    zh: `${filterText(filter).zh}：一个卷积核改过。`,
  };
  const also = weights ? edited : { en: '', zh: '' };
  if (filters.length === 0) return weights ? edited : { en: 'Nothing is broken. ', zh: '什么都没有弄坏。' };
  const names =
    filters.length === 1
      ? filterText(filters[0] as number)
      : { en: `${filters.length} filters`, zh: `${filters.length} 个滤波器` };
  const [word, zh] = how === 'silent' ? ['silent', '静默'] : ['frozen at the mean', '冻结在均值'];
  return {
    en: `${capital(names.en)} ${word}. ${also.en}`,
    zh: `${names.zh}${filters.length === 1 ? ' ' : ''}${zh}。${also.zh}`,
  };
}

const shortLoss = (lost: number): Text =>
  lost === 0
    ? { en: 'as before', zh: '和原来一样' }
    : {
        en: `${thousands(Math.abs(lost))} ${lost > 0 ? 'fewer' : 'more'}`,
        zh: `${lost > 0 ? '少' : '多'}了 ${thousands(Math.abs(lost))} 个`,
      };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The caption of the figure. */
export function captionOf(model: BrokenModel, _: unknown, language: Language): string {
  const { bench, reading, label, before, now } = model;
  const digit: Text =
    before.best === now.best
      ? { en: ` This ${label} is still read as ${now.best}.`, zh: `这个 ${label} 仍读作 ${now.best}。` }
      : { en: ` This ${label} is now read as ${now.best}.`, zh: `这个 ${label} 现在读作 ${now.best}。` };
  const counted: Text =
    bench && reading
      ? {
          en: `${thousands(reading.correct)} of ${thousands(bench.digits.labels.length)} right, ${shortLoss(bench.whole.correct - reading.correct).en}.`,
          zh: `${thousands(bench.digits.labels.length)} 个认对 ${thousands(reading.correct)} 个，${shortLoss(bench.whole.correct - reading.correct).zh}。`,
        }
      : WORDS.waiting;
  return brokenText(model)[language] + counted[language] + digit[language];
}
