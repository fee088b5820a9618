import { readLink } from '../playback/link.ts';
import { islandOf, language, mount } from './islands.ts';
import { settle } from './settle.ts';

const NOTICES = {
  unknown: {
    en: 'This link points to a figure that is not on this page. Here is the article from its start.',
    zh: '这个链接指向的图不在本页。下面是文章的开头。',
  },
  long: {
    en: 'This link is too long to be one of ours, so it was not read.',
    zh: '这个链接太长，不是本页写出的，因此没有读取。',
  },
  dismiss: { en: 'Dismiss', zh: '关闭' },
} as const;

/** Opens the figure that a link in the address names, now and whenever the address changes. */
export function followLinks(): void {
  follow();
  addEventListener('hashchange', follow);
}

function follow(): void {
  // The notices inside of figures are React's.
  document.querySelector('body > .notice')?.remove();
  const link = readLink(location.hash);
  if (!link) return;
  const island = link === 'too long' ? null : islandOf(link.scene);
  if (island) open(island);
  else notify(link === 'too long' ? 'long' : 'unknown');
}

function open(island: HTMLElement): void {
  settle(island);
  mount(island).then(
    () => settle(island),
    () => {},
  );
}

function notify(kind: 'unknown' | 'long'): void {
  const words = language();
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', NOTICES.dismiss[words]);
  button.addEventListener('click', () => notice.remove());
  document.body.prepend(notice);
  // A live region speaks what arrives after it.
  notice.append(NOTICES[kind][words], button);
}
