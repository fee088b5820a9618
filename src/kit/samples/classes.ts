import type { Text } from '../../language/language.ts';

/** What a picture may show, in the figures that classify. */
export const CLASSES: readonly Text[] = [
  { en: 'cat', zh: '猫' },
  { en: 'dog', zh: '狗' },
  { en: 'fox', zh: '狐狸' },
  { en: 'bird', zh: '鸟' },
  { en: 'horse', zh: '马' },
  { en: 'frog', zh: '青蛙' },
  { en: 'deer', zh: '鹿' },
  { en: 'ship', zh: '船' },
  { en: 'truck', zh: '卡车' },
  { en: 'plane', zh: '飞机' },
];
