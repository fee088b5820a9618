import type { SceneDefinition } from '../../../../src/kit/scene/defineScene.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests know neither the parameters nor the model of a scene
export type AnyScene = SceneDefinition<any, any, any, any>;

const modules = import.meta.glob<{ readonly default: { readonly definition?: AnyScene } }>(
  '../../../../src/scenes/*/index.{ts,tsx}',
  { eager: true },
);

/** Every scene of the article, found by its folder. */
export const SCENES: readonly AnyScene[] = Object.values(modules).flatMap(({ default: { definition } }) =>
  definition ? [definition] : [],
);

const chapters = import.meta.glob<string>('../../../../src/chapters/*/*.mdx', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The beats that the chapters' phrases point at. */
export const PHRASES: readonly { readonly file: string; readonly scene: string; readonly to: string }[] =
  Object.entries(chapters).flatMap(([file, text]) =>
    [...text.matchAll(/<Beat\b([^>]*)>/g)].map(([, attributes = '']) => ({
      file: file.replace(/^.*chapters\//, ''),
      scene: /\bscene="([^"]*)"/.exec(attributes)?.[1] ?? '',
      to: /\bto="([^"]*)"/.exec(attributes)?.[1] ?? '',
    })),
  );
