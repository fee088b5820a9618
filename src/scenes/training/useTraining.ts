import { useSyncExternalStore } from 'react';
import { useFigure } from '../../kit/scene/context.ts';
import type { Training } from './run/contract.ts';
import { trainingOf } from './run/training.ts';

/** The training of this figure, and what it tells besides the runs. */
export function useTraining(): Training {
  const training = trainingOf(useFigure().store);
  useSyncExternalStore(
    training.subscribe,
    () => training.view,
    () => training.view,
  );
  return training;
}
