import { readLink } from '../playback/link.ts';
import { followReading } from './reading.ts';

/** The last of some elements whose top has passed the upper third of the window. */
function lastPassed(elements: readonly HTMLElement[]): HTMLElement | undefined {
  const line = innerHeight / 3;
  return elements.findLast((element) => element.getBoundingClientRect().top <= line);
}

/** Marks the current section in the contents, draws the progress, and keeps the place across languages. */
export function followPlace(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('main > [data-section]')];
  const bar = document.querySelector<HTMLElement>('.progress');
  const links = document.querySelectorAll<HTMLAnchorElement>('.contents a');
  const reading = followReading();
  let current = '';

  const mark = (chapter: string, id: string): void => {
    if (id === current) return;
    current = id;
    for (const link of links) {
      if (link.hash === `#${id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
      // The contents unfold around the chapter that is being read.
      if (link.matches('.contents-chapter')) link.toggleAttribute('data-here', link.hash === `#${chapter}`);
    }
    keepInSight();
  };

  // First the chapter, then the section in it: the other chapters need no layout for this.
  const find = (): void => {
    const block = lastPassed(blocks);
    const sections = block ? [...block.querySelectorAll<HTMLElement>('[data-section]')] : [];
    const section = lastPassed(sections);
    mark(block?.id ?? '', section?.id ?? block?.id ?? '');
    reading(section);
  };

  let asked = false;
  const draw = (): void => {
    asked = false;
    find();
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

/** Long contents scroll by themselves to the line that is current. */
function keepInSight(): void {
  const side = document.querySelector<HTMLElement>('.side-contents');
  const line = side?.querySelector<HTMLElement>('[aria-current]');
  if (!side || !line || side.scrollHeight <= side.clientHeight) return;
  const at = line.offsetTop - side.scrollTop;
  if (at < 40 || at > side.clientHeight - 80) side.scrollTop = line.offsetTop - side.clientHeight / 3;
}
