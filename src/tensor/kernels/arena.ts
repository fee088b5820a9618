import { correlateKernels } from './correlate.ts';
import { denseKernels } from './dense.ts';
import { poolKernels } from './pool.ts';
import { sparseKernels } from './sparse.ts';

/** Numbers that a thread's arena holds at first: 16 MB, of which only what is used becomes real memory. */
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
  return {
    a,
    at,
    ...correlateKernels(a, at),
    ...sparseKernels(a, at),
    ...poolKernels(a, at),
    ...denseKernels(a, at),
  };
}

let arena: Arena | undefined;
let holder: object | undefined;

/**
 * The arena that the whole thread shares, for one user at a time. Whoever was not the last to hold it
 * finds zeros in its first `words` places, and has to write everything down again.
 *
 * It grows when it is too small. V8 compiles an array into code only while its factory has been called
 * once, so what ran in a smaller one before is then about a third slower, and right all the same.
 */
export function holdArena(user: object, words: number): Arena {
  if (!arena || arena.a.length < words) arena = createArena(Math.max(words, WORDS));
  else if (holder !== user) arena.a.fill(0, 0, words);
  holder = user;
  return arena;
}

/** Whether nobody else has held the arena since. */
export function holdsArena(user: object): boolean {
  return holder === user;
}
