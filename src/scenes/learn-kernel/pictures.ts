import { photoCrop } from '../../kit/samples/samples.ts';
import { STORED_SIDE, sourcePixels } from '../../kit/samples/sources.ts';
import { createRandom, type Random } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { LearnParams } from './parameters.ts';

/** The pictures to learn from, [pictures, 1, input, input]: from −1 to 1 for noise, else from 0 to 1. */
export function picturesOf({ kind, pictures, input, seed }: LearnParams): Tensor {
  const random = createRandom(seed * 7919 + 13);
  const values = Array.from({ length: pictures }, (_, n) => pictureOf(kind, input, seed + n, random));
  return tensor([pictures, 1, input, input], values.flat(), 'float64');
}

function pictureOf(
  kind: LearnParams['kind'],
  input: number,
  seed: number,
  random: Random,
): readonly number[] {
  const size = input * input;
  switch (kind) {
    case 'noise':
      return Array.from({ length: size }, () => random.below(3) - 1);
    case 'digits':
      return sourcePixels({ source: 'digit', digit: (seed + 2) % 10, input }).map(hundredths);
    case 'photo':
      return cut(input, random.below(STORED_SIDE - input + 1), random.below(STORED_SIDE - input + 1));
    case 'stripes': {
      const row = Array.from({ length: input }, () => random.below(3) / 2);
      return Array.from({ length: size }, (_, i) => row[i % input] as number);
    }
    case 'flat':
      return new Array<number>(size).fill((2 + random.below(7)) / 10);
  }
}

const hundredths = (byte: number): number => Math.round((byte / 255) * 100) / 100;

/** A square of the photograph. */
const cut = (side: number, top: number, left: number): number[] =>
  Array.from({ length: side * side }, (_, i) =>
    hundredths(photoCrop.pixels[(top + Math.floor(i / side)) * STORED_SIDE + left + (i % side)] as number),
  );
