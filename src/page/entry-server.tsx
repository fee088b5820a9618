import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../language/language.ts';
import { Article } from './Article.tsx';
import { renderChapters } from './chapters.ts';
import { WORDS } from './words.ts';

/** Renders one page: the article as plain HTML, each scene in it an island that the client hydrates. */
export async function render(language: Language) {
  const chapters = await renderChapters(language);
  return {
    title: WORDS.title[language],
    description: WORDS.description[language],
    body: renderToStaticMarkup(<Article language={language} chapters={chapters} />),
  };
}
