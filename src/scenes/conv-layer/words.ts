import { printNumber } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { Bend, LayerModel } from './model.ts';
import { cellSteps, type StageId } from './stages.ts';
import type { LayerView } from './view.ts';

export const WORDS = {
  title: { en: 'One whole layer on one digit', zh: '一个手写数字，完整的一层' },
  input: { en: 'Input', zh: '输入' },
  slice: { en: 'Slice', zh: '窗口内' },
  kernel: { en: 'Kernel', zh: '卷积核' },
  bias: { en: 'Bias', zh: '偏置' },
  sums: { en: 'Sums', zh: '激活前' },
  sumsNear: { en: 'Sums, close up', zh: '激活前（局部）' },
  acts: { en: 'Activations', zh: '激活后' },
  actsNear: { en: 'Activations, close up', zh: '激活后（局部）' },
  kernels: { en: 'Kernels', zh: '卷积核' },
  trained: { en: 'trained', zh: '训练所得' },
  byHand: { en: 'made by hand', zh: '手工设计' },
  digit: { en: 'Digit', zh: '手写数字' },
  filters: { en: 'Filters', zh: '滤波器个数' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  row: { en: 'Row', zh: '行' },
  col: { en: 'Column', zh: '列' },
  activation: { en: 'Activation', zh: '激活函数' },
  shapes: { en: 'Shapes', zh: '形状' },
  costs: { en: 'What the layer costs, and what it cuts', zh: '这一层的开销与取舍' },
  gallery: { en: 'All filters', zh: '所有滤波器' },
  filter: { en: (f: number) => `Filter ${f}`, zh: (f: number) => `滤波器 ${f}` },
  corner: {
    en: (row: number, col: number) => `from row ${row}, column ${col}`,
    zh: (row: number, col: number) => `起于第 ${row} 行第 ${col} 列`,
  },
} as const;

export const BEND_NAMES: Readonly<Record<Bend, Text>> = {
  relu: { en: 'ReLU', zh: 'ReLU' },
  leakyRelu: { en: 'leaky ReLU', zh: 'leaky ReLU' },
  sigmoid: { en: 'sigmoid', zh: 'sigmoid' },
  tanh: { en: 'tanh', zh: 'tanh' },
  none: { en: 'none', zh: '无' },
};

export const STAGE_NAMES: Readonly<Record<StageId, Text>> = {
  cell: { en: 'one number', zh: '一个数' },
  map: { en: 'one map', zh: '一张图' },
  maps: { en: 'all maps', zh: '所有图' },
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: LayerModel, view: LayerView, language: Language): string {
  const en = language === 'en';
  return (view.question ? answer : step)(model, view, en);
}

const place = (en: boolean, { row, col }: { row: number; col: number }): string =>
  en ? `row ${row}, column ${col}` : `第 ${row} 行第 ${col} 列`;

function answer(model: LayerModel, view: LayerView, en: boolean): string {
  const { k, out, params } = model;
  const { question, line } = view;
  const f = params.filter;
  switch (question?.kind) {
    case 'pixel': {
      const count = (question.reached?.rows ?? 0) * (question.reached?.cols ?? 0);
      return en
        ? `The pixel at ${place(en, question)} is read by ${count} places of each map, outlined: ${count * params.filters} sums in all.`
        : `${place(en, question)}的像素，被每张图里框出的 ${count} 个位置读取，总共进入 ${count * params.filters} 个加权和。`;
    }
    case 'weight':
      return en
        ? `This weight of filter ${f} works at all ${out * out} places of its map. The outline on the input holds every pixel that it meets.`
        : `滤波器 ${f} 的这个权重在整张图的 ${out * out} 个位置上都出力。输入上的框，圈出它遇到的所有像素。`;
    case 'bias':
      return en
        ? `The bias of filter ${f} is added to all ${out * out} sums of its map, and to no other map.`
        : `滤波器 ${f} 的偏置加进这张图的全部 ${out * out} 个加权和，与别的图无关。`;
    default:
      return en
        ? `At ${place(en, view.place)}, filter ${f} adds ${k * k} products and its bias: ${line.sign} ${line.result.text}. The activation function makes it ${printNumber(view.a).text}.`
        : `在${place(en, view.place)}，滤波器 ${f} 把 ${k * k} 个乘积与偏置相加，${line.sign} ${line.result.text}，经过激活函数是 ${printNumber(view.a).text}。`;
  }
}

function step(model: LayerModel, view: LayerView, en: boolean): string {
  const { k, out, params, zeros } = model;
  const { moment, line, progress } = view;
  const { stage, done } = moment;
  const f = params.filter;
  const at = place(en, params);
  const pixels = view.slice.rows * view.slice.cols;
  const padding = k * k - pixels;
  if (stage.id === 'cell') {
    if (done === 0)
      return en
        ? `For ${at} of its map, filter ${f} lies on ${counted(pixels, 'pixel')}${padding > 0 ? ` and ${counted(padding, 'zero')} of the padding` : ''}. Nothing is multiplied yet.`
        : `为了算出图中${at}的数，滤波器 ${f} 盖住 ${pixels} 个像素${padding > 0 ? `和 ${padding} 个填充的零` : ''}，还没有开始相乘。`;
    if (done <= k * k)
      return en
        ? `${done} of ${k * k} products are in; so far they make ${line.result.text}.`
        : `${k * k} 个乘积已加入 ${done} 个，目前合计 ${line.result.text}。`;
    if (done < cellSteps(k))
      return en
        ? `The bias of the filter comes last: the sum z is ${line.result.text}.`
        : `最后加上这个滤波器的偏置：加权和 z 为 ${line.result.text}。`;
    return en
      ? `The activation function turns z into a = ${printNumber(view.a).text}. That is one number of ${model.z.size}.`
      : `激活函数把 z 变成 a = ${printNumber(view.a).text}。这只是 ${model.z.size} 个数中的一个。`;
  }
  if (stage.id === 'map')
    return en
      ? `${done} of ${out} rows of map ${f} are done: same kernel, same bias, other pixels. ${progress.sums} sums so far.`
      : `第 ${f} 张图已完成 ${out} 行中的 ${done} 行：同一个卷积核，同一个偏置，换的只是像素。目前共 ${progress.sums} 个加权和。`;
  const turn = Math.ceil(done / 2) - 1;
  const other = turn < f ? turn : turn + 1;
  if (done < stage.steps)
    return done % 2 === 1
      ? en
        ? `Filter ${other} has written its sums. Its map still waits for the activation function.`
        : `滤波器 ${other} 的加权和已经算好，这张图还没有经过激活函数。`
      : en
        ? `Map ${other} has gone through the activation function: ${zeros[other]} of its ${out * out} numbers are 0.`
        : `第 ${other} 张图经过了激活函数：${out * out} 个数里有 ${zeros[other]} 个是 0。`;
  const cut = zeros.reduce((sum, count) => sum + count, 0);
  return en
    ? `The layer is complete: ${model.z.size} sums, ${params.filters} maps. After the activation function ${cut} of the numbers are exactly 0.`
    : `这一层算完了：${params.filters} 张图，共 ${model.z.size} 个加权和。经过激活函数，其中 ${cut} 个数恰好是 0。`;
}
