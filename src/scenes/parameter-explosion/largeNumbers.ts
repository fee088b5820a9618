import type { Language } from '../../language/language.ts';

/** Three significant digits, without an exponent. */
const three = (value: number): string => String(Number(value.toPrecision(3)));

const STEPS = {
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
    [1e4, ' thousand', 1e3],
  ],
  zh: [
    [1e12, ' 万亿'],
    [1e8, ' 亿'],
    [1e4, ' 万'],
  ],
} as const satisfies Record<Language, readonly (readonly [from: number, word: string, unit?: number])[]>;

/** A count in words that can be read at a glance: 36 billion, 360 亿. */
export function inWords(value: number, language: Language): string {
  if (Number.isInteger(value) && value < 10_000) return String(value);
  for (const [from, word, unit = from] of STEPS[language] as readonly (readonly [number, string, number?])[])
    if (value >= from) return three(value / unit) + word;
  return three(value);
}

const BYTES = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes in units of 1000: 144 GB. */
export function bytesInWords(bytes: number, language: Language): string {
  const step = Math.min(BYTES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = step === 0 && language === 'zh' ? '字节' : BYTES[step];
  return `${three(bytes / 1000 ** step)} ${unit}`;
}

/** A count with its measure word: `1000 个数`, `3600 万个数`. */
export function zhCount(value: number, word: string): string {
  const text = inWords(value, 'zh');
  return /\d$/.test(text) ? `${text} ${word}` : text + word;
}

/** An area given in square millimetres: cm², m², hectares, km². */
export function areaInWords(squareMillimetres: number, language: Language): string {
  for (const [size, unit] of [
    [1e12, 'km²'],
    [1e10, language === 'en' ? 'hectares' : '公顷'],
    [1e6, 'm²'],
    [1e2, 'cm²'],
  ] as const)
    if (squareMillimetres >= size) return `${three(squareMillimetres / size)} ${unit}`;
  return `${three(squareMillimetres)} mm²`;
}
