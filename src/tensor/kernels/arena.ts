import { correlateKernels } from './correlate.ts';
import { denseKernels } from './dense.ts';
import { poolKernels } from './pool.ts';
import { sparseKernels } from './sparse.ts';
import { winogradKernels } from './winograd.ts';

/** Numbers that the first arena of a thread holds: 16 MB, of which only what is used becomes real memory. */
const WORDS = 1 << 21;

/**
 * One array of numbers, an array of integers beside it, and the kernels that work inside: they take
 * places (indices), not tensors, so that nothing is allocated while a network trains.
 */
export type Arena = ReturnType<typeof createArena>;

function createArena(words: number) {
  const a = new Float64Array(words);
  /** `at[i]` belongs to `a[i]`: where a pooled number came from, or where a listed gradient stands. */
  const at = new Int32Array(words);
  /** What is in use, in order of place. */
  let taken: { start: number; words: number }[] = [];

  /** The start of a stretch of zeros that nobody else uses, or −1 when there is no room. */
  function take(count: number): number {
    let start = 0;
    let i = 0;
    for (let next = taken[0]; next && next.start - start < count; next = taken[++i])
      start = next.start + next.words;
    if (start + count > words) return -1;
    taken.splice(i, 0, { start, words: count });
    a.fill(0, start, start + count);
    return start;
  }

  function give(start: number): void {
    taken = taken.filter((stretch) => stretch.start !== start);
  }

  return {
    a,
    at,
    take,
    give,
    ...correlateKernels(a),
    ...winogradKernels(a),
    ...sparseKernels(a, at),
    ...poolKernels(a, at),
    ...denseKernels(a, at),
  };
}

let shared: Arena | undefined;

/** A stretch of an arena, of at least one word. */
export interface Region {
  readonly arena: Arena;
  readonly start: number;
  readonly words: number;
}

/**
 * A stretch of zeros in the arena that the whole thread shares, or, when it is full, in an arena of its
 * own. V8 compiles an array into code only while its factory has been called once, so later arenas are
 * about a third slower, and right all the same.
 */
export function takeRegion(words: number): Region {
  shared ??= createArena(Math.max(words, WORDS));
  const start = shared.take(words);
  if (start >= 0) return { arena: shared, start, words };
  const own = createArena(words);
  return { arena: own, start: own.take(words), words };
}

/** Hands a stretch back. Nothing may use it after that. */
export function giveRegion({ arena, start }: Region): void {
  arena.give(start);
}
