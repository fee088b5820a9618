import { type CamTerms, camTerms } from '../../explain/saliency.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import { kinksOf } from '../../kit/digitPass/kinks.ts';
import { FACTS, NODES } from '../../kit/digitPass/nodes.ts';
import { type DigitPass, digitPass } from '../../kit/digitPass/pass.ts';
import { quickPass } from '../../kit/digitPass/quick.ts';
import { drawingOf } from '../../kit/digits/choices.ts';
import { type Drawing, givenBy } from '../../kit/digits/drawing.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { createTrack, type Stretch, type Track } from '../../playback/track.ts';
import { softmax } from '../../tensor/softmax.ts';
import { tensor } from '../../tensor/tensor.ts';
import type { SaliencyParams } from './parameters.ts';

/** The picture, its pass back from one score, and what Grad-CAM makes of it. */
export interface SaliencyModel extends DigitPass {
  readonly params: SaliencyParams;
  readonly drawing: Drawing;
  readonly cam: CamTerms;
}

const passOf = keepLast(
  (digit: string, strokes: readonly number[] | null, label: number, of: SaliencyParams['of']) => {
    const drawing = drawingOf(digit, strokes);
    return { drawing, ...digitPass(givenBy(drawing, true).pixels, label, { of }) };
  },
);
type Passed = ReturnType<typeof passOf>;

const camOf = keepLast(
  ({ values, gradients }: Passed, layer: SaliencyParams['layer'], averaged: boolean): CamTerms =>
    camTerms(values[layer], gradients[layer], averaged),
);

export function build(params: SaliencyParams): SaliencyModel {
  const pass = passOf(params.digit, params.strokes, params.label, params.of);
  return { params, ...pass, cam: camOf(pass, params.layer, params.averaged) };
}

/** Weights of the maps stand in rows of eight, as the maps do. */
export const PER_ROW = 8;

/** Back layer by layer from the score, `b8` to `b1`; or the weights of the maps, the sums cell by cell, and ReLU. */
export function trackOf({ params: { method, layer, averaged } }: SaliencyModel): Track {
  if (method === 'gradient') return BACK;
  const { maps, rows, cols } = FACTS[layer];
  return createTrack([
    ...(averaged
      ? [
          {
            ...{ id: 'alpha', cells: maps, terms: 1, role: 'gradient' },
            name: { en: 'α', zh: 'α' },
            cellWord: { en: 'map', zh: '图' },
          },
        ]
      : []),
    { id: 'sum', cells: rows * cols, terms: maps, name: { en: 'Σ', zh: 'Σ' }, role: 'plain' },
    { id: 'cam', cells: rows * cols, terms: 1, name: { en: 'ReLU', zh: 'ReLU' }, role: 'output' },
  ]);
}

const BACK: Track = /* @__PURE__ */ createTrack(
  NODES.slice(1)
    .map((node, i): Stretch => {
      const { short } = FACTS[node];
      return {
        ...{ id: `b${i + 1}`, cells: 1, terms: 1, direction: 'backward', role: 'gradient' },
        name: node === 'probs' ? { en: 'start', zh: '起点' } : short,
        cellWord: { en: 'layer', zh: '层' },
      };
    })
    .reverse(),
);

/** The layer of a stretch: by the number of the node from whose gradient it comes. */
export const layerOf = (id: string): number => (id.startsWith('b') ? Number(id.slice(1)) : 1);

/** Each comparison is two passes through the whole network. */
const COMPARED = 60;

/** Below this the slope of a share is lost in the rounding of the share itself. */
const SURE = 1e-6;

/** What is gone back from, as a function of the ten scores. */
function askedOf({ of, label }: DigitPass, scores: ArrayLike<number>): number {
  if (of === 'score') return scores[label] as number;
  return softmax(tensor([1, scores.length], scores, 'float64')).data[label] as number;
}

export function gradientsOf(model: SaliencyModel): GradientClaim[] {
  const { of, values, gradients } = model;
  if (of === 'share' && Math.max(...gradients.logits.data.map(Math.abs)) < SURE) return [];
  const pooling = (sums: 'conv1' | 'conv2', pooled: 'pool1' | 'pool2') => ({
    ...{ sums, pooled, values: values[sums].data, gradients: gradients[pooled].data },
  });
  const kinks = kinksOf([pooling('conv1', 'pool1'), pooling('conv2', 'pool2')]);
  return [
    {
      grid: 'dimage',
      values: values.image.data,
      loss: (x) => askedOf(model, quickPass(x).logits()),
      isKink: (i) => kinks.has(i),
      most: COMPARED,
    },
  ];
}
