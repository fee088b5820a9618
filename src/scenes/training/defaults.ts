import { defaultsOf } from '../../playback/parameters/table.ts';
import { ranges, type SettingParams, settingParams } from './parameters.ts';

/** The settings before anything is set. */
export const DEFAULTS = defaultsOf<SettingParams>({ params: settingParams, ranges });
