import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import { CHANNEL_NAMES } from './channels.ts';
import type { PixelModel } from './model.ts';
import { type Entry, ORDER_NAMES, type Order, stridesOf } from './orders.ts';
import type { PixelView } from './view.ts';

export const WORDS = {
  title: { en: 'A photo, number by number', zh: '逐个数字看照片' },
  shortTitle: { en: 'In numbers', zh: '逐个数字看' },
  planes: { en: 'Planes', zh: '通道平面' },
  photo: { en: 'Photo', zh: '照片' },
  pixels: { en: 'Pixels', zh: '像素' },
  channels: { en: 'Channels', zh: '通道' },
  mirror: { en: 'Channels of the second picture', zh: '第二张图的通道' },
  memory: { en: 'Memory', zh: '内存' },
  order: { en: 'Order in memory', zh: '内存中的顺序' },
  onlyPatch: {
    en: 'This link holds the numbers of a patch, not the picture: a picture of your own never leaves your machine.',
    zh: '链接里只有这一小块的数值，没有原图：你自己的图像不会离开你的设备。',
  },
} as const satisfies Record<string, Text>;

export const loupeName = (row: number, col: number, size: number): Text => ({
  en: `Loupe over rows ${row}–${row + size - 1}, columns ${col}–${col + size - 1}. The arrow keys move it.`,
  zh: `放大镜，第 ${row}–${row + size - 1} 行，第 ${col}–${col + size - 1} 列。用方向键移动。`,
});

/** At most two decimals, also below a tenth. */
export const shortText = (value: number): string => printNumber(value, { digits: value < 0.1 ? 1 : 2 }).text;

const channelOf = ({ c }: Pick<Entry, 'c'>): Text => CHANNEL_NAMES[c] as Text;

/** A cell of the patch, before its grey value. */
export function pixelName(row: number, col: number, rgb: readonly number[]): Text {
  const [r, g, b] = rgb.map((value) => printNumber(value).text);
  return {
    en: `Pixel row ${row}, column ${col}: red ${r}, green ${g}, blue ${b}; grey value`,
    zh: `像素，第 ${row} 行第 ${col} 列：红 ${r}，绿 ${g}，蓝 ${b}；灰度值`,
  };
}

/** A cell of memory, before its number. */
export const memoryName = (address: number, entry: Entry): Text => ({
  en: `Address ${address}, ${channelOf(entry).en.toLowerCase()}, row ${entry.h}, column ${entry.w}`,
  zh: `地址 ${address}，${channelOf(entry).zh}，第 ${entry.h} 行第 ${entry.w} 列`,
});

const AXES: Readonly<Record<keyof Entry, Text>> = {
  n: { en: 'picture', zh: '张图' },
  c: { en: 'channel', zh: '个通道' },
  h: { en: 'row', zh: '行' },
  w: { en: 'column', zh: '列' },
};

/** The order in words, and how far the next channel, row and column lie. */
export function memoryNote(
  model: PixelModel,
  { order, entry }: PixelView,
  language: Language,
  short: boolean,
): string {
  const count = model.x.size / model.params.batch;
  const [from, to] = [entry.n * count, (entry.n + 1) * count - 1];
  const strides = stridesOf(model, order);
  if (short) return language === 'en' ? `addresses ${from}–${to}` : `地址 ${from}–${to}`;
  return language === 'en'
    ? `${order.toUpperCase()}, ${ORDER_NAMES[order].en} · addresses ${from}–${to} · ${strides.map(([axis, by]) => `next ${AXES[axis].en} +${by}`).join(', ')}`
    : `${order.toUpperCase()}，${ORDER_NAMES[order].zh} · 地址 ${from}–${to} · ${strides.map(([axis, by]) => `下一${AXES[axis].zh} +${by}`).join('，')}`;
}

/** How many numbers there are. */
export function sizesOf({ x }: PixelModel): { readonly tex: string; readonly sentence: Text } {
  const [N = 1, C = 3, H = 1, W = 1] = x.shape;
  return {
    tex: `N\\,C\\,H\\,W=${N}\\cdot ${C}\\cdot ${H}\\cdot ${W}=${x.size}`,
    sentence: { en: `${x.size} numbers, ${x.size} addresses.`, zh: `${x.size} 个数，${x.size} 个地址。` },
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: PixelModel, view: PixelView, language: Language): string {
  return captions[view.subject](model, view, language);
}

const numberOf = ({ shown }: PixelModel, { n, c, h, w }: Entry): string =>
  printNumber(shown.at(n, c, h, w)).text;

const captions: Readonly<
  Record<PixelView['subject'], (model: PixelModel, view: PixelView, language: Language) => string>
> = {
  pixel(model, { entry, equations: [line] }, language) {
    const [r, g, b] = [0, 1, 2].map((c) => numberOf(model, { ...entry, c }));
    const most = model.params.scale === 'unit' ? 1 : 255;
    if (line?.kind !== 'sum') return '';
    const grey = inSentence(line.line, language);
    return language === 'en'
      ? `Row ${entry.h}, column ${entry.w}: ${r} red, ${g} green, ${b} blue (of ${most}). Weighted, the grey value is ${grey}.`
      : `第 ${entry.h} 行第 ${entry.w} 列：红 ${r}，绿 ${g}，蓝 ${b}，满值都是 ${most}。加权和即灰度值，为${grey}。`;
  },
  number(model, { entry, address }, language) {
    const value = numberOf(model, entry);
    const { en, zh } = channelOf(entry);
    return language === 'en'
      ? `${en}, row ${entry.h}, column ${entry.w}: ${value}. It has address ${address.nchw} channels first, ${address.nhwc} channels last.`
      : `第 ${entry.h} 行第 ${entry.w} 列的${zh}色值是 ${value}。通道在前时地址为 ${address.nchw}，通道在后时为 ${address.nhwc}。`;
  },
  step: (model, view, language) => stepWords(model, view)[language],
};

function stepWords(model: PixelModel, view: PixelView): Text {
  const { entry, address, order, written } = view;
  const { n, h, w } = entry;
  const several = model.params.batch > 1;
  const channel = channelOf(entry);
  const what = {
    en: `${channel.en.toLowerCase()}${several ? ` of picture ${n}` : ''}, row ${h}, column ${w}`,
    zh: `${several ? `第 ${n} 张图` : ''}第 ${h} 行第 ${w} 列的${channel.zh}色值`,
  };
  const [at, value] = [address[order], numberOf(model, entry)];
  if (written <= at)
    return written === 0 && order === 'nchw'
      ? {
          en: `Memory has one dimension and is empty. First, ${what.en} goes to address 0.`,
          zh: `内存只有一个维度，现在还是空的。第一个数，${what.zh}，将写入地址 0。`,
        }
      : {
          en: `Next, address ${at} gets ${what.en}: ${value}.`,
          zh: `下一步，地址 ${at} 写入${what.zh}：${value}。`,
        };
  if (written === model.x.size)
    return order === 'nchw'
      ? {
          en: `All ${written} numbers are written, one channel after the other. The last is ${what.en}.`,
          zh: `全部 ${written} 个数都已写入，一个通道接着一个通道。最后写入的是${what.zh}。`,
        }
      : {
          en: `The same ${written} numbers are written again, pixel by pixel.`,
          zh: `同样的 ${written} 个数又写了一遍，这次逐个像素。`,
        };
  const after = afterWords(model, order, entry);
  return {
    en: `Address ${at} holds ${what.en}: ${value}. ${after.en}`,
    zh: `地址 ${at} 写入了${what.zh}：${value}。${after.zh}`,
  };
}

function afterWords({ params }: PixelModel, order: Order, { h, w }: Entry): Text {
  if (order === 'nhwc')
    return {
      en: 'The three values of a pixel lie side by side.',
      zh: '一个像素的红、绿、蓝三个值紧挨在一起。',
    };
  if (h === 0 && w === 0)
    return { en: 'This matrix is written to its end first.', zh: '这个矩阵写完，才轮到下一个。' };
  return {
    en: `The pixel’s values lie ${params.size ** 2} addresses apart.`,
    zh: `同一像素的另外两个值各隔 ${params.size ** 2} 个地址。`,
  };
}
