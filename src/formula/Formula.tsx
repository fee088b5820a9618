import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { adopt } from './adopt.ts';
import { katexOptions } from './katex.ts';

type Katex = typeof import('katex')['default'];
let katexPromise: Promise<Katex> | undefined;
let loaded: Katex | undefined;
const loadKatex = (): Promise<Katex> => {
  katexPromise ??= import('katex').then(
    (module) => {
      loaded = module.default;
      return loaded;
    },
    (error: unknown) => {
      // The next formula asks again.
      katexPromise = undefined;
      throw error;
    },
  );
  return katexPromise;
};

// In the build-time render KaTeX is at hand at once; the branch is dropped from the client bundle.
const builtIn: Katex | undefined = import.meta.env.SSR ? await loadKatex() : undefined;

// The pre-rendered page has no layout, and comes with its formulas.
const useTypesetting = import.meta.env.SSR ? useEffect : useLayoutEffect;

/** Makes one symbol of a formula stand out, and no other. */
function light(formula: Element, active: string | null): void {
  for (const node of formula.querySelectorAll('[data-symbol]'))
    node.classList.toggle('active', node.getAttribute('data-symbol') === active);
}

export interface FormulaProps {
  readonly tex: string;
  readonly display?: boolean;
  /** The symbol (see the symbol table) that is to stand out. */
  readonly active?: string | null;
}

/**
 * A formula whose numbers may change. Its first picture comes with the pre-rendered page, so KaTeX's
 * own code is fetched only when a hand comes near the figure or the numbers change. From then on a change is
 * typeset in the frame that shows it in the grids.
 */
export const Formula = memo(function Formula({ tex, display = false, active = null }: FormulaProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const shown = useRef<string | null>(null);
  const lit = useRef(active);
  useTypesetting(() => {
    const element = ref.current;
    if (!element) return;
    // What the pre-rendered page brought.
    if (shown.current === null && element.childElementCount > 0) shown.current = tex;
    if (shown.current === tex) return;
    const draw = (katex: Katex): void => {
      const fresh = document.createElement('span');
      katex.render(tex, fresh, katexOptions(display));
      adopt(element, fresh);
      shown.current = tex;
      light(element, lit.current);
    };
    if (loaded) {
      draw(loaded);
      return;
    }
    let live = true;
    loadKatex().then(
      (katex) => live && draw(katex),
      // Offline before the first visit was complete: the source is still readable.
      () => {
        if (live) element.textContent = tex;
      },
    );
    return () => {
      live = false;
    };
  }, [tex, display]);
  useEffect(() => {
    // A reader whose hand is on the figure is about to change it.
    const host = ref.current?.closest('figure');
    const fetch = (): void => {
      loadKatex().catch(() => {});
    };
    for (const type of ['pointerenter', 'focusin']) host?.addEventListener(type, fetch, { once: true });
    return () => {
      for (const type of ['pointerenter', 'focusin']) host?.removeEventListener(type, fetch);
    };
  }, []);
  useEffect(() => {
    lit.current = active;
    if (ref.current) light(ref.current, active);
  }, [active]);
  return (
    <span
      ref={ref}
      className="formula"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: what KaTeX made of our own text
      dangerouslySetInnerHTML={{ __html: builtIn ? builtIn.renderToString(tex, katexOptions(display)) : '' }}
    />
  );
});
