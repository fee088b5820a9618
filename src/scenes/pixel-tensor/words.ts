import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { PixelModel, Seen } from './model.ts';
import { axesOf, type Order, type Place } from './orders.ts';
import type { Source } from './sources.ts';
import type { MemoryCell, PixelView } from './view.ts';

export const WORDS = {
  title: { en: 'A photo, number by number', zh: '逐个数字看照片' },
  source: { en: 'Picture', zh: '图像' },
  seen: { en: 'The photo shows', zh: '照片显示' },
  scale: { en: 'Numbers', zh: '数值' },
  bytes: { en: '0–255', zh: '0–255' },
  unit: { en: '0–1', zh: '0–1' },
  apart: { en: 'Pull apart', zh: '拉开' },
  row: { en: 'Loupe row', zh: '放大镜所在行' },
  col: { en: 'Loupe column', zh: '放大镜所在列' },
  size: { en: 'Loupe size', zh: '放大镜大小' },
  batch: { en: 'Batch size', zh: '批大小' },
  pixels: { en: 'Pixels', zh: '像素' },
  place: {
    en: (row: number, col: number, size: number) =>
      `rows ${row}–${row + size - 1}, columns ${col}–${col + size - 1}`,
    zh: (row: number, col: number, size: number) =>
      `第 ${row}–${row + size - 1} 行，第 ${col}–${col + size - 1} 列`,
  },
  photo: { en: 'Photo', zh: '照片' },
  pixelCount: {
    en: (width: number, height: number) => `${width} × ${height} pixels`,
    zh: (width: number, height: number) => `${width} × ${height} 像素`,
  },
  onlyPatch: {
    en: 'This link holds the numbers of a patch, not the picture: a picture of your own never leaves your machine.',
    zh: '链接里只有这一小块的数值，没有原图：你自己的图像不会离开你的设备。',
  },
  addresses: {
    en: (from: number, to: number) => `addresses ${from}–${to}`,
    zh: (from: number, to: number) => `地址 ${from}–${to}`,
  },
  addressHead: {
    nchw: { en: 'Address in NCHW', zh: 'NCHW 地址' },
    nhwc: { en: 'Address in NHWC', zh: 'NHWC 地址' },
  },
  grey: { en: 'Grey value', zh: '灰度值' },
  scaling: { en: 'From 0–255 to 0–1', zh: '从 0–255 到 0–1' },
} as const;

export const SOURCE_NAMES: Readonly<Record<Source, Text>> = {
  nile: { en: 'Nile and Red Sea, from space', zh: '从太空看尼罗河与红海' },
  flower: { en: 'Bloom, a brown print of 1928', zh: '花，1928 年的褐色照片' },
  own: { en: 'Your own', zh: '你自己的' },
};

export const SEEN_NAMES: Readonly<Record<Seen, Text>> = {
  colour: { en: 'all three channels', zh: '全部三个通道' },
  red: { en: 'red only', zh: '只有红' },
  green: { en: 'green only', zh: '只有绿' },
  blue: { en: 'blue only', zh: '只有蓝' },
  grey: { en: 'grey value', zh: '灰度' },
};

export const ORDER_NAMES: Readonly<Record<Order, Text>> = {
  nchw: { en: 'channels first', zh: '通道在前' },
  nhwc: { en: 'channels last', zh: '通道在后' },
};

export const LOUPE = {
  en: (row: number, col: number, size: number) =>
    `Loupe over ${WORDS.place.en(row, col, size)}. The arrow keys move it.`,
  zh: (row: number, col: number, size: number) => `放大镜，${WORDS.place.zh(row, col, size)}。用方向键移动。`,
} as const;

export const PIXEL_LABEL = {
  en: (row: number, col: number, [r, g, b]: readonly (string | undefined)[]) =>
    `Pixel row ${row}, column ${col}: red ${r}, green ${g}, blue ${b}`,
  zh: (row: number, col: number, [r, g, b]: readonly (string | undefined)[]) =>
    `像素，第 ${row} 行第 ${col} 列：红 ${r}，绿 ${g}，蓝 ${b}`,
} as const;

export const MEMORY_LABEL = {
  en: ({ address, place }: MemoryCell, channel: string, value: string | null) =>
    `Address ${address}: ${channel}, row ${place.h}, column ${place.w}: ${value ?? 'not written yet'}`,
  zh: ({ address, place }: MemoryCell, channel: string, value: string | null) =>
    `地址 ${address}：${channel}，第 ${place.h} 行第 ${place.w} 列：${value ?? '尚未写入'}`,
} as const;

const AXIS_WORDS = {
  en: { n: 'picture', c: 'channel', h: 'row', w: 'column' },
  zh: { n: '张图', c: '个通道', h: '行', w: '列' },
} as const;

/** How far the next channel, row and column lie. */
export const STRIDES = {
  en: (axes: readonly (keyof Place)[], strides: Readonly<Record<keyof Place, number>>) =>
    axes.map((axis) => `next ${AXIS_WORDS.en[axis]} +${strides[axis]}`).join(', '),
  zh: (axes: readonly (keyof Place)[], strides: Readonly<Record<keyof Place, number>>) =>
    axes.map((axis) => `下一${AXIS_WORDS.zh[axis]} +${strides[axis]}`).join('，'),
} as const;

const CHANNEL_WORDS = {
  en: ['red', 'green', 'blue'],
  zh: ['红', '绿', '蓝'],
} as const;

/** What is to be seen now, from the view alone. */
export function captionOf(model: PixelModel, view: PixelView, language: Language): string {
  return language === 'en' ? captionEn(model, view) : captionZh(model, view);
}

/** The three numbers of the pixel, as shown. */
const rgbOf = ({ shown, place }: PixelView): string[] =>
  [0, 1, 2].map((c) => printNumber(shown.at(place.n, c, place.h, place.w)).text);

const numberOf = (view: PixelView): string => {
  const { n, c, h, w } = view.place;
  return printNumber(view.shown.at(n, c, h, w)).text;
};

function captionEn(model: PixelModel, view: PixelView): string {
  const { place, moment, address, asked } = view;
  const rgb = rgbOf(view);
  const most = model.params.scale === 'unit' ? 1 : 255;
  const channel = CHANNEL_WORDS.en[place.c];
  const where = `row ${place.h}, column ${place.w}`;
  const picture = model.params.batch > 1 ? ` of picture ${place.n}` : '';
  if (asked === 'pixel')
    return `The pixel in ${where}${picture}: ${rgb[0]} red, ${rgb[1]} green, ${rgb[2]} blue, each out of ${most}. Weighted and added they give its grey value, ${view.greyLine.sign === '=' ? '' : 'about '}${view.greyLine.result.text}.`;
  if (asked === 'number')
    return `The ${channel} value in ${where}${picture} is ${numberOf(view)}. Its address in memory is ${address.nchw} with channels first and ${address.nhwc} with channels last. The other two outlined numbers belong to the same pixel.`;
  if (moment.done === 0)
    return `Memory has one dimension, and it is still empty. With channels first, the ${channel} value in ${where} goes to address 0.`;
  const written = `Address ${address[moment.order]} now holds the ${channel} value in ${where}${picture}: ${numberOf(view)}.`;
  if (moment.done === model.cells)
    return moment.order === 'nchw'
      ? `${written} All ${model.cells} numbers lie in memory, one channel after the other.`
      : `${written} The same ${model.cells} numbers lie there once more, pixel by pixel.`;
  if (moment.order === 'nchw')
    return place.h === 0 && place.w === 0
      ? `${written} The ${channel} matrix begins here; it is written to its end before the next one starts.`
      : `${written} Channels first: its neighbour in the row comes next, its pixel’s other values lie ${model.params.size ** 2} addresses apart.`;
  return `${written} Channels last: red, green and blue of one pixel lie side by side.`;
}

function captionZh(model: PixelModel, view: PixelView): string {
  const { place, moment, address, asked } = view;
  const rgb = rgbOf(view);
  const most = model.params.scale === 'unit' ? 1 : 255;
  const channel = CHANNEL_WORDS.zh[place.c];
  const where = `第 ${place.h} 行第 ${place.w} 列`;
  const picture = model.params.batch > 1 ? `第 ${place.n} 张图` : '';
  if (asked === 'pixel')
    return `${picture}${where}的像素：红 ${rgb[0]}，绿 ${rgb[1]}，蓝 ${rgb[2]}，满值都是 ${most}。加权求和就是它的灰度值，${view.greyLine.sign === '=' ? '等于' : '约为'} ${view.greyLine.result.text}。`;
  if (asked === 'number')
    return `${picture}${where}的${channel}色值是 ${numberOf(view)}。它在内存里的地址：通道在前时是 ${address.nchw}，通道在后时是 ${address.nhwc}。另外两个框出的数属于同一个像素。`;
  if (moment.done === 0)
    return `内存只有一个维度，现在还是空的。通道在前时，${where}的${channel}色值将写入地址 0。`;
  const written = `地址 ${address[moment.order]} 写入了${picture}${where}的${channel}色值：${numberOf(view)}。`;
  if (moment.done === model.cells)
    return moment.order === 'nchw'
      ? `${written}全部 ${model.cells} 个数都在内存里了，一个通道接着一个通道。`
      : `${written}同样的 ${model.cells} 个数又写了一遍，这次逐个像素。`;
  if (moment.order === 'nchw')
    return place.h === 0 && place.w === 0
      ? `${written}${channel}色矩阵从这里开始，写完它才轮到下一个。`
      : `${written}通道在前：同一行的邻居紧挨着它，同一像素的另外两个值各隔 ${model.params.size ** 2} 个地址。`;
  return `${written}通道在后：一个像素的红、绿、蓝三个值紧挨在一起。`;
}

/** What each part of the bar is called. */
export const stretchName = (order: Order, language: Language): string =>
  `${axesOf(order).join('').toUpperCase()}${language === 'en' ? ', ' : '，'}${ORDER_NAMES[order][language]}`;
