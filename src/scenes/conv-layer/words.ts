import { cellName } from '../../formula/cellName.ts';
import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import { rowAndColumn } from '../../kit/convolution/words.ts';
import { counted, type Language, same, type Text } from '../../language/language.ts';
import type { LayerModel, Stretch } from './model.ts';
import type { LayerView } from './view.ts';

export const WORDS = {
  title: { en: 'One whole layer on one digit', zh: '一个手写数字，完整的一层' },
  shortTitle: { en: 'One whole layer', zh: '完整的一层' },
  input: { en: 'Input', zh: '输入' },
  slice: { en: 'Slice', zh: '窗口内' },
  products: { en: 'Products', zh: '乘积' },
  sum: { en: 'Sum', zh: '加权和' },
  act: { en: 'Activation', zh: '激活值' },
  kernels: { en: 'Kernels', zh: '卷积核' },
  digit: { en: 'Digit', zh: '手写数字' },
  filters: { en: 'Filters', zh: '滤波器个数' },
  filter: { en: 'Filter', zh: '滤波器' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  row: { en: 'Row', zh: '行' },
  col: { en: 'Column', zh: '列' },
  activation: { en: 'Activation', zh: '激活函数' },
  whichLayer: { en: 'Which layer', zh: '哪一层' },
  whichNumber: { en: 'Which number', zh: '哪一个数' },
} as const satisfies Record<string, Text>;

export const CASE_NAMES = {
  trained: { en: 'trained', zh: '训练所得' },
  byHand: { en: 'made by hand', zh: '手工设计' },
  small: { en: 'four pixels', zh: '四个像素' },
  edges: { en: 'two edges', zh: '两种边缘' },
  corner: { en: 'a corner', zh: '拐角' },
} as const satisfies Record<string, Text>;

export const BEND_NAMES = {
  relu: same('ReLU'),
  leakyRelu: same('leaky ReLU'),
  sigmoid: same('sigmoid'),
  tanh: same('tanh'),
  none: { en: 'none', zh: '无' },
} as const satisfies Record<string, Text>;

export const STRETCHES: Readonly<Record<Stretch, Text>> = {
  cell: { en: 'one number', zh: '一个数' },
  map: { en: 'one map', zh: '一张图' },
  maps: { en: 'all maps', zh: '所有图' },
};

/** What is to be seen now, from the view alone. */
export const captionOf = (model: LayerModel, view: LayerView, language: Language): string =>
  (view.question ? answer : step)(model, view)[language];

function answer(model: LayerModel, view: LayerView): Text {
  const { k, out, maps, params } = model;
  const { question, at, total, tile, a } = view;
  const spot = rowAndColumn(question?.place ?? at);
  const name = cellName(`pre_${at.filter}`, [at.row, at.col]);
  switch (question?.kind) {
    case 'pixel': {
      const count = (question.block?.rows ?? 0) * (question.block?.cols ?? 0);
      return {
        en: `The pixel at ${spot.en} is read by ${count} places of each map, outlined: ${counted(count * params.filters, 'sum')} in all.`,
        zh: `${spot.zh}的像素，被每张图里框出的 ${count} 个位置读取，总共进入 ${count * params.filters} 个加权和。`,
      };
    }
    case 'weight':
      return {
        en: `This weight of filter ${at.filter} works at all ${out * out} places of its map, on the outlined part of the input.`,
        zh: `滤波器 ${at.filter} 的这个权重在整张图的 ${out * out} 个位置上都出力。输入上的框，圈出它遇到的所有像素。`,
      };
    case 'bias':
      return {
        en: `The bias of filter ${at.filter} is added to all ${out * out} sums of its map, and to no other map.`,
        zh: `滤波器 ${at.filter} 的偏置加进这张图的全部 ${out * out} 个加权和，与别的图无关。`,
      };
    case 'tile':
      return {
        en: `Input map ${question.map} brings ${inSentence(tile.line, 'en')} to ${name}: the ${k * k} products of window and kernel, added up.`,
        zh: `输入图 ${question.map} 为 ${name} 贡献${inSentence(tile.line, 'zh')}：窗口与卷积核的 ${k * k} 个乘积之和。`,
      };
    default: {
      const parts = maps === 1 ? `${k * k} products` : `${maps} maps of ${k * k} products`;
      return {
        en: `${name}: ${parts} and the bias make ${inSentence(total.line, 'en')}; the activation function makes it ${printNumber(a).text}.`,
        zh: `${name}：${maps * k * k} 个乘积与偏置相加，得${inSentence(total.line, 'zh')}，经过激活函数是 ${printNumber(a).text}。`,
      };
    }
  }
}

function step(model: LayerModel, view: LayerView): Text {
  const { moment } = view;
  if (moment.stretch.id === 'cell') return cellStep(model, view);
  if (moment.stretch.id === 'map') return mapStep(model, view);
  return mapsStep(model, view);
}

/** As the prose has it. */
const short = (value: number): string => printNumber(value, { digits: 2 }).text;

function cellStep({ k, maps, z, params }: LayerModel, view: LayerView): Text {
  const { moment, at, total, a, real, signs } = view;
  const { done } = moment;
  const products = maps * k * k;
  if (done === 0) {
    const zeros = products - real;
    const spot = rowAndColumn(params);
    return {
      en: `For ${spot.en} of its map, filter ${at.filter} lies on ${counted(real, 'pixel')}${zeros > 0 ? ` and ${zeros} padding ${zeros === 1 ? 'zero' : 'zeros'}` : ''}. No product yet.`,
      zh: `为了算出图中${spot.zh}的数，滤波器 ${at.filter} 盖住 ${real} 个像素${zeros > 0 ? `和 ${zeros} 个填充的零` : ''}，还没有开始相乘。`,
    };
  }
  if (done < products)
    return {
      en: `${done} of ${counted(products, 'product')} are in; so far they make ${printNumber(view.soFar).text}.`,
      zh: `${products} 个乘积已加入 ${done} 个，目前合计 ${printNumber(view.soFar).text}。`,
    };
  if (done === products)
    return {
      en: `All ${counted(products, 'product')} are in: the positive ones bring ${short(signs.positive)}, the negative ones ${short(signs.negative)}.`,
      zh: `${products} 个乘积全部加完：正的合计 ${short(signs.positive)}，负的合计 ${short(signs.negative)}。`,
    };
  if (done === products + 1)
    return {
      en: `The bias of the filter comes last: the sum z is ${inSentence(total.line, 'en')}.`,
      zh: `最后加上这个滤波器的偏置：加权和 z 为${inSentence(total.line, 'zh')}。`,
    };
  return {
    en: `The activation function turns z into ${printNumber(a).text}. That is one number of ${z.size}.`,
    zh: `激活函数把 z 变成 ${printNumber(a).text}。这只是 ${z.size} 个数中的一个。`,
  };
}

function mapStep({ out, params }: LayerModel, { moment, sums }: LayerView): Text {
  return {
    en: `${moment.finished} of ${counted(out, 'row')} of map ${params.filter} are done: same kernel, same bias, other pixels. ${counted(sums, 'sum')} so far.`,
    zh: `第 ${params.filter} 张图已完成 ${out} 行中的 ${moment.finished} 行：同一个卷积核，同一个偏置，换的只是像素。目前共 ${sums} 个加权和。`,
  };
}

function mapsStep({ out, params, zeros, z, a }: LayerModel, { moment }: LayerView): Text {
  const { cell, done, position, stretch } = moment;
  const other = cell < params.filter ? cell : cell + 1;
  if (position >= stretch.start + stretch.cells * stretch.terms) {
    const cut = zeros.reduce((sum, count) => sum + count, 0);
    return {
      en: `The layer is complete: ${z.size} sums, ${counted(params.filters, 'map')}. After the activation function ${cut} of ${a.size} numbers are 0.`,
      zh: `这一层算完了：${params.filters} 张图，共 ${z.size} 个加权和。经过激活函数，其中 ${cut} 个数恰好是 0。`,
    };
  }
  if (done < 2)
    return {
      en: `Filter ${other} ${done === 0 ? 'comes next' : 'has written its sums'}. Its map still waits for the activation function.`,
      zh: `滤波器 ${other} ${done === 0 ? '接着计算' : '的加权和已经算好'}，这张图还没有经过激活函数。`,
    };
  return {
    en: `Map ${other} has gone through the activation function: ${zeros[other]} of its ${out * out} numbers are 0.`,
    zh: `第 ${other} 张图经过了激活函数：${out * out} 个数里有 ${zeros[other]} 个是 0。`,
  };
}
