/** How long the pointer has to rest on a word, and how long the way to its definition may take. */
const OPEN_AFTER = 180;
const CLOSE_AFTER = 280;
const GAP = 6;
const EDGE = 8;

/** What opened the definition decides what closes it. */
type Opener = 'pointer' | 'focus' | 'click';

/**
 * The definition of a word beside the word: on hover, focus or tap. It is what the page carries
 * of the glossary, to which the word is a plain link when no script runs. Esc closes it, and the pointer may move onto it.
 */
export function followTerms(): void {
  if (!('popover' in HTMLElement.prototype) || !document.querySelector('#terms')) return;
  const words = document.querySelectorAll<HTMLAnchorElement>('a[data-term]');
  for (const word of words) {
    word.setAttribute('role', 'button');
    word.setAttribute('aria-expanded', 'false');
  }
  const bubble = document.createElement('div');
  bubble.id = 'term-bubble';
  bubble.className = 'term-bubble';
  bubble.popover = 'manual';
  bubble.setAttribute('role', 'note');

  let open: HTMLAnchorElement | null = null;
  let opener: Opener = 'pointer';
  let timer = 0;
  const after = (milliseconds: number, then: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(then, milliseconds);
  };

  const close = (): void => {
    clearTimeout(timer);
    if (!open) return;
    open.setAttribute('aria-expanded', 'false');
    open.removeAttribute('aria-describedby');
    open = null;
    bubble.remove();
  };
  const show = (word: HTMLAnchorElement, by: Opener): void => {
    clearTimeout(timer);
    opener = by;
    if (open === word) return;
    close();
    if (!fill(bubble, word)) return;
    open = word;
    // Behind the word, so that the Tab key comes to the links in it next.
    word.after(bubble);
    bubble.showPopover();
    place(bubble, word);
    word.setAttribute('aria-expanded', 'true');
    word.setAttribute('aria-describedby', 'term-bubble');
  };

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const word = wordOf(event.target);
    if (word && word !== open) after(OPEN_AFTER, () => show(word, 'pointer'));
    else if (word || bubble.contains(event.target as Node)) clearTimeout(timer);
    else if (open && opener === 'pointer') after(CLOSE_AFTER, close);
    else clearTimeout(timer);
  });
  document.addEventListener('focusin', (event) => {
    const word = wordOf(event.target);
    if (word?.matches(':focus-visible')) show(word, 'focus');
    else if (!word && !bubble.contains(event.target as Node)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!wordOf(event.target) && !bubble.contains(event.target as Node)) close();
  });
  document.addEventListener('click', (event) => {
    const word = wordOf(event.target);
    if (!word) {
      if ((event.target as Element).closest('.term-bubble a')) close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (open === word && opener !== 'pointer') close();
    else show(word, 'click');
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && open) {
        event.stopPropagation();
        if (bubble.contains(document.activeElement)) open.focus();
        close();
      }
      const word = wordOf(event.target);
      if (event.key !== ' ' || !word) return;
      event.preventDefault();
      word.click();
    },
    true,
  );
  addEventListener('resize', close);
  addEventListener('hashchange', close);
}

const wordOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-term]') : null;

/** Copies the definition that the page carries; false where there is none. */
function fill(bubble: HTMLElement, word: HTMLAnchorElement): boolean {
  const terms = document.querySelector<HTMLTemplateElement>('#terms');
  const entry = terms?.content.querySelector(`[data-term="${CSS.escape(word.dataset['term'] ?? '')}"]`);
  if (!entry) return false;
  bubble.replaceChildren(...entry.cloneNode(true).childNodes);
  return true;
}

/** Below the word, or above it where there is no room; always inside the window. */
function place(bubble: HTMLElement, word: HTMLElement): void {
  const at = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const below = at.bottom + GAP + height <= innerHeight - EDGE;
  const top = below ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - height);
  const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - width - EDGE));
  bubble.style.translate = `${Math.round(left + scrollX)}px ${Math.round(top + scrollY)}px`;
}
