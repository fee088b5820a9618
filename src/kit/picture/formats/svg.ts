import type { ByteReader } from './ByteReader.ts';
import type { PictureHeader } from './header.ts';

/** The first tag of a drawing, perhaps behind a declaration and comments, perhaps with a prefix. */
const ROOT = /<((?:[\w-]+:)?svg)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/;

/** A file is looked into this far for its first tag. */
const HEAD = 4096;

export const isSvg = (file: ByteReader): boolean =>
  /^\s*</.test(textOf(file, HEAD)) && /<(?:[\w-]+:)?svg[\s>]/.test(textOf(file, HEAD));

/** SVG: text, with a size that is its own, that of its view box, or none. */
export function readSvg(file: ByteReader): PictureHeader {
  const text = textOf(file, file.length);
  const [, name = '', attributes = ''] = ROOT.exec(text) ?? [];
  const closed = attributes.endsWith('/') || new RegExp(`</${name}\\s*>`).test(text);
  const size = sizeOf(attributes);
  return { format: 'SVG', size, ...(name && closed ? {} : { fault: 'cut' }) };
}

/** UTF-16 where the first two bytes say so, UTF-8 otherwise. */
function textOf(file: ByteReader, count: number): string {
  const first = file.text(0, 2);
  const encoding = first === '\xff\xfe' ? 'utf-16le' : first === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(file.bytes.subarray(0, count));
}

/** CSS pixels of a unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
};

function sizeOf(attributes: string): readonly [number, number] | null {
  const attribute = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]?.trim() ?? '';
  const length = (name: string): number => {
    const [, number, unit = ''] = /^(\d*\.?\d+)([a-z]*)$/.exec(attribute(name)) ?? [];
    return Math.round(Number(number) * (UNITS[unit] ?? Number.NaN));
  };
  const [, , wide, high] = attribute('viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const sizes = [
    [length('width'), length('height')],
    [Math.round(wide ?? 0), Math.round(high ?? 0)],
  ] as const;
  return sizes.find(([width, height]) => width > 0 && height > 0) ?? null;
}
