import { LANGUAGES, type Language } from '../../language/language.ts';
import { addressOf, type PageId } from '../addresses/address.ts';
import { WORDS } from '../words.ts';

const NAMES = { en: 'EN', zh: '中文' } as const satisfies Record<Language, string>;
const LABELS = { en: 'EN: English', zh: '中文' } as const satisfies Record<Language, string>;

/** The same page in the other language. The client adds the place and the state of the figure. */
export function LanguageSwitch({ page }: { readonly page: PageId }) {
  return (
    <nav className="languages" aria-label={WORDS.languages[page.language]}>
      {LANGUAGES.map((language) =>
        language === page.language ? (
          <span key={language} aria-current="true">
            {NAMES[language]}
          </span>
        ) : (
          <a
            key={language}
            href={addressOf(page, { ...page, language })}
            hrefLang={language === 'zh' ? 'zh-Hans' : 'en'}
            lang={language === 'zh' ? 'zh-Hans' : 'en'}
            data-language=""
            aria-label={LABELS[language]}
          >
            {NAMES[language]}
          </a>
        ),
      )}
    </nav>
  );
}
