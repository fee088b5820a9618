import { createDigitLoader, type DigitLoader } from '../../worker/loadDigits.ts';
import type { Digits } from '../../worker/packing.ts';

/** The first part of the shipped test digits: enough to count with, and half a second's work for the network. */
export const TEST_COUNT = 2500;

let loader: DigitLoader | undefined;
let asked: Promise<Digits> | undefined;

/**
 * The first test digits of MNIST, fetched once for all figures of a page.
 *
 * @throws PartError when they do not come; whoever asks again tries again
 */
export function testDigits(): Promise<Digits> {
  const root = document.documentElement.dataset['root'] ?? './';
  loader ??= createDigitLoader({ base: `${root}data/mnist/` });
  asked ??= loader.load('test', TEST_COUNT).catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}
