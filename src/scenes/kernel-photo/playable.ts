import type { Beat, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type KernelPhotoModel, type KernelPhotoParams, specs } from './model.ts';

/** Places along the scan line, in hundredths: the number of steps knows no picture. */
export const PLACES = 100;
const REST = 73;

const PLAIN = {
  photo: 'flower',
  colour: 'grey',
  size: '3',
  w: null,
  b: 0,
  operation: 'correlation',
  display: 'signed',
  line: 46,
} as const;

const BEATS: Readonly<
  Record<string, { readonly params: Partial<KernelPhotoParams>; readonly position: number }>
> = {
  edges: { params: { ...PLAIN, preset: 'sobelX' }, position: REST },
  'edges-level': { params: { ...PLAIN, preset: 'sobelY' }, position: REST },
  blur: { params: { ...PLAIN, preset: 'box', size: '5', display: 'picture' }, position: REST },
  sharpen: { params: { ...PLAIN, preset: 'sharpen', display: 'picture' }, position: REST },
  emboss: { params: { ...PLAIN, preset: 'emboss', display: 'picture' }, position: REST },
  clamped: { params: { ...PLAIN, preset: 'sobelX', display: 'picture' }, position: REST },
  'turned-sobel': { params: { ...PLAIN, preset: 'sobelX', operation: 'convolution' }, position: REST },
  'turned-blur': {
    params: { ...PLAIN, preset: 'box', operation: 'convolution', display: 'picture' },
    position: REST,
  },
  'scan-start': { params: { ...PLAIN, preset: 'sobelX' }, position: 0 },
  'scan-end': { params: { ...PLAIN, preset: 'sobelX' }, position: PLACES },
  colour: { params: { ...PLAIN, preset: 'sharpen', colour: 'colour', display: 'picture' }, position: REST },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: KernelPhotoParams): Beat<KernelPhotoParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  return recipe && { ...recipe, params: constrain({ ...current, ...recipe.params }) };
}

export const kernelPhoto: Playable<KernelPhotoParams, KernelPhotoModel> = {
  name: 'kernel-photo',
  specs,
  constrain,
  build,
  total: () => PLACES,
  rest: () => REST,
  beats: beatNamed,
};
