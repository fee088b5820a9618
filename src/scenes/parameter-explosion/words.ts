import { counted, type Language, type Text } from '../../language/language.ts';
import type { CountId, CountRow } from './count.ts';
import { areaInWords, bytesInWords, inWords, zhCount } from './largeNumbers.ts';
import type { ExplosionModel } from './model.ts';
import type { Measure } from './parameters.ts';
import type { ExplosionView } from './view.ts';

export const WORDS = {
  title: { en: 'What a photo costs', zh: '一张照片要花多少' },
  layers: { en: 'Layers', zh: '层' },
  twoLayers: { en: 'two', zh: '两种' },
  threeLayers: { en: 'three', zh: '三种' },
  photo: { en: 'Photo', zh: '照片' },
  dense: { en: 'Dense layer', zh: '全连接层' },
  local: { en: 'Locally connected', zh: '局部连接层' },
  conv: { en: 'Convolution', zh: '卷积层' },
  whatIsRead: { en: 'The photo and its layer', zh: '照片与层' },
  afford: { en: 'What one can afford', zh: '负担得起什么' },
  original: { en: 'Photo', zh: '原照片' },
  shrunk: { en: 'Shrunk photo', zh: '缩小的照片' },
  nothing: { en: 'Not even one pixel fits.', zh: '连一个像素也放不下。' },
  waiting: { en: 'the photo is on its way', zh: '照片正在载入' },
  missing: { en: 'no photo could be fetched', zh: '照片未能载入' },
  failure: {
    en: 'The photograph could not be fetched. All else works without it.',
    zh: '照片未能载入，其余部分照常可用。',
  },
  scale: { en: 'Each line to the right is ten times as many.', zh: '每向右一格，扩大到 10 倍。' },
  counting: { en: 'not counted yet', zh: '还没有数' },
} as const satisfies Record<string, Text>;

export const FORMAT_NAMES = {
  digit: { en: 'MNIST digit', zh: 'MNIST 数字' },
  thumbnail: { en: 'CIFAR thumbnail', zh: 'CIFAR 小图' },
  crop: { en: 'ImageNet crop', zh: 'ImageNet 裁剪图' },
  vga: { en: 'VGA', zh: 'VGA' },
  hd: { en: 'Full HD', zh: '全高清' },
  phone: { en: 'phone photo', zh: '手机照片' },
} as const satisfies Record<string, Text>;

/** `4000 × 3000 × 3`. */
export const formatText = ({ format: { width, height, channels } }: ExplosionModel): string =>
  `${width} × ${height} × ${channels}`;

/** What a bar stands for, in words. */
export function amountInWords(value: number, measure: Measure, language: Language): string {
  if (measure === 'bytes') return bytesInWords(value, language);
  if (language === 'zh') return zhCount(value, measure === 'parameters' ? '个参数' : '次乘加');
  return `${inWords(value, 'en')} ${measure === 'parameters' ? 'parameters' : 'multiply-adds'}`;
}

/** How many times as many: `20.1 million ×`, or `1 / 3`. */
export function ratioInWords(ratio: number, language: Language): string {
  if (ratio >= 1) return language === 'en' ? `${inWords(ratio, 'en')} ×` : zhCount(ratio, '倍');
  return `1 / ${inWords(1 / ratio, language)}`;
}

type Captions = Readonly<
  Record<CountId, (model: ExplosionModel, row: CountRow, language: Language) => string>
>;

const CAPTIONS: Captions = {
  pixels: ({ format }, { value }, l) =>
    l === 'en'
      ? `A picture ${format.width} pixels wide and ${format.height} pixels high has ${inWords(value, l)} pixels.`
      : `一张宽 ${format.width}、高 ${format.height} 像素的图像，共有 ${zhCount(value, '个像素')}。`,
  inputs: ({ format, inputs }, _, l) =>
    l === 'en'
      ? format.channels === 1
        ? `Grey: one number per pixel, ${inWords(inputs, l)} numbers in all.`
        : `Red, green and blue: three numbers per pixel, ${inWords(inputs, l)} in all.`
      : format.channels === 1
        ? `灰度图每个像素一个数，共 ${zhCount(inputs, '个数')}。`
        : `红、绿、蓝，每个像素三个数，共 ${zhCount(inputs, '个数')}。`,
  'dense-weights': ({ neurons, inputs, dense }, _, l) =>
    l === 'en'
      ? `${neurons === 1 ? 'The one neuron' : `Each of ${neurons} neurons`} wants a weight for each of ${inWords(inputs, l)} numbers: ${inWords(dense.multiplyAdds, l)} weights.`
      : `${neurons} 个神经元，每个都要给这 ${zhCount(inputs, '个数')}各配一个权重：${zhCount(dense.multiplyAdds, '个')}。`,
  'dense-parameters': ({ dense, neurons }, _, l) =>
    l === 'en'
      ? `A bias for each neuron, ${neurons} more, hardly counts: the first layer has ${inWords(dense.parameters, l)} parameters.`
      : `每个神经元再加一个偏置，多 ${neurons} 个，几乎不算什么。单是第一层就有 ${zhCount(dense.parameters, '个参数')}。`,
  'dense-bytes': ({ dense }, _, l) =>
    l === 'en'
      ? `A 32-bit float takes 4 bytes, so the layer takes ${bytesInWords(dense.parameterBytes, l)} before it has learned anything.`
      : `一个 32 位浮点数占 4 字节。还没开始学，这一层就要占 ${bytesInWords(dense.parameterBytes, l)}。`,
  'dense-work': ({ dense }, _, l) =>
    l === 'en'
      ? `Every weight multiplies once for each photo: ${inWords(dense.multiplyAdds, l)} multiply-adds.`
      : `每看一张照片，每个权重都要乘一次：${zhCount(dense.multiplyAdds, '次乘加')}。`,
  filter: ({ params, format }, { value }, l) =>
    l === 'en'
      ? `A filter looks at a window of ${params.kernel} × ${params.kernel} pixels, not at the whole photo${format.channels === 3 ? ', in all three channels' : ''}: ${value} weights.`
      : `一个滤波器只看 ${params.kernel} × ${params.kernel} 像素的窗口${format.channels === 3 ? '（三个通道都看）' : ''}，不看整张照片：${value} 个权重。`,
  'local-weights': ({ neurons }, { value }, l) =>
    l === 'en'
      ? `Each of the ${neurons} outputs keeps only its window, with weights of its own: ${inWords(value, l)}.`
      : `${neurons} 个输出各自只留下窗口内的权重，互不相同：共 ${zhCount(value, '个')}。`,
  'local-parameters': ({ dense, neurons }, { value }, l) =>
    l === 'en'
      ? `With a bias for each output: ${inWords(value, l)}. Leaving out what is far away divides by ${inWords(dense.parameters / value, l)}.`
      : `${neurons} 个输出再各加一个偏置，共 ${zhCount(value, '个')}。略去远处的连接，就少到 ${inWords(dense.parameters / value, l)} 分之一。`,
  'local-bytes': (_, { value }, l) =>
    l === 'en'
      ? `Locally connected, the layer takes ${bytesInWords(value, l)}.`
      : `改成局部连接，这一层占 ${bytesInWords(value, l)}。`,
  'local-work': (_, { value }, l) =>
    l === 'en'
      ? `Every weight is used once: ${inWords(value, l)} multiply-adds, as many as a convolution.`
      : `每个权重只用一次：${zhCount(value, '次乘加')}，和卷积一样多。`,
  'conv-weights': ({ params }, { value }, l) =>
    l === 'en'
      ? `${counted(params.filters, 'filter')}: ${value} weights. The size of the photo is no factor here.`
      : `${params.filters} 个滤波器，共 ${value} 个权重。照片的大小没有出现在乘积里。`,
  'conv-parameters': ({ conv, local, places }, _, l) =>
    local
      ? l === 'en'
        ? `One set of weights for all ${places} places: ${conv.parameters} parameters, fewer by a factor of ${places}.`
        : `${places} 个位置共用一套权重：只有 ${conv.parameters} 个参数，是局部连接的 1/${places}。`
      : l === 'en'
        ? `One bias for each filter: ${conv.parameters} parameters. Drag the size of the photo: this number stays.`
        : `每个滤波器一个偏置，共 ${conv.parameters} 个参数。拖动照片大小试试：这个数不变。`,
  'conv-bytes': ({ conv, dense }, _, l) =>
    l === 'en'
      ? `The convolution takes ${bytesInWords(conv.parameterBytes, l)}, the dense layer ${bytesInWords(dense.parameterBytes, l)}.`
      : `卷积层占 ${bytesInWords(conv.parameterBytes, l)}，全连接层占 ${bytesInWords(dense.parameterBytes, l)}。`,
  'conv-work': ({ conv }, _, l) =>
    l === 'en'
      ? `Few weights can still mean much work: each works at every pixel, ${inWords(conv.multiplyAdds, l)} multiply-adds in all.`
      : `权重少不等于活儿少：每个权重在每个像素处都要再用一次，共 ${zhCount(conv.multiplyAdds, '次乘加')}。`,
  ratio: ({ dense, local, conv, places }, _, l) => {
    if (local) {
      const fewer = inWords(dense.parameters / local.parameters, l);
      return l === 'en'
        ? `Only what is near: ${fewer} times fewer. Shared by all places: exactly ${places} times fewer again.`
        : `只连近处，少到 1/${fewer}；${places} 个位置共用同一套权重，又正好少到 1/${places}。`;
    }
    const [small, large] = [areaInWords(conv.parameters, l), areaInWords(dense.parameters, l)];
    return l === 'en'
      ? `At 1 mm² for each parameter, the convolution covers ${small} and the dense layer ${large}.`
      : `假如每个参数占一平方毫米：卷积层铺满 ${small}，全连接层则要铺满 ${large}。`;
  },
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: ExplosionModel, view: ExplosionView, language: Language): string {
  const { subject } = view;
  switch (subject.kind) {
    case 'nothing':
      return language === 'en'
        ? `Nothing is counted yet. The photo is ${formatText(model)}: width, height, channels.`
        : `还没开始数。照片是 ${formatText(model)}：宽、高、通道。`;
    case 'budget':
      return keptText(model, language);
    case 'pixel': {
      const { rows, cols } = subject.box;
      return language === 'en'
        ? `Row ${subject.row}, column ${subject.col} is the average of the ${counted(rows * cols, 'pixel')} in the frame: ${cols} across, ${rows} down.`
        : `第 ${subject.row} 行第 ${subject.col} 列是方框内 ${rows * cols} 个像素（横 ${cols}、竖 ${rows}）的平均。`;
    }
    default:
      return CAPTIONS[subject.row.id](model, subject.row, language);
  }
}

/** What the shrunk photo keeps, in words. */
function keptText({ shrunk, photo, affordable }: ExplosionModel, language: Language): string {
  if (!shrunk) return WORDS.nothing[language];
  const all = photo.width * photo.height;
  const kept = shrunk.rows * shrunk.cols;
  if (kept === all)
    return language === 'en'
      ? `All ${all} pixels of this small photo fit.`
      : `这张小照片的 ${all} 个像素全都放得下。`;
  const each = inWords(all / kept, language);
  const size = `${shrunk.cols} × ${shrunk.rows}`;
  return language === 'en'
    ? `A neuron can read ${inWords(affordable, language)} numbers: ${size} pixels, each in place of ${each} of this photo.`
    : `一个神经元能读 ${zhCount(affordable, '个数')}：${size} 像素，每个要代替这张小照片的 ${each} 个像素。`;
}
