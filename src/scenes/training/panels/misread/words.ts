import { thousands } from '../../../../formula/numbers.ts';
import { DATA_WORDS } from '../../../../kit/samples/dataWords.ts';
import type { Text } from '../../../../language/language.ts';
import type { DataName } from '../../../../worker/dataSets.ts';
import type { Choice } from '../panel.ts';
import type { Reader } from './opening.ts';

export const WORDS = {
  title: { en: 'Misread', zh: '读错' },
  none: {
    en: 'When the run has begun, the test digits that it misreads stand here, those that it is surest of first.',
    zh: '训练开始后，这里显示它读错的测试数字，把握最大的在前。',
  },
  allRight: { en: 'Not one of these test digits is misread.', zh: '这些测试数字没有一个读错。' },
  noneInCell: { en: 'No test digit is in this cell.', zh: '这一格里没有测试数字。' },
  all: { en: 'show all that are misread', zh: '显示全部读错的' },
  list: {
    en: 'Test digits; each opens in the figure of the network',
    zh: '测试数字；点一个，就在网络图里打开',
  },
} as const satisfies Record<string, Text>;

/** What a press does: it opens in the figure of the network, read with these weights or with the article's; or no network there can read it. */
const PRESS: Readonly<Record<NonNullable<Reader> | 'none', Text>> = {
  own: { en: '; press one to open it', zh: '；点一个打开它' },
  article: { en: '; press one: the article’s network reads it', zh: '；点一个：由本文的网络来读' },
  none: { en: '', zh: '' },
};

const OPENS: Readonly<Record<NonNullable<Reader> | 'none', Text>> = {
  own: { en: ' Open it in the network, with the weights of now.', zh: '在网络图里打开，用现在的权重。' },
  article: { en: ' Open it in the network of the article.', zh: '在本文的网络图里打开。' },
  none: { en: '', zh: '' },
};

export function noteOf(shown: number, count: number, step: number, reader: Reader): Text {
  const [some, all, after] = [thousands(shown), thousands(count), thousands(step)];
  const press = PRESS[reader ?? 'none'];
  return {
    en: `${some} of ${all} at step ${after}, surest first${press.en}`,
    zh: `第 ${after} 步：${all} 个中有 ${some} 个，把握大的在前${press.zh}`,
  };
}

const classOf = (data: DataName, label: number): Text =>
  DATA_WORDS[data].classes[label] ?? { en: String(label), zh: String(label) };

export function cellTitle(data: DataName, { label, read }: NonNullable<Choice['cell']>): Text {
  const [own, other] = [classOf(data, label), classOf(data, read)];
  return label === read
    ? { en: `${own.en} read ${other.en}`, zh: `${own.zh} 读作 ${other.zh}` }
    : { en: `${own.en} read ${other.en}`, zh: `${own.zh} 读成 ${other.zh}` };
}

export function nameOf(
  data: DataName,
  { label, read, percent, reader }: { label: number; read: number; percent: string; reader: Reader },
): Text {
  const opens = OPENS[reader ?? 'none'];
  const [own, other] = [classOf(data, label), classOf(data, read)];
  return {
    en: `${own.en}, read as ${other.en}, ${percent}% sure.${opens.en}`,
    zh: `${own.zh}，读成 ${other.zh}，把握 ${percent}%。${opens.zh}`,
  };
}

export const readWord: Text = { en: 'read', zh: '读成' };
