import { numberText, printNumber } from '../../formula/numbers.ts';
import { capital, counted, type Language, type Text } from '../../language/language.ts';
import type { FieldModel, Unit } from './model.ts';
import type { StackLayer } from './stacks.ts';
import type { FieldView } from './view.ts';

const percent = (value: number): string => `${printNumber(value * 100, { digits: 1 }).text}%`;

/** `layer 2: 3 × 3, stride 2`; what is 1 or 0 as usual is left out. */
export function layerName(model: FieldModel, layer: number): Text {
  if (layer === 0) return { en: 'pixels', zh: '像素' };
  const { kernel, stride, dilation, padding, name } = model.layers[layer - 1] as StackLayer;
  const size = `${kernel} × ${kernel}`;
  const extra = (step: string, rate: string, border: string): string[] => [
    ...(stride > 1 ? [`${step} ${stride}`] : []),
    ...(dilation > 1 ? [`${rate} ${dilation}`] : []),
    ...(padding > 0 && !name ? [`${border} ${padding}`] : []),
  ];
  return {
    en: [`${name ?? `layer ${layer}`}: ${size}`, ...extra('stride', 'dilation', 'padding')].join(', '),
    zh: [`${name ?? `第 ${layer} 层`}：${size}`, ...extra('步幅', '膨胀率', '填充')].join('，'),
  };
}

export function shortName({ layers }: Pick<FieldModel, 'layers'>, layer: number): Text {
  const name = layers[layer - 1]?.name;
  if (layer === 0) return { en: 'pixels', zh: '像素' };
  return name ? { en: name, zh: name } : { en: `layer ${layer}`, zh: `第 ${layer} 层` };
}

const place = ({ layer, unit }: Unit): Text =>
  layer === 0
    ? { en: `pixel ${unit}`, zh: `像素 ${unit}` }
    : { en: `unit ${unit} of layer ${layer}`, zh: `第 ${layer} 层的单元 ${unit}` };

/** A unit and its number, for those who do not see it. */
export function unitLabel(at: Unit, value: number | undefined): Text {
  const { en, zh } = place(at);
  if (value === undefined) return { en, zh };
  return { en: `${en}: ${counted(value, 'path')}`, zh: `${zh}：${numberText(value)} 条路径` };
}

/** Where a field begins and ends, and how much of it hangs over the edge. */
function extent(model: FieldModel, { field: [first, last], sizes: { size } }: FieldView): Text {
  const pixels = model.counts[0] as number;
  const outside = Math.max(0, -first) + Math.max(0, last - pixels + 1);
  const [from, to] = [numberText(first), numberText(last)];
  const over =
    outside === 0 ? { en: '', zh: '' } : { en: `, ${outside} of them padding`, zh: `，填充 ${outside} 个` };
  return {
    en: `${size === 1 ? '1 pixel' : `${size} × ${size} pixels`} (${from} to ${to}${over.en})`,
    zh: `${size === 1 ? '1 个像素' : `${size} × ${size} 个像素`}（行列 ${from} 到 ${to}${over.zh}）`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: FieldModel, view: FieldView, language: Language): string {
  return captions(model, view)[language];
}

function captions(model: FieldModel, view: FieldView): Text {
  if (view.pixel) return pixelWords(view, view.pixel);
  if (view.asked) return askedWords(model, view);
  if (view.complete) return completeWords(model, view);
  return view.pass === 'up' ? upWords(model, view) : downWords(view);
}

function pixelWords({ square, sum }: FieldView, { row, col }: { row: number; col: number }): Text {
  const [first, last] = square;
  const seen = [row, col].every((at) => at >= first && at <= last);
  if (!seen)
    return {
      en: `The pixel in row ${row}, column ${col} lies outside the field: no path leads from it to the unit.`,
      zh: `第 ${row} 行第 ${col} 列的像素在感受野之外：没有一条路径从它通到这个单元。`,
    };
  const count = sum?.line.value ?? 0;
  return {
    en: `Row ${row}, column ${col} has ${counted(count, 'path')} to the unit: its gradient when all weights are 1.`,
    zh: `从第 ${row} 行第 ${col} 列的像素到这个单元有 ${numberText(count)} 条路径：所有权重为 1 时，这就是它的梯度。`,
  };
}

function askedWords(model: FieldModel, view: FieldView): Text {
  const { focus, readers, sum } = view;
  const top = model.layers.length;
  const { en, zh } = place(focus);
  const all = model.counts[top] as number;
  const read = readers[top]?.length ?? 0;
  if (focus.layer === 0)
    return {
      en: `${capital(en)} reaches ${read} of the ${all} units of the top layer; ${counted(sum?.line.value ?? 0, 'path')} to the chosen one.`,
      zh: `顶层 ${all} 个单元中，有 ${read} 个读得到${zh}；到选定的单元有 ${numberText(sum?.line.value ?? 0)} 条路径。`,
    };
  const sees = extent(model, view);
  if (focus.layer === top) return { en: `${capital(en)} sees ${sees.en}.`, zh: `${zh} 看得见 ${sees.zh}。` };
  return {
    en: `${capital(en)} sees ${sees.en}. ${read} of the ${all} top units read it.`,
    zh: `${zh} 看得见 ${sees.zh}。顶层 ${all} 个单元有 ${read} 个读它。`,
  };
}

function upWords(model: FieldModel, view: FieldView): Text {
  const { written, sizes } = view;
  if (written === 0)
    return {
      en: 'A pixel sees itself. Each step adds a layer, and the field of its unit opens wider at the bottom.',
      zh: '一个像素只看得见自己。每一步多加一层，一个单元的感受野就向下张开一圈。',
    };
  const sees = extent(model, view);
  return {
    en: `A unit of layer ${written} sees ${sees.en}, its neighbour ${sizes.jump} further on.`,
    zh: `第 ${written} 层的单元看得见 ${sees.zh}；相邻单元错开 ${sizes.jump} 个。`,
  };
}

function downWords({ sum, summed }: FieldView): Text {
  const { en, zh } = place(summed ?? { layer: 0, unit: 0 });
  const terms = sum?.terms.length ?? 0;
  const all = numberText(sum?.terms.reduce((total, { value }) => total + value, 0) ?? 0);
  return {
    en: `${capital(en)} is read by ${counted(terms, 'unit')} of the next layer; the paths of ${terms === 1 ? 'that one come' : 'those add up'} to ${all}.`,
    zh: `${zh} 被后一层的 ${terms} 个单元读取，那些单元的路径数加起来是 ${all}。`,
  };
}

function completeWords({ facts }: FieldModel, { sizes: { size } }: FieldView): Text {
  const { middle, side, within, all } = facts;
  const sees = {
    en: `A unit sees ${size === 1 ? '1 pixel' : `${size} × ${size} pixels`}`,
    zh: `一个单元看得见 ${size === 1 ? '1 个像素' : `${size} × ${size} 个像素`}`,
  };
  if (middle === side) return { en: `${sees.en}.`, zh: `${sees.zh}。` };
  const [area, share] = [(middle / side) ** 2, within / all];
  const square = `${middle} × ${middle}`;
  const [a, s] = [percent(area), percent(share)];
  if (share > area)
    return {
      en: `${sees.en}, but the middle ${square}, ${a} of them, holds ${s} of the paths.`,
      zh: `${sees.zh}，但中间 ${square} 只占 ${a}，却集中了 ${s} 的路径。`,
    };
  return {
    en: `${sees.en}. The middle ${square}, ${a} of them, holds ${s} of the paths: its share.`,
    zh: `${sees.zh}。中间 ${square} 占 ${a}，也只分到 ${s} 的路径：在这里，中间并不占便宜。`,
  };
}
