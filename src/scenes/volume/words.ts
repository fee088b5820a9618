import { cellName } from '../../formula/cellName.ts';
import { inSentence } from '../../formula/inSentence.ts';
import { printNumber, thousands } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { VolumeModel } from './model.ts';
import { REAL_LAYER } from './realLayer.ts';
import type { CostView, SumView, VolumeView } from './view.ts';

export const WORDS = {
  title: { en: 'Channels in, channels out', zh: '通道进，通道出' },
  shortTitle: { en: 'Channels', zh: '通道' },
  photo: { en: 'Shore, 0 to 9', zh: '海岸（亮度 0–9）' },
  numbers: { en: 'Small numbers', zh: '小整数' },
  channels: { en: 'Channels', zh: '输入通道数' },
  filters: { en: 'Filters', zh: '滤波器个数' },
  groups: { en: 'Groups', zh: '组数' },
  x: { en: 'Input', zh: '输入' },
  b: { en: 'Bias', zh: '偏置' },
  cost: { en: 'Count for', zh: '计数对象' },
  figure: { en: 'this figure', zh: '本图' },
  layer: {
    en: `${REAL_LAYER.channels} to ${REAL_LAYER.filters}`,
    zh: `${REAL_LAYER.channels} → ${REAL_LAYER.filters} 通道`,
  },
  howDeep: { en: 'How deep', zh: '有多深' },
  filterAxis: { en: 'filter', zh: '滤波器' },
  channelAxis: { en: 'channel', zh: '通道' },
} as const satisfies Record<string, Text>;

export const filterName = (f: number): Text => ({ en: `filter ${f}`, zh: `滤波器 ${f}` });

/** Groups that are possible now, or why there are none to choose from. */
export const groupsNote = (counts: readonly number[]): Text =>
  counts.length === 1
    ? {
        en: 'Groups must divide channels and filters: only 1 does.',
        zh: '组数须同时整除通道数和滤波器数：此处只能是 1。',
      }
    : { en: `Possible groups: ${counts.join(', ')}.`, zh: `可取的组数：${counts.join('、')}。` };

const COLOURS: readonly Text[] = [
  { en: 'red', zh: '红' },
  { en: 'green', zh: '绿' },
  { en: 'blue', zh: '蓝' },
];

/** `channel 0, red`: the sheet in front. */
export function sheetName({ params }: VolumeModel, channel: number): Text {
  const colour = params.source === 'photo' ? COLOURS[channel] : undefined;
  return {
    en: `channel ${channel}${colour ? `, ${colour.en}` : ''}`,
    zh: `通道 ${channel}${colour ? `（${colour.zh}）` : ''}`,
  };
}

/** The bars of the count, one step each. */
export const COST_STEPS = [
  { id: 'ordinary', name: { en: 'ordinary', zh: '普通' } },
  { id: 'depthwise', name: { en: 'depthwise', zh: '逐通道' } },
  { id: 'pointwise', name: { en: 'pointwise', zh: '逐点' } },
] as const;

export const BAR_NAMES: Readonly<Record<(typeof COST_STEPS)[number]['id'], Text>> = {
  ordinary: { en: 'Ordinary layer', zh: '普通卷积层' },
  depthwise: { en: 'Depthwise', zh: '逐通道卷积' },
  pointwise: { en: 'Pointwise', zh: '逐点卷积' },
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: VolumeModel, view: VolumeView, language: Language): string {
  if (view.kind === 'cost') return costCaption(view)[language];
  return (view.question ? answer(model, view) : step(model, view))[language];
}

function costCaption({ costs, bars }: CostView): Text {
  const { channels, filters, ordinary, depthwise, pointwise } = costs;
  const all = thousands(ordinary);
  if (bars < 3)
    return {
      en: `An ordinary layer from ${channels} to ${filters} channels has ${all} weights. Two cheap layers can do its work.`,
      zh: `普通卷积层从 ${channels} 通道到 ${filters} 通道要 ${all} 个权重。两个便宜的层可以顶替它。`,
    };
  const pair = depthwise + pointwise;
  const percent = printNumber((100 * pair) / ordinary, { digits: 1 }).text;
  return {
    en: `Depthwise and pointwise: ${thousands(pair)} weights instead of ${all}, ${percent}% of them.`,
    zh: `逐通道加逐点：${thousands(pair)} 个权重，而不是 ${all} 个，只有原来的 ${percent}%。`,
  };
}

function answer(model: VolumeModel, view: SumView): Text {
  const { question, shown, first, reached, equations } = view;
  const [sum, products] = equations;
  const { params, depth, out } = model;
  const { filter, channel } = shown;
  const taps = params.kernel ** 2;
  const places = out * out;
  const at = question?.place ?? { grid: 'y', plane: 0, row: 0, col: 0 };
  switch (question?.kind) {
    case 'x': {
      const maps = params.filters / params.groups;
      const pixel = cellName(`x_${at.plane}`, [at.row, at.col]);
      return {
        en: `${pixel} reaches ${counted(reached, 'place')} in each of ${counted(maps, 'map')}, ${counted(reached * maps, 'output')} in all, each through another weight.`,
        zh: `${pixel} 影响 ${maps} 张特征图，每张 ${reached} 个位置，共 ${reached * maps} 个输出，途中各乘一个不同的权重。`,
      };
    }
    case 'w': {
      const weight = cellName(`w_${filter}_${channel}`, [at.row, at.col]);
      return {
        en: `${weight} reads channel ${first + channel} only, once for each of the ${places} numbers of output channel ${filter}.`,
        zh: `${weight} 只读通道 ${first + channel}，为输出通道 ${filter} 的 ${places} 个数各用一次，别的图与它无关。`,
      };
    }
    case 'b':
      return {
        en: `One bias a filter: it is added once to each of the ${places} numbers of output channel ${filter}.`,
        zh: `每个滤波器一个偏置：不论读了几个通道，它给输出通道 ${filter} 的 ${places} 个数各加一次。`,
      };
    case 's':
      return {
        en: `Channel ${first + channel} brings ${inSentence(products.line, 'en')} to ${sum.head}: ${counted(taps, 'product')}, each a pixel times its weight.`,
        zh: `通道 ${first + channel} 为 ${sum.head} 贡献${inSentence(products.line, 'zh')}：${taps} 个乘积，每个像素乘以压在它上面的权重。`,
      };
    default: {
      const through = params.groups > 1 ? ['of its group ', '本组的'] : ['', ''];
      return {
        en: `${sum.head} is ${inSentence(sum.line, 'en')}: ${counted(depth * taps, 'product')} and a bias.${depth === 1 ? '' : ` The window goes through all ${depth} channels ${through[0]}at once.`}`,
        zh: `${sum.head} 为${inSentence(sum.line, 'zh')}：${depth * taps} 个乘积，加一个偏置。${depth === 1 ? '' : `窗口一次穿过${through[1]}全部 ${depth} 个通道。`}`,
      };
    }
  }
}

function step(model: VolumeModel, view: SumView): Text {
  const { shown, first, done, biased, equations } = view;
  const [sum] = equations;
  const { params, depth } = model;
  const { filter, row, col } = shown;
  const result = sum.line;
  if (biased)
    return {
      en: `Filter ${filter} has written ${sum.head}: ${depth === 1 ? 'one channel sum' : `${depth} channel sums`} and one bias make ${inSentence(result, 'en')}.`,
      zh: `滤波器 ${filter} 写下 ${sum.head}：${depth} 个通道的总和，加一个偏置，得${inSentence(result, 'zh')}。`,
    };
  if (done === 0) {
    const some = depth < params.channels;
    const names =
      depth === 1 ? `channel ${first}, the only one` : `channels ${first} to ${first + depth - 1}, all`;
    return {
      en: some
        ? `At row ${row}, column ${col} the window lies on ${names} that filter ${filter} reads. Channel ${first} comes first.`
        : `At row ${row}, column ${col} the window lies on every channel at once. The sum over channel ${first} comes first.`,
      zh: some
        ? `第 ${row} 行第 ${col} 列：滤波器 ${filter} 只读通道 ${first}${depth === 1 ? '' : ` 到 ${first + depth - 1}`}，先算通道 ${first} 的总和。`
        : `第 ${row} 行第 ${col} 列：窗口压在每个通道的同一处，先算通道 ${first} 的总和。`,
    };
  }
  const last = sum.terms[done - 1]?.value ?? 0;
  const added = printNumber(last).text;
  if (done === depth)
    return {
      en: `All ${counted(depth, 'channel')} are in; together they make ${inSentence(result, 'en')}. The bias comes last, once.`,
      zh: `${depth} 个通道的总和都加进来了，合计${inSentence(result, 'zh')}。偏置最后加，只加一次。`,
    };
  return {
    en: `Filter ${filter}, row ${row}, column ${col}: channel ${first + done - 1} has added ${added}, ${done} of ${depth} channels are in.`,
    zh: `滤波器 ${filter}，第 ${row} 行第 ${col} 列：通道 ${first + done - 1} 贡献 ${added}，${depth} 个通道已加入 ${done} 个。`,
  };
}
