import type { Text } from '../../language/language.ts';

/** The three channels, in their order in memory. */
export const CHANNEL_NAMES: readonly Text[] = [
  { en: 'Red', zh: '红' },
  { en: 'Green', zh: '绿' },
  { en: 'Blue', zh: '蓝' },
];

/** The light of one channel alone: the three of a pixel, added, are the pixel. */
export const lightOf = (channel: number, byte: number): string =>
  `rgb(${[0, 1, 2].map((c) => (c === channel ? byte : 0)).join(' ')})`;
