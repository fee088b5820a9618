import { readLink } from '../playback/link.ts';

/** Marks the current section in the contents, draws the progress, and keeps the place across languages. */
export function followPlace(): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const bar = document.querySelector<HTMLElement>('.progress');
  let current = '';

  const mark = (id: string): void => {
    if (id === current) return;
    current = id;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a'))
      if (link.hash === `#${id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  };

  // The last section whose top has passed the upper third of the window.
  const find = (): void => {
    const line = innerHeight / 3;
    let last = '';
    for (const section of sections) if (section.getBoundingClientRect().top <= line) last = section.id;
    mark(last);
  };
  const observer = new IntersectionObserver(find, { rootMargin: '-33% 0px -66% 0px' });
  for (const section of sections) observer.observe(section);

  let asked = false;
  const draw = (): void => {
    asked = false;
    const length = document.documentElement.scrollHeight - innerHeight;
    bar?.style.setProperty('transform', `scaleX(${length > 0 ? Math.min(1, scrollY / length) : 0})`);
  };
  const ask = (): void => {
    if (!asked) requestAnimationFrame(draw);
    asked = true;
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  ask();

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.addEventListener('click', () => {
      const scene = readLink(location.hash);
      link.hash = scene && scene !== 'too long' ? location.hash : current;
    });
}
