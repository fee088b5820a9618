import { overwrite, stateOf } from '../../../../network/layer.ts';
import { createModel } from '../../../../network/model.ts';
import { saveWeights } from '../../../../network/weights.ts';
import { networkOf } from '../../../../worker/settings.ts';
import type { RunState } from '../../run/state.ts';
import { latest } from '../filters/filters.ts';

/** The weights of now as a file that `loadWeights` reads. */
export function weightsFile(run: RunState): Uint8Array<ArrayBuffer> {
  const model = createModel(networkOf(run.settings.architecture));
  overwrite(stateOf(model), latest(run).weights);
  return saveWeights(model);
}
