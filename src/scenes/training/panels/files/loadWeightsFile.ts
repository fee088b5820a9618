import { keepOwnWeights } from '../../../../kit/ownWeights/ownWeights.ts';
import { readWeights } from '../../../../kit/ownWeights/readWeights.ts';
import type { Text } from '../../../../language/language.ts';
import type { Architecture } from '../../../../worker/settings.ts';
import { architectureOf } from './architectureOf.ts';
import { fileNumber, rememberStart, STARTABLE } from './startFile.ts';
import { loadedText, WORDS } from './words.ts';

/** What came of a file: the settings of a run that starts from it, or why there is none. */
export type Loaded =
  | {
      readonly architecture: Architecture;
      readonly number: number;
      readonly said: Text;
      readonly problem?: undefined;
    }
  | { readonly problem: Text };

/** Takes a file of weights to start from. Never throws, and changes nothing unless it fits. */
export function loadWeightsFile(name: string, file: Uint8Array): Loaded {
  const { model, problem } = readWeights(file, STARTABLE);
  if (!model) return { problem };
  const architecture = architectureOf(model.spec);
  if (!architecture) return { problem: STARTABLE.otherNetwork };
  rememberStart(file);
  const isKept = keepOwnWeights({ name, file }, 'start');
  return { architecture, number: fileNumber(file), said: isKept ? loadedText(name) : WORDS.notKept };
}
