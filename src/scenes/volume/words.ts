import { cellName } from '../../figures/Equation.tsx';
import type { Language, Text } from '../../language/language.ts';
import type { CostLine } from './cost.ts';
import { REAL_LAYER } from './cost.ts';
import type { VolumeModel } from './model.ts';
import type { VolumeView } from './view.ts';

export const WORDS = {
  title: { en: 'Channels in, channels out', zh: '通道进，通道出' },
  picture: { en: 'Picture', zh: '图像' },
  photo: { en: 'The shore, 0 to 9', zh: '海岸（亮度 0–9）' },
  numbers: { en: 'Small numbers', zh: '小整数' },
  filter: { en: 'Filter', zh: '滤波器' },
  channels: { en: 'Channels', zh: '输入通道数' },
  filters: { en: 'Filters', zh: '滤波器个数' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  groups: { en: 'Groups', zh: '组数' },
  input: { en: 'Input size', zh: '输入大小' },
  x: { en: 'Input', zh: '输入' },
  w: { en: 'Kernels', zh: '卷积核' },
  b: { en: 'Bias', zh: '偏置' },
  y: { en: 'Output', zh: '输出' },
  cost: { en: 'Count for', zh: '计数对象' },
  figure: { en: 'this figure', zh: '本图' },
  layer: {
    en: `${REAL_LAYER.channels} to ${REAL_LAYER.filters} channels`,
    zh: `${REAL_LAYER.channels} 通道到 ${REAL_LAYER.filters} 通道`,
  },
  sum: { en: 'sum and bias', zh: '求和加偏置' },
  onlyOne: {
    en: 'Groups must divide the channels and the filters: here only 1 does.',
    zh: '组数须同时整除通道数和滤波器数：此处只能是 1。',
  },
} as const satisfies Record<string, Text>;

/** Groups that are possible now, or why there are none to choose from. */
export const groupsNote = (counts: readonly number[], depthwise: boolean): Text =>
  counts.length === 1
    ? WORDS.onlyOne
    : {
        en: `Possible groups: ${counts.join(', ')}.${depthwise ? ' Each filter reads one channel: depthwise.' : ''}`,
        zh: `可取的组数：${counts.join('、')}。${depthwise ? '每个滤波器只读一个通道：逐通道卷积。' : ''}`,
      };

const COLOURS: readonly Text[] = [
  { en: 'red', zh: '红' },
  { en: 'green', zh: '绿' },
  { en: 'blue', zh: '蓝' },
];

/** “red” for the first channel of a photograph. */
export const colourOfChannel = ({ params }: VolumeModel, channel: number): Text | undefined =>
  params.source === 'photo' ? COLOURS[channel] : undefined;

export const inputName = (c: number): Text => ({ en: `Input, channel ${c}`, zh: `输入，通道 ${c}` });
export const kernelName = (f: number, c: number): Text => ({
  en: `Kernel, filter ${f}, channel ${c}`,
  zh: `卷积核，滤波器 ${f}，通道 ${c}`,
});
export const outputName = (f: number): Text => ({ en: `Output, channel ${f}`, zh: `输出，通道 ${f}` });
export const stretchName = (f: number): Text => ({ en: `filter ${f}`, zh: `滤波器 ${f}` });
export const channelHead = (c: number): Text => ({ en: `channel ${c}`, zh: `通道 ${c}` });

/** The names of the counted things. */
export const costName = (id: CostLine['id'], { params }: VolumeModel): Text => {
  const places = REAL_LAYER.side;
  const layer = params.cost === 'layer';
  return {
    parameters: { en: 'Weights and biases', zh: '权重与偏置' },
    multiplyAdds: layer
      ? { en: `Multiply-adds, ${places} × ${places} places`, zh: `乘加次数（${places} × ${places} 个位置）` }
      : { en: 'Multiply-adds', zh: '乘加次数' },
    separable: { en: 'Weights, depthwise separable', zh: '权重：深度可分离卷积' },
    share: { en: 'Its share of the ordinary weights', zh: '与普通卷积的权重之比' },
    rule: { en: 'The same by the rule', zh: '按公式算' },
  }[id];
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: VolumeModel, view: VolumeView, language: Language): string {
  const en = language === 'en';
  const { asked, filter, row, col, first, done, biased, sumLine, channelLine } = view;
  const { params, depth, out } = model;
  const name = cellName(`y_${filter}`, [row, col]);
  const taps = params.kernel ** 2;
  const result = `${sumLine.sign} ${sumLine.result.text}`;
  const places = out ** 2;
  switch (asked?.kind) {
    case 'x': {
      const maps = params.filters / params.groups;
      const each = Object.entries(view.marks).find(([grid]) => grid.startsWith('y_'))?.[1].size ?? 0;
      const pixel = cellName(`x_${asked.plane}`, [asked.at.row, asked.at.col]);
      return en
        ? `${pixel} reaches ${each} ${each === 1 ? 'place' : 'places'} in each of ${maps} ${maps === 1 ? 'map' : 'maps'}, ${each * maps} outputs in all. The number in each corner is the weight on the way.`
        : `${pixel} 影响 ${maps} 张特征图，每张 ${each} 个位置，共 ${each * maps} 个输出。格角的数是途中所乘的权重。`;
    }
    case 'w': {
      const weight = cellName(`w_${asked.plane}_${asked.channel}`, [asked.at.row, asked.at.col]);
      return en
        ? `${weight} reads channel ${first + asked.channel} only, once for each of the ${places} numbers of output channel ${asked.plane}. No other map uses it.`
        : `${weight} 只读通道 ${first + asked.channel}，为输出通道 ${asked.plane} 的 ${places} 个数各用一次。别的特征图与它无关。`;
    }
    case 'b':
      return en
        ? `One bias a filter: this one is added once to each of the ${places} numbers of output channel ${asked.plane}, however many channels were read.`
        : `每个滤波器一个偏置：不论读了几个通道，它给输出通道 ${asked.plane} 的 ${places} 个数各加一次。`;
    case 's':
      return en
        ? `Channel ${first + asked.channel} brings ${channelLine.result.text} to ${name}: ${taps} ${taps === 1 ? 'product' : 'products'}, each with the weight in the corner.`
        : `通道 ${first + asked.channel} 为 ${name} 贡献 ${channelLine.result.text}：${taps} 个乘积，格角的数是所乘的权重。`;
    case 'y':
      return en
        ? `${name} ${result}: ${depth * taps} ${depth * taps === 1 ? 'product' : 'products'} and one bias.${depth === 1 ? '' : ` The window goes through all ${depth} channels${params.groups > 1 ? ' of its group' : ''} at once.`}`
        : `${name} ${result}：${depth * taps} 个乘积，加一个偏置。${depth === 1 ? '' : `窗口一次穿过${params.groups > 1 ? '本组的' : ''}全部 ${depth} 个通道。`}`;
    default:
  }
  if (done === 0 && depth < params.channels)
    return en
      ? `The window lies over the top left corner of ${depth === 1 ? `channel ${first}, the only one` : `channels ${first} to ${first + depth - 1}, the ones`} that filter ${filter} reads. The sum over channel ${first} comes next.`
      : `滤波器 ${filter} 只读通道 ${first}${depth === 1 ? '' : ` 到 ${first + depth - 1}`}，窗口压在它的左上角，下一步计算通道 ${first} 的总和。`;
  if (done === 0)
    return en
      ? 'The window lies over the top left corner of every channel. The sum over channel 0 comes next.'
      : '窗口压在每个通道的左上角，下一步计算通道 0 的总和。';
  if (biased)
    return en
      ? `Filter ${filter} has written ${name} ${result}: ${depth === 1 ? 'one channel sum' : `${depth} channel sums`} and one bias.`
      : `滤波器 ${filter} 写下 ${name} ${result}：${depth} 个通道的总和，加一个偏置。`;
  return en
    ? `Filter ${filter}, row ${row}, column ${col}: channel ${first + done - 1} adds ${channelLine.result.text}, ${done} of ${depth} channels are in. The bias comes last, once.`
    : `滤波器 ${filter}，第 ${row} 行第 ${col} 列：通道 ${first + done - 1} 贡献 ${channelLine.result.text}，${depth} 个通道已加入 ${done} 个。偏置最后加，只加一次。`;
}
