import type { Tensor } from '../tensor/tensor.ts';
import type { WeightPlace } from './weightStep.ts';

/** About so many bytes at most are kept. */
const ROOM = 24e6;

/** The path of one weight: its value before a step and its gradient in it; NaN where that is not known. */
export interface Biography {
  readonly weight: WeightPlace;
  /** The numbers stand for the steps 0, `every`, 2 · `every`, …, up to where the run ever came. */
  readonly every: number;
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  /** How many of them are not known yet. */
  readonly missing: number;
}

/** Of larger tensors the first so many numbers are kept: those whose pictures are shown. */
const MOST = 8192;

/** Values and gradients of the weights of one tensor, step by step. */
export interface Diary {
  /** To be called when the gradient of a step is there and the weights have not moved yet. */
  note(step: number, weights: Tensor, gradients: Tensor): void;
  /** The first step of which nothing is known; at most `reached`. */
  gap(reached: number): number;
  /** @throws RangeError for a weight of which no diary is kept */
  of(weight: WeightPlace, reached: number): Biography;
}

/**
 * A diary of parameter 0, the kernels of the first layer. A step that is done again writes the same numbers over those
 * that are there.
 *
 * @param numbers of the tensor
 * @param steps of the whole run: long runs of large kernels are written down every second step, every fourth, …
 */
export function createDiary(numbers: number, steps: number, room = ROOM): Diary {
  const size = Math.min(numbers, MOST);
  const BYTES = 2 * Float32Array.BYTES_PER_ELEMENT;
  let every = 1;
  while ((steps / every) * size * BYTES > room) every *= 2;
  const pages: (Float32Array | undefined)[] = [];
  const countTo = (reached: number): number => Math.ceil(reached / every);
  return {
    note(step, weights, gradients) {
      if (step % every !== 0) return;
      const page = new Float32Array(2 * size);
      page.set(weights.data.subarray(0, size));
      page.set(gradients.data.subarray(0, size), size);
      pages[step / every] = page;
    },
    gap(reached) {
      for (let i = 0; i < countTo(reached); i++) if (!pages[i]) return i * every;
      return reached;
    },
    of(weight, reached) {
      const { param, at } = weight;
      if (param !== 0 || !(at >= 0 && at < size))
        throw new RangeError(`biography: no diary is kept of weight ${at} of parameter ${param}`);
      const column = (from: number): Float32Array =>
        Float32Array.from({ length: countTo(reached) }, (_, i) => pages[i]?.[from] ?? Number.NaN);
      const values = column(at);
      const missing = Array.from({ length: values.length }, (_, i) => pages[i]).filter(
        (page) => !page,
      ).length;
      return { weight, every, values, gradients: column(size + at), missing };
    },
  };
}
