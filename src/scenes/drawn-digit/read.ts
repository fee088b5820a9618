import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { SIDE } from '../../kit/digits/centre.ts';
import { digitNetwork } from '../../kit/digits/digitNetwork.ts';
import { type Drawing, givenBy, isEmpty } from '../../kit/digits/drawing.ts';
import type { Model } from '../../network/model.ts';
import { softmax } from '../../tensor/softmax.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

/** What the network makes of a drawing. */
export interface Reading {
  /** Bytes of the 28 × 28 pixels that it was given. */
  readonly pixels: Uint8Array;
  readonly x: Tensor;
  /** Outputs of its layers by their number, from the first convolution, 0, to the logits, 7. */
  readonly layers: readonly Tensor[];
  /** Ten shares of 1. */
  readonly shares: ArrayLike<number>;
  /** The class with the largest share; null where there is no ink to read. */
  readonly best: number | null;
}

let network: Model | undefined;
const model = (): Model => {
  network ??= digitNetwork();
  return network;
};

export function read(drawing: Drawing): Reading {
  const { pixels } = givenBy(drawing, true);
  const x = tensor(
    [1, 1, SIDE, SIDE],
    Array.from(pixels, (byte) => byte / 255),
  );
  const logits = model().forward(x);
  const [, ...layers] = model().activations();
  const shares = softmax(logits).data;
  const best = isEmpty(drawing) ? null : shares.indexOf(Math.max(...shares));
  return { pixels, x, layers, shares, best };
}

/** A number of the first convolution: its map and its place in it. */
export interface Spot {
  readonly map: number;
  readonly row: number;
  readonly col: number;
}

/** The number of the first convolution that says most. */
export function strongestSpot({ layers: [first] }: Reading): Spot {
  const { data = [], shape = [] } = first ?? {};
  const [, , height = 1, width = 1] = shape;
  let most = 0;
  for (let i = 1; i < data.length; i++) if ((data[i] as number) > (data[most] as number)) most = i;
  const inMap = most % (height * width);
  return { map: Math.floor(most / (height * width)), row: Math.floor(inMap / width), col: inMap % width };
}

/** Its sum: 25 pixels times 25 weights, and the bias. */
export function sumAt({ x }: Reading, { map, row, col }: Spot): SumExplanation {
  const [w, b] = model().params as [Tensor, Tensor];
  const exact = { x: x.as('float64'), w: w.as('float64'), b: b.as('float64') };
  return explainConv2d(exact, { padding: 2 }, [0, map, row, col]);
}
