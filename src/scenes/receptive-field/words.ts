import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { FieldModel, StackChoice } from './model.ts';
import type { StackLayer } from './stacks.ts';
import type { FieldView } from './view.ts';

export const WORDS = {
  title: { en: 'What one number sees', zh: '一个数看得见多少' },
  units: { en: 'Units', zh: '单元' },
  unitsNote: {
    en: 'layer by layer, from the side: the pixels at the bottom',
    zh: '从侧面看，一行一层，最下面是像素',
  },
  effective: { en: 'Effective field', zh: '有效感受野' },
  stack: { en: 'Stack', zh: '堆叠' },
  layer: { en: 'Layer', zh: '层' },
  add: { en: 'Add a layer', zh: '加一层' },
  remove: { en: 'Remove the top layer', zh: '去掉顶层' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  unit: { en: 'Unit', zh: '单元' },
  fixed: {
    en: 'A known network: its layers stay as they are. To change layers, choose a small stack.',
    zh: '这是现成的网络，各层保持原样。要改动各层，请选一个小网络。',
  },
  tableLayer: { en: 'layer', zh: '层' },
  tableSize: { en: 'field r', zh: '感受野 r' },
  tableJump: { en: 'jump J', zh: '跳距 J' },
  tableStart: { en: 'first pixel ξ of unit 0', zh: '单元 0 的首个像素 ξ' },
  table: { en: 'Field, jump and start, layer by layer', zh: '逐层的感受野、跳距与起点' },
  size: { en: 'r =', zh: 'r =' },
  first: { en: 'first pixel', zh: '首个像素' },
  last: { en: 'last pixel', zh: '末个像素' },
  share: { en: 'share of the paths', zh: '路径占比' },
  area: { en: 'share of the area', zh: '面积占比' },
  spread: { en: 'standard deviation', zh: '标准差' },
  up: { en: 'field', zh: '感受野' },
  down: { en: 'paths', zh: '路径' },
  rowSizes: {
    en: (size: number, jump: number) => `r = ${size}, J = ${jump}`,
    zh: (size: number, jump: number) => `r = ${size}，J = ${jump}`,
  },
  profile: { en: 'paths to each pixel', zh: '到各像素的路径数' },
  middle: {
    en: (side: number) => `outlined: the field, and its middle ${side} × ${side}`,
    zh: (side: number) => `框出的是感受野和它中间的 ${side} × ${side}`,
  },
  square: {
    en: (side: number) => `outlined: ${side} × ${side}`,
    zh: (side: number) => `框出 ${side} × ${side}`,
  },
} as const;

export const STACK_NAMES: Readonly<Record<StackChoice, { en: string; zh: string }>> = {
  three: { en: 'Three 3 × 3', zh: '三层 3 × 3' },
  dilated: { en: 'Dilations 1, 2, 4', zh: '膨胀率 1、2、4' },
  pyramid: { en: 'Stride 2 everywhere', zh: '步幅都是 2' },
  lenet: { en: 'LeNet-5', zh: 'LeNet-5' },
  vgg: { en: 'VGG-16', zh: 'VGG-16' },
  own: { en: 'Your own', zh: '自定义' },
};

/** `layer 2: 3 wide, stride 2`; what is 1 or 0 as usual is left out. */
export function layerName(model: FieldModel, layer: number, language: Language): string {
  const en = language === 'en';
  if (layer === 0) return en ? 'pixels' : '像素';
  const { kernel, stride, dilation, padding, name } = model.layers[layer - 1] as StackLayer;
  const parts = [
    `${name ?? (en ? `layer ${layer}` : `第 ${layer} 层`)}${en ? ':' : '：'}${en ? ' ' : ''}${kernel} × ${kernel}`,
    ...(stride > 1 ? [en ? `stride ${stride}` : `步幅 ${stride}`] : []),
    ...(dilation > 1 ? [en ? `dilation ${dilation}` : `膨胀率 ${dilation}`] : []),
    ...(padding > 0 && !name ? [en ? `padding ${padding}` : `填充 ${padding}`] : []),
  ];
  return parts.join(en ? ', ' : '，');
}

const place = (layer: number, unit: number, language: Language): string =>
  language === 'en'
    ? layer === 0
      ? `pixel ${unit}`
      : `unit ${unit} of layer ${layer}`
    : layer === 0
      ? `像素 ${unit}`
      : `第 ${layer} 层的单元 ${unit}`;

export function unitLabel(
  _model: FieldModel,
  layer: number,
  unit: number,
  value: number | undefined,
  language: Language,
): string {
  const number = value === undefined ? '' : printNumber(value).text;
  const name = place(layer, unit, language);
  if (language === 'en')
    return value === undefined ? name : `${name}: ${number === '1' ? '1 path' : `${number} paths`}`;
  return value === undefined ? name : `${name}：${number} 条路径`;
}

/** Where a field begins and ends, and how much of it hangs over the edge. */
function extent(model: FieldModel, view: FieldView, language: Language): string {
  const [first, last] = view.field;
  const pixels = model.counts[0] as number;
  const outside = Math.max(0, -first) + Math.max(0, last - pixels + 1);
  const over =
    outside === 0
      ? ''
      : language === 'en'
        ? `, ${outside} of them in the padding`
        : `，其中 ${outside} 个在填充里`;
  const { size } = view.sizes;
  const number = (n: number): string => printNumber(n).text;
  return language === 'en'
    ? `${size === 1 ? '1 pixel' : `${size} × ${size} pixels`}: rows and columns ${number(first)} to ${number(last)}${over}`
    : `${size === 1 ? '1 个像素' : `${size} × ${size} 个像素`}：第 ${number(first)} 到 ${number(last)} 行与列${over}`;
}

const percent = (value: number): string => `${printNumber(value * 100, { digits: 1 }).text}%`;

/** What is to be seen now, from the view alone. */
export function captionOf(model: FieldModel, view: FieldView, language: Language): string {
  const en = language === 'en';
  const { focus, moment, sum, facts, pixel } = view;
  const top = model.layers.length;
  if (pixel && sum) {
    const inSquare = [pixel.row, pixel.col].every((at) => at >= view.square[0] && at <= view.square[1]);
    const count = sum.line.result.text;
    if (!inSquare)
      return en
        ? `The pixel in row ${pixel.row}, column ${pixel.col} lies outside the field: no path leads from it to the unit.`
        : `第 ${pixel.row} 行第 ${pixel.col} 列的像素在感受野之外：没有一条路径从它通到这个单元。`;
    return en
      ? `From the pixel in row ${pixel.row}, column ${pixel.col}, ${count === '1' ? '1 path leads' : `${count} paths lead`} to the unit: that is its gradient when every weight is 1.`
      : `从第 ${pixel.row} 行第 ${pixel.col} 列的像素出发，有 ${count} 条路径通到这个单元：所有权重为 1 时，这就是它的梯度。`;
  }
  if (view.asked) {
    const readers = focus.layer < top ? (view.readers[top]?.length ?? 0) : 0;
    const name = place(focus.layer, focus.unit, language);
    if (focus.layer === 0)
      return en
        ? `Seen from the pixel: ${name} is read by ${readers} of the ${model.counts[top]} units of the top layer. Paths to the chosen unit: ${sum?.line.result.text}.`
        : `从像素这头看：顶层 ${model.counts[top]} 个单元中，有 ${readers} 个读得到${name}。从这个像素到选定的单元，有 ${sum?.line.result.text} 条路径。`;
    return en
      ? `${name[0]?.toUpperCase()}${name.slice(1)} sees ${extent(model, view, language)}.${focus.layer < top ? ` ${readers} of the ${model.counts[top]} units of the top layer read it.` : ''}`
      : `${name} 看得见 ${extent(model, view, language)}。${focus.layer < top ? `顶层 ${model.counts[top]} 个单元中有 ${readers} 个读得到它。` : ''}`;
  }
  if (moment.stage === 'up') {
    if (moment.layer === 0)
      return en
        ? 'A pixel sees itself: 1 × 1. Each step now adds a layer, and the field of its unit opens wider at the bottom.'
        : '一个像素只看得见自己：1 × 1。接下来每一步多加一层，一个单元的感受野就向下张开一圈。';
    return en
      ? `After ${moment.layer === 1 ? 'one layer' : `${moment.layer} layers`}, one unit sees ${extent(model, view, language)}. Its neighbour sees the same field, ${view.sizes.jump === 1 ? 'one pixel' : `${view.sizes.jump} pixels`} further on.`
      : `过了 ${moment.layer} 层，一个单元看得见 ${extent(model, view, language)}。它旁边的单元看到的是同样大的一块，只是挪了 ${view.sizes.jump} 个像素。`;
  }
  if (view.complete) {
    const sees = en
      ? `One unit sees ${extent(model, view, language)}.`
      : `一个单元看得见 ${extent(model, view, language)}。`;
    const [area, paths] = [(facts.middle / facts.side) ** 2, facts.within / facts.all];
    const middle = `${facts.middle} × ${facts.middle}`;
    if (facts.middle === facts.side) return sees;
    if (paths > area)
      return en
        ? `${sees} But the middle ${middle}, ${percent(area)} of that square, holds ${percent(paths)} of the paths.`
        : `${sees}但中间的 ${middle} 只占这块面积的 ${percent(area)}，却集中了 ${percent(paths)} 的路径。`;
    return en
      ? `${sees} The middle ${middle}, ${percent(area)} of that square, holds ${percent(paths)} of the paths: here it has no more than its share.`
      : `${sees}中间的 ${middle} 占这块面积的 ${percent(area)}，也只分到 ${percent(paths)} 的路径：在这里，中间并不占便宜。`;
  }
  const [layer = 0, unit = 0] = sum?.explanation.index ?? [];
  const terms = sum?.explanation.terms.length ?? 0;
  const name = place(layer, unit, language);
  const result = sum?.line.result.text ?? '';
  return en
    ? `${name[0]?.toUpperCase()}${name.slice(1)} is read by ${terms === 1 ? 'one unit' : `${terms} units`} of the next layer; the paths of those add up to ${result}.`
    : `${name}被后一层的 ${terms} 个单元读取，那些单元的路径数加起来是 ${result}。`;
}
