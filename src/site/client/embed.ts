import { readLink } from '../../playback/link.ts';
import { embedOf } from '../addresses/embed.ts';
import type { Places } from '../addresses/places.ts';
import { islandOf, mount } from './islands.ts';
import { LONG, notify } from './notice.ts';
import { hadLongHash, language, pageAddress, pageName, readPlaces } from './page.ts';
import { stateOf } from './state.ts';

const WORDS = {
  figure: { en: 'Figure', zh: '图' },
  none: {
    en: (name: string) => `There is no figure “${name}” in this article.`,
    zh: (name: string) => `本文没有名为“${name}”的图。`,
  },
  unreachable: {
    en: 'The figure could not be found: there is no connection.',
    zh: '找不到这幅图：网络已断开。',
  },
} as const;

/** Longer names are cut where they are repeated to the reader. */
const LONGEST_NAME = 40;

/**
 * Shows one figure alone, if the address asks for that (`?embed=…`): the whole page gives way to it. Nothing is
 * remembered of it, and nothing is kept for offline reading.
 *
 * @returns whether it does
 */
export function embedFigure(): boolean {
  const embed = embedOf(location.search);
  if (!embed) return false;
  const title = document.querySelector('.site-title')?.textContent ?? '';
  const island = islandOf(embed.scene);
  if (island) showAlone(island, embed.scene, title);
  else void leadOn(embed.scene, title);
  return true;
}

function showAlone(island: HTMLElement, scene: string, title: string): void {
  const link = linkTo(`#fig-${scene}`, title);
  const { number } = island.dataset;
  if (number) link.prepend(`${WORDS.figure[language()]} ${number} · `);
  // The link has the state of the very moment in which it is followed or copied.
  for (const moment of ['pointerdown', 'focus', 'click', 'contextmenu'])
    link.addEventListener(moment, () => {
      const figure = island.querySelector<HTMLElement>('figure');
      link.hash = (figure && stateOf(figure)) || (pageName() === '' ? '' : `fig-${scene}`);
    });
  island.inert = true;
  fillPage(island, link);
  mount(island).catch(() => {});
  const check = (): void => {
    if (hadLongHash() || readLink(location.hash) === 'too long') notify({ text: LONG });
  };
  check();
  addEventListener('hashchange', check);
}

/** The page has no such figure: another has, or none. */
async function leadOn(scene: string, title: string): Promise<void> {
  const said = document.createElement('p');
  said.className = 'embed-none';
  let places: Places | undefined;
  try {
    places = await readPlaces();
  } catch {
    said.textContent = WORDS.unreachable[language()];
  }
  const id = `fig-${scene}`;
  const chapter = places && Object.hasOwn(places.ids, id) ? places.ids[id] : undefined;
  const page = chapter === undefined ? undefined : places?.chapters[chapter];
  if (page !== undefined) {
    const to = pageAddress(page);
    to.search = location.search;
    to.hash = location.hash;
    location.replace(to);
    return;
  }
  const name = scene.length > LONGEST_NAME ? `${scene.slice(0, LONGEST_NAME)}…` : scene;
  if (places) said.textContent = WORDS.none[language()](name);
  fillPage(said, linkTo('', title));
}

/** A link to the article, in a window of its own. */
function linkTo(hash: string, title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'embed-link';
  const to = pageAddress(hash === '' ? '' : pageName());
  if (pageName() !== '') to.hash = hash;
  link.href = to.href;
  link.append(title, ' ↗');
  return link;
}

function fillPage(...content: readonly HTMLElement[]): void {
  // No link opens in the frame.
  const base = document.createElement('base');
  base.target = '_blank';
  document.head.append(base);
  document.body.replaceChildren(...content);
  document.adoptedStyleSheets = [];
}
