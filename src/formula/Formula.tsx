import { memo, useEffect, useRef } from 'react';
import { katexOptions } from './katex.ts';

type Katex = typeof import('katex')['default'];
let katexPromise: Promise<Katex> | undefined;
let loaded: Katex | undefined;
const loadKatex = (): Promise<Katex> => {
  katexPromise ??= import('katex').then((module) => {
    loaded = module.default;
    return loaded;
  });
  return katexPromise;
};

// In the build-time render KaTeX is at hand at once; the branch is dropped from the client bundle.
const builtIn: Katex | undefined = import.meta.env.SSR ? await loadKatex() : undefined;

export interface FormulaProps {
  readonly tex: string;
  readonly display?: boolean;
  /** The symbol (see the symbol table) that is to stand out. */
  readonly active?: string | null;
}

/**
 * A formula whose numbers may change. Its first picture comes with the pre-rendered page, so KaTeX's
 * own code is fetched only when a hand comes near the figure or the numbers change.
 */
export const Formula = memo(function Formula({ tex, display = false, active = null }: FormulaProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (shown.current === null && element.childElementCount > 0) {
      shown.current = tex;
      return;
    }
    if (shown.current === tex) return;
    if (loaded) {
      loaded.render(tex, element, katexOptions(display));
      shown.current = tex;
      return;
    }
    let live = true;
    loadKatex().then(
      (katex) => {
        if (!live) return;
        katex.render(tex, element, katexOptions(display));
        shown.current = tex;
      },
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new tex draws new nodes
  useEffect(() => {
    for (const node of ref.current?.querySelectorAll('[data-symbol]') ?? [])
      node.classList.toggle('active', node.getAttribute('data-symbol') === active);
  }, [active, tex]);
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
