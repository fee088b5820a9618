import { REFERENCES } from '../../references.ts';
import { WORDS } from '../../words.ts';
import { Island } from '../figures.tsx';
import type { PageContent, PageContext } from '../page.ts';
import { ChapterMap } from './ChapterMap.tsx';
import { LIVE } from './live.ts';
import { countOf, OPENING_WORDS } from './words.ts';

/** The first page: what this is, one figure to touch, and the way through the chapters. */
export function openingPage(context: PageContext): PageContent {
  const { manifest, links, figures } = context;
  const { language, chapters, total } = manifest;
  const [first] = chapters;
  const say = (name: keyof typeof OPENING_WORDS): string => OPENING_WORDS[name][language];
  const [before, after] = OPENING_WORDS.retold[language].split('{}');
  return {
    title: '',
    description: WORDS.description[language],
    scenes: [LIVE],
    terms: new Set(),
    structured: { '@type': ['Book', 'LearningResource'], name: WORDS.title[language] },
    main: (
      <div className="opening">
        <div className="opening-head" id="top">
          <h1>{WORDS.title[language]}</h1>
          <p className="standfirst">{WORDS.standfirst[language]}</p>
          <p className="opening-start">
            {first && (
              <a className="start" href={links.page(first.slug)}>
                {say('start')} <span aria-hidden="true">›</span>
              </a>
            )}
            <span>{countOf(chapters.length, total)[language]}</span>
          </p>
        </div>
        <section aria-labelledby="live-title">
          <h2 id="live-title" className="visually-hidden">
            {say('live')}
          </h2>
          <Island name={LIVE} number="" html={figures.get(LIVE)} />
        </section>
        <section aria-labelledby="map-title">
          <h2 id="map-title" className="visually-hidden">
            {say('map')}
          </h2>
          <ChapterMap context={context} />
        </section>
        <section className="opening-about section" aria-labelledby="about">
          <h2 id="about">{say('aboutTitle')}</h2>
          <p>{say('hook')}</p>
          <p>{say('promise')}</p>
          <p>{say('howTo')}</p>
          <p className="retold">
            {before}
            <a href={REFERENCES.SK.url} lang="en">
              {REFERENCES.SK.title}
            </a>
            {after}
          </p>
        </section>
      </div>
    ),
  };
}
