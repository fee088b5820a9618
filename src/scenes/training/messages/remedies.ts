import { numberText } from '../../../formula/numbers.ts';
import type { OptimizerType } from '../../../network/optimizers.ts';
import type { Remedy } from '../../../worker/trouble.ts';
import { DEFAULTS } from '../defaults.ts';
import type { SettingParams } from '../parameters.ts';
import { STARTS } from '../words.ts';
import type { Act } from './message.ts';

/** A rate with which the network of the defaults learns. */
const USUAL: Readonly<Record<OptimizerType, number>> = {
  ...{ sgd: 0.1, momentum: DEFAULTS.rate, nesterov: DEFAULTS.rate, adam: 0.002, adamw: 0.002 },
};

/** The usual rate where this one is larger, else a tenth of it. */
export function lowerRate({ optimizer, rate }: Pick<SettingParams, 'optimizer' | 'rate'>): number {
  const usual = USUAL[optimizer];
  return rate > usual ? usual : Number((rate / 10).toPrecision(2));
}

/** A change of settings that mends a run, as a button. */
export function remedyOf(remedy: Remedy | 'he', settings: SettingParams): Act {
  if (remedy === 'lower-rate') {
    const rate = lowerRate(settings);
    return {
      label: { en: `Learning rate ${numberText(rate)}`, zh: `学习率 ${numberText(rate)}` },
      change: { rate },
    };
  }
  if (remedy === 'batch-norm')
    return { label: { en: 'Add batch norm', zh: '加批归一化' }, change: { batchNorm: true } };
  return {
    label: { en: `Start from ${STARTS.he.en}`, zh: `从 ${STARTS.he.zh} 开始` },
    change: { start: 'he' },
  };
}
