import type { Beat } from '../../playback/playable.ts';
import type { KernelPhotoParams } from './parameters.ts';

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<KernelPhotoParams>>> = {
  edges: {},
  'edges-level': { params: { preset: 'sobelY' } },
  blur: { params: { preset: 'box', size: '5', display: 'picture' } },
  sharpen: { params: { preset: 'sharpen', display: 'picture' } },
  emboss: { params: { preset: 'emboss', display: 'picture' } },
  clamped: { params: { display: 'picture' } },
  'turned-sobel': { params: { operation: 'convolution' } },
  'turned-blur': { params: { preset: 'box', operation: 'convolution', display: 'picture' } },
  'scan-start': { params: { curves: true }, at: { stretch: 'scan', cell: 0, done: 0 } },
  'scan-end': { params: { curves: true }, at: 'end' },
  colour: { params: { preset: 'sharpen', colour: 'colour', display: 'picture' } },
};
