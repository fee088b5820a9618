/** The two languages of the article. Every text of the page exists in both, side by side. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What both languages write alike: a number, a formula. */
export const same = (text: string): Text => ({ en: text, zh: text });

/** English: `1 pixel`, `2 pixels`. */
export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** With a capital letter, as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Joins the items as the language does: `a, b and c`, `a、b和c`. */
export function listOf(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  const [comma, and] = language === 'en' ? [', ', ' and '] : ['、', '和'];
  return items.slice(0, -1).join(comma) + and + items[items.length - 1];
}
