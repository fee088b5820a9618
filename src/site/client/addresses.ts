import { readLink } from '../../playback/link.ts';
import { pageOfHash } from '../addresses/places.ts';
import { islandOf, mount } from './islands.ts';
import { returnToPlace } from './languageSwitch.ts';
import { LONG, notify, withdraw } from './notice.ts';
import { hadLongHash, pageAddress, pageName, readPlaces } from './page.ts';

const UNKNOWN = {
  en: 'This link points to something that is not on this page, nor on another of this site.',
  zh: '这个链接所指的内容不在本页，也不在本站的其他页面。',
};

/** Opens what the address points at, now and whenever it changes; what stands on another page, there. */
export function followAddresses(): void {
  const follow = (scroll: boolean): void => {
    open(location.hash, scroll).catch(() => {
      // Without the list of places a link of another page stays where it is.
    });
  };
  follow(!returnToPlace());
  addEventListener('hashchange', () => follow(true));
  writeFullAddresses();
}

async function open(hash: string, scroll: boolean): Promise<void> {
  withdraw();
  if (hadLongHash()) return notify({ text: LONG });
  if (hash === '' || hash === '#') return;
  const link = readLink(hash);
  if (link === 'too long') return notify({ text: LONG });
  // The opening page shows one of the figures, but its place is on the page of its chapter.
  const island = link && pageName() !== '' ? islandOf(link.scene) : null;
  if (island) return scroll ? show(island) : mount(island);
  if (!link && isHere(hash)) return;
  const page = pageOfHash(hash, await readPlaces());
  if (page !== undefined && page !== pageName()) location.replace(pageAddress(page).href + hash);
  else if (link) notify({ text: UNKNOWN });
}

function isHere(hash: string): boolean {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1))) !== null;
  } catch {
    // Not an address that this site wrote.
    return true;
  }
}

/** Scrolls to the figure, and again when it has woken, unless the reader has moved since. */
async function show(island: HTMLElement): Promise<void> {
  let moved = false;
  const stop = (): void => {
    moved = true;
  };
  const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'];
  for (const move of moves) addEventListener(move, stop, { passive: true, once: true });
  island.scrollIntoView({ behavior: 'instant' });
  await mount(island);
  if (!moved) island.scrollIntoView({ behavior: 'instant' });
  for (const move of moves) removeEventListener(move, stop);
}

/** Where the host was not known when the site was built, these addresses become full where the page runs. */
function writeFullAddresses(): void {
  const links = 'link[rel="canonical"], link[rel="alternate"]';
  for (const link of document.querySelectorAll<HTMLLinkElement>(links)) link.setAttribute('href', link.href);
}
