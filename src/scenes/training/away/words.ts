import { thousands } from '../../../formula/numbers.ts';
import type { Text } from '../../../language/language.ts';
import { isUnderWay } from '../run/reduce.ts';
import type { RunState } from '../run/state.ts';
import { STEPS } from '../settings.ts';

export const WORDS = {
  rest: { en: 'Let the training rest', zh: '让训练停下' },
  close: { en: 'Close', zh: '关闭' },
} as const satisfies Record<string, Text>;

const all = thousands(STEPS);

/** What a run is doing while nobody sees it, in a few words. */
export function awayText(run: RunState): Text {
  const step = thousands(run.step);
  if (run.activity === 'loading') return { en: 'Fetching the digits', zh: '正在取训练数字' };
  if (isUnderWay(run))
    return { en: `Training goes on: ${step} of ${all} steps`, zh: `训练还在进行：${step} / ${all} 步` };
  if (run.activity === 'stopped' || run.activity === 'failed')
    return { en: `Training broke off after step ${step}`, zh: `训练在第 ${step} 步之后中断` };
  const test = run.tests.at(-1);
  if (run.activity === 'finished' && test) {
    const share = `${((100 * test.correct) / test.count).toFixed(1)}%`;
    return { en: `Trained: ${share} of the test right`, zh: `训练完成：测试读对 ${share}` };
  }
  return { en: `Training rests at step ${step}`, zh: `训练停在第 ${step} 步` };
}
