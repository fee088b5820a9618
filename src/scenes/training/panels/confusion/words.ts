import { thousands } from '../../../../formula/numbers.ts';
import { DATA_WORDS } from '../../../../kit/samples/dataWords.ts';
import type { Text } from '../../../../language/language.ts';
import type { DataName } from '../../../../worker/dataSets.ts';

export const WORDS = {
  title: { en: 'Confusion', zh: '混淆矩阵' },
  none: {
    en: 'When the run has begun, this counts which digits it reads as which.',
    zh: '训练开始后，这里统计哪个数字被读成了哪个。',
  },
  label: { en: 'is', zh: '是' },
  read: { en: 'read as', zh: '读成' },
  grid: {
    en: 'Confusion matrix: digits by class and by what they were read as',
    zh: '混淆矩阵：按类别与读成的类别统计',
  },
} as const satisfies Record<string, Text>;

export const noteOf = (correct: number, count: number): Text => ({
  en: `${thousands(correct)} of ${thousands(count)} right; press a number to see its digits`,
  zh: `${thousands(count)} 个中读对 ${thousands(correct)} 个；点一个数，就看到那些数字`,
});

export function cellName(data: DataName, label: number, read: number, count: number): Text {
  const { classes } = DATA_WORDS[data];
  const [own, other] = [classes[label], classes[read]];
  return {
    en: `${own?.en} read as ${other?.en}: ${count}`,
    zh: `${own?.zh} 读成 ${other?.zh}：${count}`,
  };
}
