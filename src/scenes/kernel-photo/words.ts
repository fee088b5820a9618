import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { inSentence } from '../../formula/inSentence.ts';
import { printNumber, thousands } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { KernelPhotoModel } from './model.ts';
import type { KernelPhotoView } from './view.ts';

export const WORDS = {
  title: { en: 'One kernel, a whole photograph', zh: '一个卷积核，一整张照片' },
  shortTitle: { en: 'A whole photograph', zh: '一整张照片' },
  x: { en: 'Input picture', zh: '输入图像' },
  y: { en: 'Output picture', zh: '输出图像' },
  weights: { en: 'Weights', zh: '权重' },
  pictures: { en: 'Pictures', zh: '图像' },
  standIn: { en: ', a small one stands in', zh: '，先用小图代替' },
  drag: { en: 'drag ↕', zh: '可上下拖动' },
  turned: { en: 'turned by 180°', zh: '旋转 180°' },
  below: { en: 'below 0: black', zh: '小于 0：黑' },
  above: { en: 'above 255: white', zh: '大于 255：白' },
  photoFailed: {
    en: 'The photograph did not arrive; a small picture stands in for it.',
    zh: '照片没有取到，先用一张小图代替。',
  },
  ownMissing: {
    en: 'A link does not carry a picture of your own; a small one stands in for it.',
    zh: '链接不含你自己的图像，先用一张小图代替。',
  },
} as const satisfies Record<string, Text>;

/** What half a turn of the kernel does, said of the whole picture. */
function turnSentence({ effect, params }: KernelPhotoModel, language: Language): string {
  const isBiased = params.b !== 0;
  const sentences = {
    same: {
      en: `Turning the kernel by 180° changes no number.`,
      zh: `卷积核旋转 180°，一个数也不变。`,
    },
    negated: {
      en: `Turning the kernel by 180° changes every sign${isBiased ? ' (before the bias)' : ''}.`,
      zh: `卷积核旋转 180°，每个响应${isBiased ? '（加偏置之前）' : ''}都变号。`,
    },
    other: {
      en: 'Turning the kernel by 180° gives another picture.',
      zh: '卷积核旋转 180°，得到的是另一幅图像。',
    },
  };
  return sentences[effect][language];
}

/** How the number is painted, where that is not the number itself. */
function paintSentence({ params }: KernelPhotoModel, value: number, language: Language): string {
  if (params.display === 'signed' || (value >= 0 && value <= 255)) return '';
  if (language === 'en') return value < 0 ? ' Below 0: painted black.' : ' Above 255: painted white.';
  return value < 0 ? '小于 0，画成黑色。' : '大于 255，画成白色。';
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: KernelPhotoModel, view: KernelPhotoView, language: Language): string {
  const en = language === 'en';
  const { asked, place, patch, explanation } = view;
  const [{ line }] = view.equations;
  const { k, outWidth, outHeight, params } = model;
  const result = inSentence(line, language);
  const name = cellName('y', [place.row, place.col]);
  const places = thousands(outWidth * outHeight);
  const paint = paintSentence(model, line.value, language);
  switch (asked?.kind) {
    case 'x': {
      const { pixel, reach } = asked;
      const windows = reach.rows * reach.cols;
      const pixelName = cellName('x', [pixel.row, pixel.col]);
      return en
        ? `${pixelName} is read by ${windows} ${windows === 1 ? 'window' : 'windows'}: it reaches the outlined block of the output and nothing else.`
        : `${pixelName} 被 ${windows} 个窗口读到，只影响输出中被框出的那一小块。`;
    }
    case 'tap': {
      const [pixel, weight] = explanation.terms[asked.tap.row * k + asked.tap.col]?.factors ?? [];
      const product = `${operand(printNumber(pixel?.value ?? 0).text)} × ${operand(printNumber(weight?.value ?? 0).text)}`;
      const weightName = weight ? cellName('w', weight.index) : '';
      return en
        ? `${weightName} is used at all ${places} places, here as ${product}. Change it, and the whole picture changes.`
        : `${weightName} 在全部 ${places} 个位置都要用到，在这里贡献 ${product}。改动它，整幅图像都会变。`;
    }
    case 'b':
      return en
        ? `The bias is added at all ${places} places: the whole output gets lighter or darker alike.`
        : `偏置加在全部 ${places} 个位置上：整幅输出一起变亮或变暗。`;
    default: {
      if (params.operation === 'convolution')
        return en
          ? `${name} is ${result}.${paint} ${turnSentence(model, language)}`
          : `${name} 为${result}。${paint}${turnSentence(model, language)}`;
      const [least, most] = [Math.min(...patch), Math.max(...patch)];
      return en
        ? `Row ${place.row}, column ${place.col}: ${k * k} pixels from ${least} to ${most} make ${name}, which is ${result}.${paint}`
        : `第 ${place.row} 行第 ${place.col} 列：${k * k} 个像素从 ${least} 到 ${most}，加权和 ${name} 为${result}。${paint}`;
    }
  }
}
