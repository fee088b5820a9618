import { onceIdle, savesData } from './idle.ts';

/** Fetches the next chapter ahead when nothing else is to do: on the opening page, the first. */
export function fetchAhead(): void {
  const next = document.querySelector<HTMLAnchorElement>('a.card.next[href], .opening a.start');
  if (!next || savesData() || !location.protocol.startsWith('http')) return;
  // Not by `<link rel="prefetch">`: for Firefox that falls under `default-src` of the policy, and WebKit does not know it.
  onceIdle(() => void fetch(next.href, { priority: 'low' }).catch(() => {}));
}
