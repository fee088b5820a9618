import type { ParamSpec } from '../../playback/parameters/spec.ts';
import { type NameOf, settle } from '../../playback/parameters/table.ts';
import { DEFAULT_SETTINGS, type TrainingSettings } from '../../worker/settings.ts';
import { startOf } from './panels/files/startFile.ts';
import { ranges, type SettingParams, settingParams, type TrainingParams } from './parameters.ts';

/** Steps of a run: where the schedule ends, and the bar. */
export const STEPS = DEFAULT_SETTINGS.steps;

const NAMES = Object.keys(settingParams) as NameOf<SettingParams>[];

/** What the worker is told. */
export function settingsOf(given: SettingParams): TrainingSettings {
  const { filters, activation, pooling, batchNorm, dropout, start, seed, shift, data, digits } = given;
  const weights = startOf(given.file);
  return {
    architecture: {
      ...{ filters, activation, pooling, batchNorm, dropout },
      kernel: Number(given.kernel),
      stride: Number(given.stride),
      convolutions: Number(given.convolutions) as 0 | 1 | 2,
    },
    optimizer: { type: given.optimizer, lr: given.rate, momentum: 0.9, weightDecay: given.decay },
    schedule: given.schedule === 'cosine' ? { type: 'cosine', warmup: 100 } : { type: 'constant' },
    ...{ batchSize: given.batch, steps: STEPS, shift, start, seed, data, digits },
    scrambled: given.pixels === 'scrambled',
    ...(weights && { weights }),
  };
}

/** The same text for the same run. */
export const keyOf = (given: SettingParams): string => packed(given).join(',');

const specOf = (name: NameOf<SettingParams>): ParamSpec<unknown> => settingParams[name] as ParamSpec<unknown>;

/** Settings as numbers: those of choices and switches are the places of their options. */
export function packed(given: SettingParams): number[] {
  return NAMES.map((name) => {
    const { options } = specOf(name);
    const value = given[name];
    return options ? Object.keys(options).indexOf(String(value)) : Number(value);
  });
}

/** The settings of run B; null: there is none. What does not fit is brought into its range. */
export function otherSettings({ other }: Pick<TrainingParams, 'other'>): SettingParams | null {
  if (other === null) return null;
  const found = {} as Record<string, unknown>;
  NAMES.forEach((name, i) => {
    const { options, control, default: usual } = specOf(name);
    const number = other[i];
    const words = options && Object.keys(options);
    if (number === undefined) found[name] = usual;
    else if (words) found[name] = words[number] ?? usual;
    else found[name] = control === 'switch' ? number === 1 : number;
  });
  return settle({ params: settingParams, ranges }, found as SettingParams);
}

/** Run B as it is written is run B as it is trained. */
export function constrain(given: TrainingParams): TrainingParams {
  const other = otherSettings(given);
  return other ? { ...given, other: packed(other) } : given;
}

/** The settings in which run B differs from run A. */
export function differences(a: SettingParams, b: SettingParams): NameOf<SettingParams>[] {
  return NAMES.filter((name) => a[name] !== b[name]);
}

/** Settings without what only concerns the view. */
export const onlySettings = (given: TrainingParams): SettingParams =>
  Object.fromEntries(NAMES.map((name) => [name, given[name]])) as SettingParams;
