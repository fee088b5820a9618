import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Language } from '../../language/language.ts';
import { scenes } from '../../scenes/registry.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { LIVE } from './opening/live.ts';

/** Renders every scene of the article once, in its first state. @throws Error for a scene that does not exist */
export async function renderFigures({ language, chapters }: Manifest): Promise<ReadonlyMap<string, string>> {
  const figures = [...chapters.flatMap((chapter) => chapter.figures), { name: LIVE, number: '' }];
  const rendered = figures.map(
    async ({ name, number }) => [name, await renderFigure(name, number, language)] as const,
  );
  return new Map(await Promise.all(rendered));
}

async function renderFigure(name: string, number: string, language: Language): Promise<string> {
  const load = scenes.get(name);
  if (!load) throw new Error(`figure ${number}: there is no scene "${name}"`);
  const { default: Scene } = await load();
  return renderToString(createElement(Scene, { language, number }), { identifierPrefix: `${name}-` });
}

interface FigureProps {
  readonly name: string;
  readonly number: string;
  readonly html: string | undefined;
}

/** A figure that comes to life when the reader is near. `place` is its id, where it is the figure's own place. */
export function Island({ name, number, html = '', place }: FigureProps & { readonly place?: string }) {
  return (
    <div
      className="island"
      id={place}
      data-island={name}
      data-number={number}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own render of our own scene
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** A figure on paper: its first state, and nothing that wakes. */
export function StillFigure({ name, html = '' }: Omit<FigureProps, 'number'>) {
  return (
    <div
      className="island still"
      id={`fig-${name}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own render of our own scene
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
