import type { Text } from '../../language/language.ts';
import type { PoolingModel } from './model.ts';

export const WORDS = {
  title: { en: 'One number of each window', zh: '每个窗口只留一个数' },
  shortTitle: { en: 'Pooling', zh: '池化' },
  stretch: { en: 'pooling', zh: '池化' },
  division: { en: 'division', zh: '除法' },
  sources: {
    numbers: { en: 'Small numbers', zh: '小整数' },
    map: { en: 'Feature map', zh: '特征图' },
  },
  digit: { en: 'Digit', zh: '手写数字' },
  map: { en: 'Filter', zh: '滤波器' },
  allMaps: { en: 'all eight', zh: '全部八个' },
  right: { en: 'Shift right', zh: '右移' },
  down: { en: 'Shift down', zh: '下移' },
  before: { en: 'Before the shift', zh: '平移前' },
  whichPooling: { en: 'Where the window lies', zh: '窗口的位置' },
  changed: { en: 'changed', zh: '变了的格' },
  byHowMuch: { en: 'by how much', zh: '变了多少' },
} as const;

/** The strip in words. */
export function stripLabel({ side, out, extent, stride, unread, over }: PoolingModel): Text {
  const end = {
    en: over > 0 ? `The last hangs over by ${over}` : `${unread} left over at the end`,
    zh: over > 0 ? `最后一个伸出 ${over} 格` : `末端剩余 ${unread} 格`,
  };
  return {
    en: `One row of ${side} cells. ${out} windows of ${extent} cells lie on it, ${stride} apart. ${end.en}.`,
    zh: `一行 ${side} 格，上面有 ${out} 个宽 ${extent} 格的窗口，彼此相距 ${stride} 格。${end.zh}。`,
  };
}
