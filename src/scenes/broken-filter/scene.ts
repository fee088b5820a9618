import { tex } from '../../formula/symbols.ts';
import {
  type Breaks,
  type How,
  isWhole,
  LAYERS,
  type LayerNumber,
  placeOfFilter,
} from '../../kit/ablation/breaks.ts';
import { sharedBench } from '../../kit/ablation/sharedBench.ts';
import { costsOf, readBroken } from '../../kit/ablation/testBench.ts';
import { idly } from '../../kit/check/idly.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { KernelControl, MendControl } from './controls.tsx';
import { type BrokenModel, type BrokenResources, breaksOf, build } from './model.ts';
import { type BrokenParams, constrain, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type BrokenView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

const costs = (layer: LayerNumber) => ({
  key: ({ how }: BrokenParams) => how,
  load: async (how: string, signal: AbortSignal) =>
    idly(costsOf(await sharedBench(), how as How, layer), signal),
  failure: WORDS.failed,
  isFetched: true as const,
  isAside: true as const,
});

const KERNEL_LIKE = { rows: 5, cols: 5 } as const;

function grids(model: BrokenModel): GridSpec<BrokenParams>[] {
  const { pixels, before, now, shares, kernel, trained, params: own } = model;
  const { layer, index } = placeOfFilter(own.filter);
  const { side } = LAYERS[layer];
  const mapOf = (of: typeof now) =>
    of.pooled[layer].data.subarray(index * side ** 2, (index + 1) * side ** 2);
  const map = { rows: side, cols: side, pinnable: false, max: magnitude(mapOf(before)) };
  const score = magnitude(before.logits.data);
  return [
    {
      ...{ id: 'x', name: WORDS.x, rows: 28, cols: 28, max: 1, pinnable: false },
      values: Array.from(pixels, (byte) => byte / 255),
    },
    {
      ...{ id: 'w', ...KERNEL_LIKE, values: kernel, max: magnitude(trained), live: true },
      edit: (i, value) => ({ weights: edited(kernel, i, value) }),
    },
    { id: 'was', symbol: 'y', name: WORDS.was, ...map, values: mapOf(before) },
    { id: 'y', name: WORDS.y, ...map, values: mapOf(now) },
    {
      id: 'share',
      symbol: 's',
      name: WORDS.share,
      rows: 10,
      cols: 16,
      values: shares.data,
      max: magnitude(model.sharesBefore.data),
    },
    { id: 'logits', name: WORDS.logits, rows: 10, cols: 1, values: now.logits.data, max: score },
  ];
}

export const brokenFilter = defineScene<BrokenParams, BrokenModel, BrokenView, BrokenResources>({
  name: 'broken-filter',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  constrain,
  resources: {
    bench: { key: () => 'test', load: sharedBench, failure: WORDS.failed, isFetched: true, isAside: true },
    reading: {
      key: (now) => (isWhole(breaksOf(now)) ? null : JSON.stringify(breaksOf(now))),
      load: async (breaks, signal) =>
        idly(readBroken(await sharedBench(), JSON.parse(breaks) as Breaks), signal),
      failure: WORDS.failed,
      isFetched: true,
      isAside: true,
    },
    // The layer behind costs next to nothing to count, so it comes first.
    second: costs(1),
    first: costs(0),
  },
  build,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: () =>
    `${tex('logits', 'k')}=\\sum_f ${tex('s', 'k,f')}+${tex('b', 'k')},\\quad ${tex('s', 'k,f')}=\\sum_{i,j}${tex('w', 'k,f,i,j')}\\,${tex('y', 'f,i,j')}`,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.what, controls: ['how', MendControl] },
    { title: WORDS.kernel, controls: [KernelControl, 'map'] },
  ],
  Stage,
  stageHeight: { wide: 400, medium: 340, phone: 400 },
});
