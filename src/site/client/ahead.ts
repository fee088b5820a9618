import { savesData, whenIdle } from './idle.ts';

/** Fetches the next chapter ahead when nothing else is to do: on the opening page, the first. */
export function fetchAhead(): void {
  const next = document.querySelector<HTMLAnchorElement>('a.card.next[href], .opening a.start');
  if (!next || savesData() || !location.protocol.startsWith('http')) return;
  whenIdle(() => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = next.href;
    document.head.append(link);
  });
}
