import type { Text } from '../../language/language.ts';
import { choice, type ParamSpec, wholeCell } from '../../playback/parameters/spec.ts';
import { SIZE_WORDS } from './words.ts';

type Words = Readonly<Record<string, Text>>;

/** From where the numbers of a picture may come. */
export const PICTURES = {
  numbers: { en: 'Small numbers', zh: '小整数' },
  digit: { en: 'Handwritten digit', zh: '手写数字' },
  photo: { en: 'Photograph', zh: '照片' },
} as const satisfies Record<string, Text>;

/** Which picture is read: a choice that begins with numbers. */
export const pictureChoice = <const Options extends Words & { readonly numbers: Text }>(options: Options) =>
  choice<Options>({ label: SIZE_WORDS.picture, options, default: 'numbers', look: 'menu' });

/** With what a border is filled. */
export const BORDERS = {
  zeros: { en: 'zeros', zh: '补零' },
  reflect: { en: 'reflect', zh: '镜像' },
  replicate: { en: 'replicate', zh: '复制边缘' },
  circular: { en: 'circular', zh: '循环' },
} as const satisfies Record<string, Text>;

/** A choice among ways to fill a border, zeros first. */
export const borderChoice = <const Options extends Words & { readonly zeros: Text }>(options: Options) =>
  choice<Options>({
    label: { en: 'Border', zh: '边界' },
    options,
    default: 'zeros',
    ...(Object.keys(options).length > 3 && { look: 'menu' }),
  });

/** From what random numbers are drawn. */
export const seedParam = (label: Text = SIZE_WORDS.seed): ParamSpec<number> =>
  wholeCell({ label, default: 1, range: [1, 9999] });
