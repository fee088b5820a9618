import type { Text } from '../../../../language/language.ts';

export const WORDS = {
  title: { en: 'Feature maps', zh: '特征图' },
  noMaps: {
    en: 'A dense network makes no maps: its first layer reads all pixels at once, and where they lie is lost.',
    zh: '全连接网络没有特征图：第一层一次读入所有像素，它们的位置就丢失了。',
  },
  digit: { en: 'Digit', zh: '数字' },
} as const satisfies Record<string, Text>;

export const readText = (digit: number, read: number, percent: string): Text => ({
  en: `of a ${digit}, which is read as ${read}, ${percent}% sure`,
  zh: `来自一个 ${digit}，它被读成 ${read}，把握 ${percent}%`,
});

export const layerText = (block: number, count: number, side: number): Text => ({
  en: `layer ${block}: ${count} × ${side} × ${side}`,
  zh: `第 ${block} 层：${count} × ${side} × ${side}`,
});

export const chooseText = (digit: number): Text => ({
  en: `Digit ${digit}; press for the next`,
  zh: `数字 ${digit}；点击换下一个`,
});
