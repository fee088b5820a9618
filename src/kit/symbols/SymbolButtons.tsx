import type { RefObject } from 'react';
import { symbolOf } from '../../formula/symbols.ts';
import { useSay } from '../scene/context.ts';
import { useSymbolLinks } from './useSymbolLinks.ts';

const WORDS = { group: { en: 'Letters of the formula', zh: '公式中的字母' } } as const;

/**
 * The letters of the formula as buttons: KaTeX hides its own from assistive technology, and no key reaches them.
 * Out of sight until one of them has the focus.
 */
export function SymbolButtons({ figure }: { readonly figure: RefObject<HTMLElement | null> }) {
  const say = useSay();
  const { symbols, pointAt } = useSymbolLinks(figure);
  if (symbols.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="symbol-letters" role="group" aria-label={say(WORDS.group)}>
      {symbols.map((symbol) => {
        const { plain, role, words } = symbolOf(symbol);
        return (
          <button
            key={symbol}
            type="button"
            className={`kit-text-button role-${role}`}
            onFocus={() => pointAt(symbol)}
            onBlur={() => pointAt(null)}
            onClick={() => pointAt(symbol)}
          >
            <i aria-hidden="true">{plain}</i>
            <span>{say(words)}</span>
          </button>
        );
      })}
    </div>
  );
}
