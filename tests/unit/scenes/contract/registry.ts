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

const attribute = (name: string, tag: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The beats that the chapters' phrases, the lines of their derivations and links to other figures point at. */
export const PHRASES: readonly { readonly file: string; readonly scene: string; readonly to: string }[] =
  Object.entries(chapters).flatMap(([path, text]) => {
    const file = path.replace(/^.*chapters\//, '');
    const phrases = [...text.matchAll(/<Beat\b[^>]*>/g)].map(([tag]) => ({
      file,
      scene: attribute('scene', tag),
      to: attribute('to', tag),
    }));
    const lines = [...text.matchAll(/(<Derivation\b[^>]*>)(.*?)<\/Derivation>/gs)].flatMap(
      ([, tag = '', body = '']) =>
        [...body.matchAll(/<Line tex="[^"]*" to="([^"]*)">/g)].map(([, to = '']) => ({
          file,
          scene: attribute('scene', tag),
          to,
        })),
    );
    const states = [...text.matchAll(/<Fig name="([^"]*)" to="([^"]*)"/g)].map(([, scene = '', to = '']) => ({
      file,
      scene,
      to,
    }));
    return [...phrases, ...lines, ...states];
  });
