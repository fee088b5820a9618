import { pinyin } from 'pinyin-pro';

/**
 * How a Chinese word is typed by its sound: in full and by its initials, `juanjihe jjh`. Made when the page is
 * built; text without Chinese characters has none.
 */
export function pinyinOf(word: string): string {
  if (!/\p{Script=Han}/u.test(word)) return '';
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;
  const syllables = pinyin(word, options);
  return `${syllables.join('')} ${syllables.map((syllable) => syllable[0] ?? '').join('')}`.toLowerCase();
}
