import { createElement } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { Language } from '../language/language.ts';
import { scenes } from '../scenes/registry.ts';
import { chapterComponents, type Gathered, islandSlot } from './chapterComponents.tsx';
import { fillNumbers } from './crossLinks.ts';

type Module = typeof import('*.mdx');

/** One chapter, rendered. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lede: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Words of the glossary that it uses. */
  readonly terms: ReadonlySet<string>;
  readonly html: string;
}

const MODULES: Readonly<Record<Language, Record<string, Module>>> = {
  en: import.meta.glob<Module>('../chapters/*/en.mdx', { eager: true }),
  zh: import.meta.glob<Module>('../chapters/*/zh.mdx', { eager: true }),
};

/** Every chapter of a language, in the order of the folders' numbers. */
export async function renderChapters(language: Language): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  const numbers = new Map<string, string>();
  for (const path of Object.keys(MODULES[language]).sort()) {
    const [, digits = '', id = ''] = /\/(\d+)-([^/]+)\//.exec(path) ?? [];
    const module = MODULES[language][path];
    if (module && id) chapters.push(await renderChapter(module, language, Number(digits), id, numbers));
  }
  return chapters.map((chapter) => ({ ...chapter, html: fillNumbers(chapter.html, numbers, language) }));
}

async function renderChapter(
  module: Module,
  language: Language,
  number: number,
  id: string,
  numbers: Map<string, string>,
): Promise<Chapter> {
  const gathered: Gathered = { sections: [], islands: [], equations: new Map(), terms: new Set() };
  const components = chapterComponents(language, number, gathered);
  let html = renderToStaticMarkup(createElement(module.default, { components }), {
    identifierPrefix: `chapter-${id}-`,
  });
  for (const island of gathered.islands) {
    const load = scenes.get(island.name);
    if (!load) throw new Error(`chapter ${number}: there is no scene "${island.name}"`);
    const { default: Scene } = await load();
    const inner = renderToString(createElement(Scene, { language, number: island.number }), {
      identifierPrefix: `${island.name}-`,
    });
    html = html.replace(islandSlot(island.name), () => inner);
  }
  for (const island of gathered.islands) numbers.set(`fig:${island.name}`, island.number);
  for (const [name, place] of gathered.equations) numbers.set(`eq:${name}`, place);
  const { sections, terms } = gathered;
  return { id, number, title: module.title, lede: module.lede, sections, terms, html };
}
