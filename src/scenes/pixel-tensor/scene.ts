import { edited } from '../../kit/convolution/resize.ts';
import { ownPicture } from '../../kit/picture/ownPicture.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { CHANNEL_NAMES } from './channels.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, mirrorOf, type PixelModel, type PixelResources } from './model.ts';
import { OrderSwitch } from './OrderSwitch.tsx';
import type { Entry } from './orders.ts';
import { constrain, type PixelParams, params } from './parameters.ts';
import { SourceControl } from './SourceControl.tsx';
import { Stage } from './Stage.tsx';
import { lineLength, type PixelView, viewOf } from './view.ts';
import { captionOf, sizesOf, WORDS } from './words.ts';

/** The bytes of the patch with one of them changed; a number from 0 to 1 means that part of 255. */
function editedBytes({ params: now, x }: PixelModel, index: number, value: number): Partial<PixelParams> {
  const byte = Math.min(255, Math.max(0, Math.round(now.scale === 'unit' ? value * 255 : value)));
  return { x: edited(x.data.subarray(0, 3 * now.size ** 2), index, byte) };
}

function grids(model: PixelModel): GridSpec<PixelParams>[] {
  const { params: now, shown, grey } = model;
  const { size, batch } = now;
  const square = { rows: size, cols: size, max: now.scale === 'unit' ? 1 : 255 };
  const count = 3 * size ** 2;
  const line = lineLength(now);
  const planes = {
    ...square,
    symbol: 'x',
    planes: 3,
    planeNames: CHANNEL_NAMES.map((name, c) => ({ name, note: `c = ${c}` })),
  };
  return [
    { id: 'pixel', ...square, values: grey.data.subarray(0, size ** 2) },
    {
      id: 'x',
      ...planes,
      name: WORDS.channels,
      values: shown.data.subarray(0, count),
      edit: (i, value) => editedBytes(model, i, value),
    },
    ...(batch > 1
      ? [
          {
            id: 'mirror',
            ...planes,
            name: WORDS.mirror,
            values: shown.data.subarray(count),
            edit: (i: number, value: number) => editedBytes(model, mirrorOf(i, size), value),
          },
        ]
      : []),
    {
      id: 'memory',
      name: WORDS.memory,
      rows: 1,
      cols: line,
      planes: count / line,
      values: shown.data.subarray(0, count),
      max: square.max,
    },
  ];
}

/** Both orders can be seen: one is written, the other as far as the first number of the last row. */
const atRest = (model: PixelModel) => {
  const first: Entry = { n: 0, c: 0, h: model.params.size - 1, w: 0 };
  return { stretch: 'nhwc', cell: model.last.offset([first.n, first.h, first.w, first.c]) };
};

export const pixelTensor = defineScene<PixelParams, PixelModel, PixelView, PixelResources>({
  name: 'pixel-tensor',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  constrain,
  resources: { own: ownPicture(({ source }) => source, WORDS.onlyPatch) },
  build,
  track: (model) => model.track,
  rest: atRest,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.planes, controls: ['apart', 'size', 'batch', 'scale'] },
    { title: WORDS.photo, controls: [SourceControl, 'seen'] },
  ],
  head: [OrderSwitch],
  Stage,
  stageHeight: { phone: 350 },
});
