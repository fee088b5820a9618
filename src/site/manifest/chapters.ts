import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../language/language.ts';
import { NO_LINKS } from '../addresses/links.ts';
import { chapterComponents } from '../pages/chapter/components.tsx';
import { gathering } from './gathered.ts';

type Module = typeof import('*.mdx');

/** One chapter: what it is called and what stands in it. */
export interface Chapter {
  /** The name of its page: that of its folder, without the number. */
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly lede: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly figures: readonly { readonly name: string; readonly number: string }[];
  readonly equations: readonly { readonly id: string; readonly number: string }[];
  /** Words of the glossary that it uses. */
  readonly terms: ReadonlySet<string>;
  readonly Content: Module['default'];
}

const MODULES: Readonly<Record<Language, Record<string, Module>>> = {
  en: import.meta.glob<Module>('../../chapters/*/en.mdx', { eager: true }),
  zh: import.meta.glob<Module>('../../chapters/*/zh.mdx', { eager: true }),
};

/** Every chapter of a language, in the order of the folders' numbers. */
export function gatherChapters(language: Language): Chapter[] {
  return Object.entries(MODULES[language])
    .map(([path, module]) => {
      const [, digits = '', slug = ''] = /\/(\d+)-([^/]+)\//.exec(path) ?? [];
      return gather(module, language, Number(digits), slug);
    })
    .sort((a, b) => a.number - b.number);
}

/** Renders a chapter once only to see what it declares. */
function gather(module: Module, language: Language, number: number, slug: string): Chapter {
  const gathered = gathering(number);
  const components = chapterComponents({
    language,
    chapter: number,
    gathered,
    links: NO_LINKS,
    onPaper: false,
    numberOf: () => '',
    figure: () => null,
  });
  renderToStaticMarkup(createElement(module.default, { components }));
  const { title, lede, default: Content } = module;
  const { sections, figures, equations, terms } = gathered;
  return { slug, number, title, lede, sections, figures, equations, terms, Content };
}
