import { correlateKernels } from './correlate.ts';
import { denseKernels } from './dense.ts';
import { poolKernels } from './pool.ts';
import { sparseKernels } from './sparse.ts';

/** Numbers that a thread's first arena holds: 16 MB, of which only what is used becomes real memory. */
const WORDS = 1 << 21;

/**
 * One array of numbers, an array of integers beside it, and the kernels that work inside: they take
 * places (indices), not tensors, so that nothing is allocated while a network trains.
 */
export type Arena = ReturnType<typeof createArena>;

function createArena(words: number) {
  const a = new Float64Array(words);
  /** `at[i]` belongs to `a[i]`: where a pooled number came from, or where a listed gradient stands. Lists of places too. */
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

/** An arena, who used it last, and how many of its words. */
interface Held {
  readonly arena: Arena;
  readonly user: object;
  readonly words: number;
}

/** One for all who fit into WORDS, and one that grows for the rest. */
const held: Held[] = [];

/**
 * An arena that the whole thread shares, for one user at a time. Whoever was not the last to hold it, or held
 * less of it, finds zeros in its first `words` places and has to write everything down again.
 */
export function holdArena(user: object, words: number): Arena {
  const which = Number(words > WORDS);
  const old = held[which];
  const enough = old && old.arena.a.length >= words;
  const arena = enough ? old.arena : createArena(Math.max(words, WORDS));
  if (enough && (old.user !== user || old.words < words)) arena.a.fill(0, 0, words);
  held[which] = { arena, user, words };
  return arena;
}

/** Whether nobody else has held that arena since. */
export function holdsArena(user: object, arena: Arena): boolean {
  return held.some((own) => own.arena === arena && own.user === user);
}
