import { numberText } from '../../../formula/numbers.ts';
import type { SettingParams } from '../parameters.ts';
import type { RunState } from '../run/state.ts';
import { FAILURES } from './failures.ts';
import { deadLayers, deadText, troubleText } from './learning.ts';
import type { Act, Message } from './message.ts';
import { remedyOf } from './remedies.ts';

const RETRY: Act = { label: { en: 'Try again', zh: '重试' } };

/** A loss that no network gets by guessing badly. */
const ABSURD = 100;

const SHARED = { isTrouble: true } as const;

/** The most pressing thing that there is to say of a run; null: nothing. */
export function messageOf(run: RunState, settings: SettingParams): Message | null {
  const { failure, trouble, lost, reports, now, step } = run;
  if (settings.file > 0 && !run.settings.weights)
    return {
      ...SHARED,
      text: {
        en: 'The link starts from weights of a file that this browser does not have. Load that file, or start from random weights.',
        zh: '这个链接从一个文件里的权重开始，而这个浏览器没有那个文件。请载入它，或者从随机权重开始。',
      },
      acts: [{ label: { en: 'Random weights', zh: '随机权重' }, change: { file: 0 } }],
    };
  if (failure && (run.activity === 'failed' || failure.problem === 'tests'))
    return {
      ...SHARED,
      text: FAILURES[failure.problem],
      acts: failure.problem === 'settings' ? [] : [RETRY],
    };
  if (trouble)
    return {
      ...SHARED,
      text: troubleText(trouble, run),
      acts: trouble.remedies.map((one) => remedyOf(one, settings)),
    };
  const [dead] = step > 0 ? deadLayers(now?.dead) : [];
  if (dead) {
    const isStart = settings.start === 'zeros' || settings.start === 'large';
    return {
      ...SHARED,
      text: deadText(dead, run),
      acts: [remedyOf(isStart ? 'he' : 'lower-rate', settings)],
    };
  }
  const loss = reports[step - 1]?.loss ?? 0;
  if (loss > ABSURD)
    return {
      ...SHARED,
      text: {
        en: `The loss is ${numberText(loss)}: guessing would cost 2.303. The steps are too long and throw the weights about.`,
        zh: `损失为 ${numberText(loss)}，而瞎猜也只有 2.303。步子太大，权重被甩来甩去。`,
      },
      acts: (settings.start === 'large'
        ? (['he', 'lower-rate'] as const)
        : (['lower-rate', 'batch-norm'] as const)
      ).map((one) => remedyOf(one, settings)),
    };
  if (lost && lost.goesOnFrom !== null)
    return {
      isTrouble: false,
      text: {
        en: `The worker was lost${lost.why === 'silent' ? ' in silence' : ''}; another one went on from step ${lost.goesOnFrom}, with the same numbers.`,
        zh: `工作线程${lost.why === 'silent' ? '没有了回音' : '中断了'}；新的线程从第 ${lost.goesOnFrom} 步接着算，数字完全相同。`,
      },
      acts: [],
    };
  return null;
}
