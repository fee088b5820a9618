import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { fetchPhoto } from '../../kit/picture/fetchPhoto.ts';
import { OWN, ownPicture } from '../../kit/picture/ownPicture.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { planeOf } from '../../tensor/channels.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { Channel, Operation, Presets } from './KernelControls.tsx';
import { build, type KernelPhotoModel, type KernelPhotoResources } from './model.ts';
import { PhotoControl } from './PhotoControl.tsx';
import { BRIGHTEST, constrain, type KernelPhotoParams, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type KernelPhotoView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

/** Where the window rests along the scan line: on an edge of the flower. */
const REST = 73;
/** A weight is dragged in quarters, the bias in whole numbers. */
const WEIGHT_STEP = 0.25;

function grids(model: KernelPhotoModel): GridSpec<KernelPhotoParams>[] {
  const { params: now, picture, planes, plane, k, w, b, y, scale, outHeight, outWidth } = model;
  const kernel = { rows: k, cols: k };
  const most = magnitude(w.data);
  return [
    {
      id: 'x',
      name: WORDS.x,
      rows: picture.height,
      cols: picture.width,
      values: planeOf(planes.exact, plane),
      max: BRIGHTEST,
    },
    {
      id: 'w',
      ...kernel,
      values: w.data,
      turned: now.operation === 'convolution',
      edit: (i, value) => ({ preset: 'own', w: edited(w.data, i, value) }),
      pullStep: WEIGHT_STEP,
      live: true,
    },
    {
      id: 'b',
      rows: 1,
      cols: 1,
      values: b.data,
      max: BRIGHTEST,
      edit: (_, value) => ({ b: value }),
      pullStep: 1,
      live: true,
    },
    { id: 'patch', ...kernel, values: [], max: BRIGHTEST },
    { id: 'product', ...kernel, values: [], max: BRIGHTEST * Math.min(4, Math.max(1 / 4, most)) },
    { id: 'y', name: WORDS.y, rows: outHeight, cols: outWidth, values: planeOf(y, plane), max: scale },
  ];
}

export const kernelPhoto = defineScene<
  KernelPhotoParams,
  KernelPhotoModel,
  KernelPhotoView,
  KernelPhotoResources
>({
  name: 'kernel-photo',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  constrain,
  resources: {
    photo: {
      key: ({ photo }) => (photo === OWN ? null : photo),
      load: fetchPhoto,
      failure: WORDS.photoFailed,
      isFetched: true,
    },
    own: ownPicture(({ photo }) => photo, WORDS.ownMissing),
  },
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'scan', cell: REST - 1 }),
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.weights, controls: [Presets, 'size', Operation, 'b'] },
    { title: WORDS.pictures, controls: [PhotoControl, 'line', 'curves', 'display', 'colour', Channel] },
  ],
  Stage,
  stageHeight: { medium: 268 },
});
