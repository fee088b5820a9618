import type { SyntheticEvent } from 'react';
import { keepOwnWeights } from '../../../../kit/ownWeights/ownWeights.ts';
import type { Language } from '../../../../language/language.ts';
import type { RunState } from '../../run/state.ts';
import { useTraining } from '../../useTraining.ts';
import { weightsFile } from '../files/weightsFile.ts';
import { nameAfter } from '../files/words.ts';
import { latest } from '../filters/filters.ts';
import type { Reader } from './opening.ts';

/**
 * Before a link into the figure of the network is followed, the weights of the run are put where that figure finds them.
 * Where they cannot be, or where no network of it could read the picture, the link is not followed and the reader is told.
 */
export function useOpening(
  run: RunState,
  reader: Reader,
  language: Language,
): (event: SyntheticEvent) => void {
  const training = useTraining();
  return (event) => {
    if (reader === 'article') return;
    if (reader === null) {
      event.preventDefault();
      training.tell('not-shown');
      return;
    }
    const { data } = run.settings;
    const name = nameAfter(latest(run).step)[language];
    if (keepOwnWeights({ name, file: weightsFile(run), data })) return;
    event.preventDefault();
    training.tell('not-handed');
  };
}
