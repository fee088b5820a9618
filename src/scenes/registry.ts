import type { ComponentType } from 'react';
import type { SceneProps } from '../figures/Figure.tsx';

/** Every scene by the name that chapters and links use. A scene's code is fetched when it comes near. */
export const scenes = {
  convolution: () => import('./convolution/index.ts'),
} satisfies Record<string, () => Promise<{ default: ComponentType<SceneProps> }>>;

export type SceneName = keyof typeof scenes;

export const isSceneName = (name: string): name is SceneName => Object.hasOwn(scenes, name);
