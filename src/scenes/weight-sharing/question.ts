import type { Place } from '../../playback/place.ts';
import type { Layer } from './layer.ts';
import type { SharingModel } from './model.ts';
import { biasSum, edgeSum, inputSum, letterOf, outputSum, type Sum, sharedSum } from './sums.ts';

/** What the reader points at. */
export type Asked =
  | { readonly kind: 'output'; readonly o: number }
  | { readonly kind: 'input'; readonly i: number }
  | { readonly kind: 'edge'; readonly o: number; readonly i: number }
  | { readonly kind: 'shared'; readonly u: number }
  | { readonly kind: 'bias'; readonly o: number };

export function askedOf({ grid, row, col }: Place): Asked {
  switch (grid) {
    case 'x':
      return { kind: 'input', i: row };
    case 'w':
      return { kind: 'edge', o: row, i: col };
    case 'shared':
    case 'dshared':
      return { kind: 'shared', u: col };
    case 'b':
    case 'sharedBias':
    case 'db':
      return { kind: 'bias', o: row };
    default:
      return { kind: 'output', o: row };
  }
}

/** The sum that answers. */
export function answerOf(model: SharingModel, layer: Layer, asked: Asked): Sum {
  switch (asked.kind) {
    case 'output':
      return outputSum(model, layer, asked.o);
    case 'input':
      return inputSum(model, layer, asked.i);
    case 'edge': {
      const letter = letterOf(layer, asked.o, asked.i);
      return letter >= 0 ? sharedSum(model, layer, letter) : edgeSum(model, layer, asked.o, asked.i);
    }
    case 'shared':
      // Before sharing begins it is the first output's own weight.
      return layer.users(asked.u).length > 0
        ? sharedSum(model, layer, asked.u)
        : edgeSum(model, layer, 0, asked.u);
    case 'bias':
      return biasSum(model, layer, asked.o);
  }
}
