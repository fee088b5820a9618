import type { Reading } from './read.ts';

/** What the network took a drawing for, at one moment of it. */
export interface Guess {
  readonly best: number;
  readonly share: number;
}

/** As many moments are kept of one drawing. */
const MOST = 160;

export const withGuess = (guesses: readonly Guess[], { best, shares }: Reading): readonly Guess[] =>
  best === null ? [] : [...guesses.slice(1 - MOST), { best, share: shares[best] as number }];

/** Stretches of the same guess, one behind the other. */
export function runsOf(
  guesses: readonly Guess[],
): { readonly best: number; readonly start: number; readonly end: number }[] {
  const runs: { best: number; start: number; end: number }[] = [];
  guesses.forEach(({ best }, i) => {
    const last = runs.at(-1);
    if (last?.best === best) last.end = i + 1;
    else runs.push({ best, start: i, end: i + 1 });
  });
  return runs;
}
