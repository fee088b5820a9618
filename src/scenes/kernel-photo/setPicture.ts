import type { FigureStore } from '../../playback/figureStore.ts';
import type { KernelPhotoModel, KernelPhotoParams } from './model.ts';
import { fitted, keep, type Picture } from './pictures.ts';

/**
 * Lays the kernel on the reader's own picture. It stays in this browser: no link carries it.
 *
 * @throws Error when the picture has fewer than 8 rows or columns
 */
export function setPicture(store: FigureStore<KernelPhotoParams, KernelPhotoModel>, picture: Picture): void {
  keep('own', fitted(picture));
  store.actions.setParams({ photo: 'own' });
}
