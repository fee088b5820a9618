import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { FieldParams } from './parameters.ts';

const unit = (row: number, col: number): Place => ({ grid: 'paths', plane: 0, row, col });
const pixel = (row: number, col: number): Place => ({ grid: 'dx', plane: 0, row, col });
const up = (layers: number) => ({ stretch: 'up', cell: layers - 1 });
const own = (kernels: readonly number[], strides: readonly number[]): Partial<FieldParams> => ({
  stack: 'own',
  kernels,
  strides,
  dilations: kernels.map(() => 1),
  paddings: kernels.map(() => 0),
});

/** The names that the prose can point at. Three layers have 3, 5 and 7 units and pixels to count on the way down. */
export const BEATS: Readonly<Record<string, Beat<FieldParams>>> = {
  'one-layer': { at: up(1) },
  'two-layers': { at: up(2) },
  'three-layers': { at: up(3) },
  'first-paths': { at: { stretch: 'down', cell: 2 } },
  'paths-down': { at: { stretch: 'down', cell: 7 } },
  bell: { at: 'end' },
  neighbour: { at: 'end', pin: unit(3, 5) },
  'one-pixel': { at: 'end', pin: unit(0, 7) },
  'corner-pixel': { at: 'end', pin: pixel(4, 4) },
  'middle-pixel': { at: 'end', pin: pixel(7, 7) },
  dilated: { params: { stack: 'dilated', unit: 4 } },
  pyramid: { params: { stack: 'pyramid', unit: 1 } },
  'pyramid-neighbour': { params: { stack: 'pyramid', unit: 1 }, at: 'end', pin: unit(4, 2) },
  'second-strided': { params: { ...own([3, 3, 3], [1, 2, 1]), layer: 2, unit: 2 } },
  lenet: { params: { stack: 'lenet', unit: 0 } },
  'six-layers': { params: { ...own([3, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1]), unit: 4 } },
  vgg: { params: { stack: 'vgg', unit: 3 } },
};
