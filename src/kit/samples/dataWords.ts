import type { Text } from '../../language/language.ts';
import type { DataName } from '../../worker/dataSets.ts';

/** What is trained on, and its classes by their label, 0 to 9. */
export const DATA_WORDS: Readonly<
  Record<DataName, { readonly name: Text; readonly classes: readonly Text[] }>
> = {
  digits: {
    name: { en: 'digits', zh: '手写数字' },
    classes: Array.from({ length: 10 }, (_, label) => ({ en: String(label), zh: String(label) })),
  },
  fashion: {
    name: { en: 'clothes', zh: '衣物' },
    classes: [
      { en: 'T-shirt', zh: 'T 恤' },
      { en: 'trousers', zh: '裤子' },
      { en: 'pullover', zh: '套头衫' },
      { en: 'dress', zh: '连衣裙' },
      { en: 'coat', zh: '外套' },
      { en: 'sandal', zh: '凉鞋' },
      { en: 'shirt', zh: '衬衫' },
      { en: 'sneaker', zh: '运动鞋' },
      { en: 'bag', zh: '包' },
      { en: 'ankle boot', zh: '短靴' },
    ],
  },
};
