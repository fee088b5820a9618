import { idly } from '../check/idly.ts';
import { testDigits } from '../digits/testDigits.ts';
import { type Bench, openBench } from './testBench.ts';

let opened: Promise<Bench> | undefined;

/** The test digits and what the whole network makes of them: once for a page, in its pauses. */
export function sharedBench(): Promise<Bench> {
  opened ??= testDigits()
    .then((digits) => idly(openBench(digits)))
    .catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
  return opened;
}
