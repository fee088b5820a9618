import type { GradientClaim } from '../../kit/check/gradients.ts';
import { FACTS, NODES, type NodeName } from '../../kit/digitPass/nodes.ts';
import { type DigitPass, digitPass } from '../../kit/digitPass/pass.ts';
import { lossOf } from '../../kit/digitPass/quickLoss.ts';
import { drawingOf } from '../../kit/digits/choices.ts';
import { type Drawing, EMPTY_DRAWING, givenBy } from '../../kit/digits/drawing.ts';
import { unpackGiven } from '../../kit/digits/givenPixels.ts';
import type { OwnDigitNetwork } from '../../kit/ownWeights/ownDigitNetwork.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Resources } from '../../playback/resources.ts';
import { createTrack, type Stretch, type Track } from '../../playback/track.ts';
import { linear } from '../../tensor/linear.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { NetworkParams } from './parameters.ts';

/** What lies on the pad, and its pass through the network. */
export interface PassModel extends DigitPass {
  readonly params: NetworkParams;
  readonly drawing: Drawing;
  /** The picture on the pad, where it was given by its pixels. */
  readonly given: Uint8Array | null;
  /** Whether it is a photograph, which is made ready before it is read. */
  readonly isPhoto: boolean;
  /** The reader's own network, if it is the one that reads. */
  readonly own: OwnDigitNetwork | null;
}

/** What arrives late, or from the reader. */
export interface NetworkResources {
  readonly own: OwnDigitNetwork;
}

/** The pass stays the same while only the reader's eye moves. */
const passOf = keepLast(
  (
    digit: string,
    strokes: readonly number[] | null,
    packed: string,
    centred: boolean,
    label: number,
    own: OwnDigitNetwork | null,
  ) => {
    const lying = onPad(digit, strokes, packed, centred);
    const pixels = lying.given ?? givenBy(lying.drawing, centred).pixels;
    const pass = digitPass(pixels, label, own ? { model: own.network } : {});
    return { ...lying, own, ...pass };
  },
);

function onPad(digit: string, strokes: readonly number[] | null, packed: string, centred: boolean) {
  const nothing = { given: null, isPhoto: false };
  const pictures = strokes || packed === '' ? null : unpackGiven(packed);
  if (!pictures) return { drawing: drawingOf(digit, strokes), ...nothing };
  const { ready, plain } = pictures;
  return { drawing: EMPTY_DRAWING, given: centred ? ready : plain, isPhoto: ready !== plain };
}

export const build = (params: NetworkParams, { own }: Resources<NetworkResources>): PassModel => ({
  params,
  ...passOf(
    ...([params.digit, params.strokes, params.pixels, params.centred, params.label] as const),
    params.weights === 'own' && own.state === 'there' ? own.value : null,
  ),
});

/** Layer by layer: forwards `f1` to `f8`, each making its node; back from `b8`, each making the gradient of the node before. */
export const TRACK: Track = /* @__PURE__ */ createTrack([
  ...NODES.slice(1).map((node, i): Stretch => stretch('forward', i + 1, node)),
  ...NODES.slice(1)
    .map((node, i): Stretch => stretch('backward', i + 1, node))
    .reverse(),
]);

function stretch(direction: 'forward' | 'backward', k: number, node: NodeName): Stretch {
  const { short } = FACTS[node];
  const isLoss = direction === 'backward' && node === 'probs';
  return {
    ...{ id: `${direction[0]}${k}`, cells: 1, terms: 1, direction },
    name: isLoss ? { en: 'loss', zh: '损失' } : short,
    cellWord: { en: 'layer', zh: '层' },
    role: direction === 'forward' ? 'output' : 'gradient',
  };
}

/** The layer of a stretch: the number of the node that it makes, or from whose gradient it comes. */
export const layerOf = (id: string): number => Number(id.slice(1));

/** Below this loss the largest gradient is so small that the rounding of p − 1 is a part of it. */
const SURE = 1e-7;

/**
 * The gradients that have no kink near: those of the scores, and of the last maps, through the dense layer. What lies before is
 * compared in the tests, where there is time.
 */
export function gradientsOf({ values, weights, label, loss }: PassModel): GradientClaim[] {
  if (loss < SURE) return [];
  const [w, b] = weights.slice(4) as [Tensor, Tensor];
  return [
    {
      grid: 'dlogits',
      values: values.logits.data,
      loss: (z) => lossOf(z, label),
    },
    {
      grid: 'dpool2',
      values: values.pool2.data,
      loss: (a) => lossOf(linear(tensor([1, a.length], a, 'float64'), w, b).data, label),
    },
  ];
}
