import { cellName } from '../../figures/Equation.tsx';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { Channel, KernelPhotoModel } from './model.ts';
import type { KernelPhotoView } from './view.ts';

export const WORDS = {
  title: { en: 'One kernel, a whole photograph', zh: '一个卷积核，一整张照片' },
  x: { en: 'Input picture', zh: '输入图像' },
  y: { en: 'Output picture', zh: '输出图像' },
  photo: { en: 'Photograph', zh: '照片' },
  ownPicture: { en: 'Your own', zh: '你的图像' },
  colour: { en: 'Colour', zh: '颜色' },
  greyscale: { en: 'grey', zh: '灰度' },
  channels: { en: 'three channels', zh: '三个通道' },
  channel: { en: 'Channel', zh: '通道' },
  size: { en: 'Kernel size', zh: '卷积核大小' },
  preset: { en: 'Kernel preset', zh: '预设卷积核' },
  own: { en: 'Your own', zh: '自定义' },
  bias: { en: 'Bias', zh: '偏置' },
  line: { en: 'Scan line', zh: '扫描线' },
  operation: { en: 'Operation', zh: '运算' },
  correlation: { en: 'Cross-correlation', zh: '互相关' },
  convolution: { en: 'Convolution', zh: '卷积' },
  display: { en: 'Show as', zh: '显示为' },
  signed: { en: 'signed numbers', zh: '带符号的数' },
  picture: { en: 'light, 0 to 255', zh: '亮度 0–255' },
  cut: { en: 'below 0 is black, above 255 is white', zh: '小于 0 为黑，大于 255 为白' },
  beyond: { en: 'stronger numbers keep the full colour', zh: '更大的数一律取最深的颜色' },
  standIn: { en: ', a small one stands in', zh: '，先用小图代替' },
  turned: { en: ', turned by 180°', zh: '，旋转 180°' },
  change: { en: 'Largest change by turning the kernel', zh: '旋转卷积核带来的最大变化' },
  along: { en: 'Along the scan line', zh: '沿扫描线' },
  scanIn: { en: 'input', zh: '输入' },
  scanOut: { en: 'output', zh: '输出' },
  scan: { en: 'scan line', zh: '扫描线' },
  red: { en: 'red', zh: '红' },
  green: { en: 'green', zh: '绿' },
  blue: { en: 'blue', zh: '蓝' },
} as const satisfies Record<string, Text>;

export const channelWord = (channel: Channel): Text => WORDS[channel];

/** “Weight w₀,₂”: the one that the slider moves. */
export const weightLabel = (row: number, col: number): Text => ({
  en: `Weight ${cellName('w', [row, col])}`,
  zh: `权重 ${cellName('w', [row, col])}`,
});

/** Separators from 10,000 on. */
const count = (n: number, language: Language): string =>
  n.toLocaleString(language === 'en' ? 'en-US' : 'zh-CN', { useGrouping: 'min2' });

/** What half a turn of the kernel does, said of the whole picture. */
function turnSentence({ effect, params, y }: KernelPhotoModel, language: Language): string {
  const n = count(y.size, language);
  const [en, zh] = {
    same: [
      `Turning the kernel by 180° changes none of the ${n} numbers.`,
      `卷积核旋转 180°，${n} 个数一个也不变。`,
    ],
    negated: [
      `Turning the kernel by 180° changes the sign of every one of the ${n} responses${params.b === 0 ? '' : ' (before the bias)'}.`,
      `卷积核旋转 180°，${n} 个响应${params.b === 0 ? '' : '（加偏置之前）'}全部变号。`,
    ],
    other: [`Turning the kernel by 180° gives another picture.`, `卷积核旋转 180°，得到的是另一幅图像。`],
  }[effect] as [string, string];
  return language === 'en' ? en : zh;
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
  const { asked, place, line, patch, explanation } = view;
  const { k, outWidth, outHeight } = model;
  const taps = k * k;
  const result = `${line.sign} ${line.result.text}`;
  const name = cellName('y', [place.row, place.col]);
  const places = count(outWidth * outHeight, language);
  const paint = paintSentence(model, line.value, language);
  if (asked?.kind === 'x') {
    const { pixel, reach } = asked;
    const windows = reach.rows * reach.cols;
    const pixelName = cellName('x', [pixel.row, pixel.col]);
    return en
      ? `${pixelName} is read by ${windows} ${windows === 1 ? 'window' : 'windows'}, each time with another weight: it reaches the outlined block of the output and nothing else. The sum below is that of ${name} ${result}.${paint}`
      : `${pixelName} 被 ${windows} 个窗口读到，每次乘的权重都不同：它只影响输出中被框出的那一小块。下面的算式是 ${name} ${result}。${paint}`;
  }
  if (asked?.kind === 'tap') {
    const { row, col } = asked.tap;
    const [pixel, weight] = explanation.terms[row * k + col]?.factors ?? [];
    const product = `${operand(printNumber(pixel?.value ?? 0).text)} × ${operand(printNumber(weight?.value ?? 0).text)}`;
    const weightName = weight ? cellName('w', weight.index) : '';
    return en
      ? `${weightName} is used at all ${places} places of a plane; here it makes ${product}. Change it, and the whole picture changes.`
      : `${weightName} 在一个平面的全部 ${places} 个位置都要用到，在这里贡献 ${product}。改动它，整幅图像都会变。`;
  }
  if (asked?.kind === 'b')
    return en
      ? `The bias is added at all ${places} places of a plane: the whole output gets lighter or darker alike.`
      : `偏置加在一个平面的全部 ${places} 个位置上：整幅输出一起变亮或变暗。`;
  const least = Math.min(...patch);
  const most = Math.max(...patch);
  return en
    ? `Row ${place.row}, column ${place.col}: the ${taps} pixels run from ${least} to ${most}; the sum makes ${name} ${result}.${paint} ${turnSentence(model, language)}`
    : `第 ${place.row} 行第 ${place.col} 列：${taps} 个像素从 ${least} 到 ${most}，加权和是 ${name} ${result}。${paint}${turnSentence(model, language)}`;
}
