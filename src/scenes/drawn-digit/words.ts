import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'A network reads what you draw', zh: '网络在读你画的字' },
  draw: { en: 'Draw a digit here', zh: '在这里画一个数字' },
  clear: { en: 'Clear the pad', zh: '清空画板' },
  undo: { en: 'Take the last stroke away', zh: '擦掉最后一笔' },
  took: { en: 'What it took your stroke for', zh: '边画边猜' },
  convolve: { en: 'Convolve', zh: '卷积' },
  pool: { en: 'ReLU, pool', zh: 'ReLU，池化' },
  which: { en: 'Which digit?', zh: '是哪个数字？' },
  shares: { en: '10 scores, softmax', zh: '10 个得分，softmax' },
  apart: { en: 'One number, taken apart.', zh: '拆开一个数。' },
  how: { en: 'How it works: chapter 3', zh: '怎么算的：第 3 章' },
  empty: { en: 'Nothing is drawn yet.', zh: '还什么都没画。' },
} as const satisfies Record<string, Text>;

/** `8 of 28 × 28` */
export const shapeNote = (maps: number, side: number): Text => ({
  en: `${maps} of ${side} × ${side}`,
  zh: `${maps} 张 ${side} × ${side}`,
});

export const spotText = (map: number, row: number, col: number): Text => ({
  en: `Filter ${map}, row ${row}, column ${col}: 25 pixels times 25 weights.`,
  zh: `滤波器 ${map}，第 ${row} 行第 ${col} 列：25 个像素乘以 25 个权重。`,
});

export const pushText = (up: number, down: number): Text => ({
  en: `${up} ${up === 1 ? 'product pushes' : 'products push'} up, ${down} ${down === 1 ? 'pulls' : 'pull'} down, the bias comes last.`,
  zh: `${up} 个乘积往上推，${down} 个往下拉，最后加上偏置。`,
});

/** What is said aloud when the pen rests. */
export const readText = (best: number, percent: string): Text => ({
  en: `The network reads a ${best}, with ${percent} per cent.`,
  zh: `网络读出 ${best}，占 ${percent}%。`,
});
