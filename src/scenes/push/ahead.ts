import { advance, type Walk } from '../../kit/digitPass/walk.ts';
import { BEATS } from './beats.ts';
import { build, TRACKS } from './model.ts';
import { type PushParams, params } from './parameters.ts';

const DEFAULTS = /* @__PURE__ */ Object.fromEntries(
  Object.entries(params).map(([name, spec]) => [name, spec.default]),
) as unknown as PushParams;

/**
 * Finds the steps to come a step at a time: first those of the walk on the stage, then those of the walks to which the phrases
 * of the chapter lead, so that a jump to the last of them is no long task.
 */
export function* ahead(walk: Walk, mode: PushParams['mode']): Generator<void, void> {
  yield* advance([walk], TRACKS[mode].total);
  for (const beat of Object.values(BEATS)) {
    const { walk: led, params: named } = build({ ...DEFAULTS, ...beat.params });
    yield* advance([led], TRACKS[named.mode].total);
  }
}
