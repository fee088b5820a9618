import { counted, type Language, type Text } from '../../language/language.ts';
import type { CountId } from './count.ts';
import { areaInWords, bytesInWords, inWords, zhCount } from './largeNumbers.ts';
import type { ExplosionModel, Measure } from './model.ts';
import { FORMATS } from './model.ts';
import type { ExplosionView } from './view.ts';

export const WORDS = {
  title: { en: 'What a photo costs', zh: '一张照片要花多少' },
  measure: { en: 'Compare', zh: '比较' },
  format: { en: 'Size of the photo', zh: '照片大小' },
  neurons: { en: 'Neurons', zh: '神经元' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  filters: { en: 'Filters', zh: '滤波器' },
  budget: { en: 'Weights you can afford', zh: '负担得起的权重数' },
  photo: { en: 'Photo', zh: '照片' },
  dense: { en: 'Dense layer', zh: '全连接层' },
  conv: { en: 'Convolution', zh: '卷积层' },
  original: { en: 'Photo', zh: '原照片' },
  shrunk: { en: 'Shrunk photo', zh: '缩小的照片' },
  afford: { en: 'weights per neuron', zh: '每个神经元的权重数' },
  size: { en: 'grey pixels', zh: '灰度像素' },
  mean: { en: 'average of a box', zh: '一块的平均' },
  sees: { en: 'What a dense layer can read', zh: '全连接层能读到多少' },
  nothing: { en: 'Not even one pixel fits.', zh: '连一个像素也放不下。' },
  waiting: { en: 'the photograph is on its way', zh: '照片正在载入' },
  missing: { en: 'the photograph could not be fetched', zh: '照片未能载入' },
  scale: { en: 'Each line to the right is ten times as many.', zh: '每向右一格，扩大到 10 倍。' },
} as const;

export const MEASURE_NAMES: Readonly<Record<Measure, Text>> = {
  parameters: { en: 'Parameters', zh: '参数' },
  bytes: { en: 'Memory', zh: '内存' },
  multiplyAdds: { en: 'Multiply-adds', zh: '乘加次数' },
};

export const FORMAT_NAMES: Readonly<Record<string, Text>> = {
  digit: { en: 'MNIST digit', zh: 'MNIST 数字' },
  thumbnail: { en: 'CIFAR thumbnail', zh: 'CIFAR 小图' },
  crop: { en: 'ImageNet crop', zh: 'ImageNet 裁剪图' },
  vga: { en: 'VGA', zh: 'VGA' },
  hd: { en: 'Full HD', zh: '全高清' },
  phone: { en: 'phone photo', zh: '手机照片' },
};

/** `4000 × 3000 × 3, phone photo`. */
export function formatText(place: number, language: Language): string {
  const { id, width, height, channels } = FORMATS[place] as (typeof FORMATS)[number];
  const name = FORMAT_NAMES[id]?.[language] ?? id;
  return `${width} × ${height} × ${channels}${language === 'en' ? ', ' : '，'}${name}`;
}

export const ROW_NAMES: Readonly<Record<CountId, Text>> = {
  pixels: { en: 'pixels', zh: '像素' },
  inputs: { en: '× channels', zh: '× 通道' },
  weights: { en: '× neurons', zh: '× 神经元' },
  parameters: { en: '+ biases', zh: '+ 偏置' },
  bytes: { en: 'bytes', zh: '字节' },
  work: { en: 'multiply-adds', zh: '乘加次数' },
  filter: { en: 'one filter', zh: '一个滤波器' },
  convWeights: { en: '× filters', zh: '× 滤波器' },
  convParameters: { en: '+ biases', zh: '+ 偏置' },
  convBytes: { en: 'bytes', zh: '字节' },
  convWork: { en: 'multiply-adds', zh: '乘加次数' },
  ratio: { en: 'dense / convolution', zh: '全连接 / 卷积' },
};

/** What a bar stands for, in words. */
export function amountInWords(value: number, measure: Measure, language: Language): string {
  if (measure === 'bytes') return bytesInWords(value, language);
  if (language === 'zh') return zhCount(value, measure === 'parameters' ? '个参数' : '次乘加');
  return `${inWords(value, 'en')} ${measure === 'parameters' ? 'parameters' : 'multiply-adds'}`;
}

/** `20.1 million times`, or the other way round. */
export function ratioInWords(ratio: number, language: Language): string {
  if (ratio >= 1) return language === 'en' ? `${inWords(ratio, 'en')} ×` : zhCount(ratio, '倍');
  return language === 'en' ? `1 / ${inWords(1 / ratio, 'en')}` : `1 / ${inWords(1 / ratio, 'zh')}`;
}

const CAPTIONS: Readonly<
  Record<CountId, (model: ExplosionModel, view: ExplosionView, language: Language) => string>
> = {
  pixels: ({ format }, { current }, l) =>
    l === 'en'
      ? `A picture ${format.width} pixels wide and ${format.height} pixels high has ${inWords(current?.value ?? 0, l)} pixels.`
      : `一张宽 ${format.width}、高 ${format.height} 像素的图像，共有 ${zhCount(current?.value ?? 0, '个像素')}。`,
  inputs: ({ format, inputs }, _, l) =>
    l === 'en'
      ? format.channels === 1
        ? `Grey: one number per pixel, ${inWords(inputs, l)} numbers in all.`
        : `Red, green and blue: three numbers per pixel, ${inWords(inputs, l)} in all.`
      : format.channels === 1
        ? `灰度图每个像素一个数，共 ${zhCount(inputs, '个数')}。`
        : `红、绿、蓝，每个像素三个数，共 ${zhCount(inputs, '个数')}。`,
  weights: ({ params, inputs, dense }, _, l) =>
    l === 'en'
      ? `${params.neurons === 1 ? 'The one neuron' : `Each of the ${params.neurons} neurons`} wants a weight for each of the ${inWords(inputs, l)} numbers: ${inWords(dense.multiplyAdds, l)} weights.`
      : `${params.neurons} 个神经元，每个都要给这 ${zhCount(inputs, '个数')}各配一个权重：${zhCount(dense.multiplyAdds, '个')}。`,
  parameters: ({ dense, params }, _, l) =>
    l === 'en'
      ? `One bias for each neuron adds ${params.neurons} more, which hardly counts. The first layer alone has ${inWords(dense.parameters, l)} parameters.`
      : `每个神经元再加一个偏置，多 ${params.neurons} 个，几乎不算什么。单是第一层就有 ${zhCount(dense.parameters, '个参数')}。`,
  bytes: ({ dense }, _, l) =>
    l === 'en'
      ? `A 32-bit float takes 4 bytes, so the layer takes ${bytesInWords(dense.parameterBytes, l)} before it has learned anything.`
      : `一个 32 位浮点数占 4 字节。还没开始学，这一层就要占 ${bytesInWords(dense.parameterBytes, l)}。`,
  work: ({ dense }, _, l) =>
    l === 'en'
      ? `Every weight multiplies once for each photo: ${inWords(dense.multiplyAdds, l)} multiply-adds.`
      : `每看一张照片，每个权重都要乘一次：${zhCount(dense.multiplyAdds, '次乘加')}。`,
  filter: ({ params, format }, { current }, l) =>
    l === 'en'
      ? `A filter looks at a window of ${params.kernel} × ${params.kernel} pixels, not at the whole photo${format.channels === 3 ? ', in all three channels' : ''}: ${current?.value} weights.`
      : `一个滤波器只看 ${params.kernel} × ${params.kernel} 像素的窗口${format.channels === 3 ? '（三个通道都看）' : ''}，不看整张照片：${current?.value} 个权重。`,
  convWeights: ({ params }, { current }, l) =>
    l === 'en'
      ? `${counted(params.filters, 'filter')}: ${current?.value} weights. The size of the photo is no factor here.`
      : `${params.filters} 个滤波器，共 ${current?.value} 个权重。照片的大小没有出现在乘积里。`,
  convParameters: ({ conv }, _, l) =>
    l === 'en'
      ? `One bias for each filter: ${conv.parameters} parameters. Drag the size of the photo: this number stays.`
      : `每个滤波器一个偏置，共 ${conv.parameters} 个参数。拖动照片大小试试：这个数不变。`,
  convBytes: ({ conv, dense }, _, l) =>
    l === 'en'
      ? `The convolution takes ${bytesInWords(conv.parameterBytes, l)}, the dense layer ${bytesInWords(dense.parameterBytes, l)}.`
      : `卷积层占 ${bytesInWords(conv.parameterBytes, l)}，全连接层占 ${bytesInWords(dense.parameterBytes, l)}。`,
  convWork: ({ conv }, _, l) =>
    l === 'en'
      ? `Few weights can still mean much work: each is used again at every pixel, ${inWords(conv.multiplyAdds, l)} multiply-adds in all.`
      : `权重少不等于活儿少：每个权重在每个像素处都要再用一次，共 ${zhCount(conv.multiplyAdds, '次乘加')}。`,
  ratio: ({ dense, conv }, _, l) =>
    l === 'en'
      ? `If each parameter took one square millimetre, the convolution would cover ${areaInWords(conv.parameters, l)} and the dense layer ${areaInWords(dense.parameters, l)}.`
      : `假如每个参数占一平方毫米：卷积层铺满 ${areaInWords(conv.parameters, l)}，全连接层则要铺满 ${areaInWords(dense.parameters, l)}。`,
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: ExplosionModel, view: ExplosionView, language: Language): string {
  const { pixel } = view;
  if (view.asked && pixel?.line) {
    const { rows, cols } = pixel.box;
    return language === 'en'
      ? `Row ${pixel.row}, column ${pixel.col} of the shrunk photo is the average of ${rows * cols} pixels, ${cols} across and ${rows} down. Everything in that box has become this one number.`
      : `缩小的照片第 ${pixel.row} 行第 ${pixel.col} 列，是 ${rows * cols} 个像素（横 ${cols}、竖 ${rows}）的平均。这一块里的东西，如今成了这一个数。`;
  }
  if (!view.current)
    return language === 'en'
      ? `Nothing is counted yet. The photo is ${formatText(model.params.format, language)}.`
      : `还没开始数。照片是 ${formatText(model.params.format, language)}。`;
  return CAPTIONS[view.current.id](model, view, language);
}

/** What the shrunk photo keeps, in words. */
export function keptText({ shrunk, photo, affordable }: ExplosionModel, language: Language): string {
  if (!shrunk) return WORDS.nothing[language];
  const all = photo.width * photo.height;
  const kept = shrunk.rows * shrunk.cols;
  if (kept === all)
    return language === 'en'
      ? `All ${all} pixels of this small photo fit.`
      : `这张小照片的 ${all} 个像素全都放得下。`;
  const each = all / kept;
  return language === 'en'
    ? `There is room for ${inWords(affordable, language)} numbers, so one pixel replaces ${inWords(each, language)} of this small photo.`
    : `能放 ${zhCount(affordable, '个数')}。现在的一个像素，要代替这张小照片的 ${zhCount(each, '个像素')}。`;
}
