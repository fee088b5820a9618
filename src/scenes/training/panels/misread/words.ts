import { thousands } from '../../../../formula/numbers.ts';
import type { Text } from '../../../../language/language.ts';
import type { Choice } from '../panel.ts';

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

export function noteOf(shown: number, count: number, step: number): Text {
  const [some, all, after] = [thousands(shown), thousands(count), thousands(step)];
  return {
    en: `${some} of ${all} at step ${after}, surest first; press one to open it`,
    zh: `第 ${after} 步：${all} 个中有 ${some} 个，把握大的在前；点一个打开它`,
  };
}

export const cellTitle = ({ label, read }: NonNullable<Choice['cell']>): Text =>
  label === read
    ? { en: `${label} read ${read}`, zh: `${label} 读作 ${read}` }
    : { en: `${label} read ${read}`, zh: `${label} 读成 ${read}` };

export const nameOf = (label: number, read: number, percent: string): Text => ({
  en: `A ${label}, read as ${read}, ${percent}% sure. Open it in the network.`,
  zh: `${label}，读成 ${read}，把握 ${percent}%。在网络图里打开。`,
});

export const readWord: Text = { en: 'read', zh: '读成' };
