import type { Language } from '../../language/language.ts';
import { WORDS } from '../words.ts';

/** Goes round: as the system, light, dark. */
export function ThemeButton({ language }: { readonly language: Language }) {
  return (
    <button
      type="button"
      className="theme-button"
      aria-label={WORDS.themeSystem[language]}
      data-theme-button=""
      data-system={WORDS.themeSystem[language]}
      data-light={WORDS.themeLight[language]}
      data-dark={WORDS.themeDark[language]}
    >
      <span aria-hidden="true">◐</span>
    </button>
  );
}
