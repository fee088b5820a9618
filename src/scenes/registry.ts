import type { ComponentType } from 'react';
import type { SceneProps } from '../kit/figure/SceneFigure.tsx';

type SceneModule = { readonly default: ComponentType<SceneProps> };

const MODULES = import.meta.glob<SceneModule>('./*/index.ts');

/**
 * Every scene by the name that chapters and links use: the name of its folder. A scene's code is
 * fetched when it comes near.
 */
export const scenes: ReadonlyMap<string, () => Promise<SceneModule>> = new Map(
  Object.entries(MODULES).map(([path, load]) => [path.split('/')[1] as string, load]),
);
