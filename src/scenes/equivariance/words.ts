import { cellName } from '../../formula/cellName.ts';
import { numberText } from '../../formula/numbers.ts';
import { resultInSentence } from '../../kit/line/equationText.ts';
import type { Language, Text } from '../../language/language.ts';
import type { ShiftModel } from './model.ts';
import type { ShiftView } from './view.ts';

export const WORDS = {
  title: { en: 'Shift, then convolve; convolve, then shift', zh: '先平移再卷积，先卷积再平移' },
  shortTitle: { en: 'Two routes', zh: '两条路线' },
  shift: { en: 'The shift', zh: '平移' },
  drag: { en: 'drag me', zh: '拖动我' },
} as const satisfies Record<string, Text>;

export const STRETCHES = {
  walk: { en: 'routes', zh: '路线' },
  compare: { en: 'compare', zh: '比较' },
} as const satisfies Record<string, Text>;

/** What stands beside the arrow of the layer. */
export const LAYER_VERBS = {
  conv: { en: 'convolve', zh: '卷积' },
  max: { en: 'pool', zh: '池化' },
  blur: { en: 'pool, blur', zh: '池化、模糊' },
} as const satisfies Record<string, Text>;

/** By how far the output moves, as a sentence. */
export function outShiftSentence({ outShift: [down, right], fits, settings }: ShiftModel): Text {
  const by = moves(down, right);
  const moved = { en: `The output moves ${by.en}`, zh: `输出${by.zh}` };
  if (fits) return { en: `${moved.en}.`, zh: `${moved.zh}。` };
  return {
    en: `${moved.en}: rounded, the stride ${settings.stride} does not divide the shift.`,
    zh: `${moved.zh}：步幅 ${settings.stride} 除不尽平移量，已取整。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: ShiftModel, view: ShiftView, language: Language): string {
  return (view.isOver ? verdict(model) : cellCaption(model, view))[language];
}

/** One cell: where its number comes from. */
function cellCaption(model: ShiftModel, view: ShiftView): Text {
  const { cell, from, value, equations } = view;
  const [line] = equations;
  const name = cellName(cell.grid, [cell.row, cell.col]);
  if (value === null || !line)
    return { en: `${name} is on its way: it is not computed yet.`, zh: `${name} 正在计算，还没有算出来。` };
  const source = from ? cellName(from.grid, [from.row, from.col]) : null;
  const result = { en: resultInSentence(line, 'en'), zh: resultInSentence(line, 'zh') };
  const is = {
    en: `${name} is ${result.en}`,
    zh: `${name} 是${result.zh}`,
  };
  const entered = {
    en: `${name} was outside before, so a 0 comes in.`,
    zh: `${name} 原来在外面，所以补进一个 0。`,
  };
  switch (cell.grid) {
    case 'x':
      return {
        en: `The picture before the shift. ${is.en}; after the shift this number is somewhere else.`,
        zh: `平移之前的图像。${is.zh}；平移之后，这个数会出现在别处。`,
      };
    case 'shifted': {
      const moved = moves(model.params.down, model.params.right);
      return {
        en: `The picture is moved ${moved.en}: ${source ? `${is.en}, the number that was at ${source}.` : entered.en}`,
        zh: `图像${moved.zh}：${source ? `${is.zh}，就是原来 ${source} 的那个数。` : entered.zh}`,
      };
    }
    case 'y':
      return {
        en: `The layer reads the picture where it was: ${is.en}.`,
        zh: `这一层读取原来的图像：${is.zh}。`,
      };
    case 'yshifted':
      return { en: `Shift first, then the layer: ${is.en}.`, zh: `先平移，再经过这一层：${is.zh}。` };
    case 'shiftedy':
      return {
        en: `The layer first, then the shift: ${source ? `${is.en}, taken from ${source}.` : entered.en}`,
        zh: `先经过这一层，再平移：${source ? `${is.zh}，取自 ${source}。` : entered.zh}`,
      };
    case 'mismatch':
      return {
        en: `Row ${cell.row}, column ${cell.col}: ${value === 0 ? 'both routes give the same number.' : `the two routes differ by ${result.en}.`}`,
        zh: `第 ${cell.row} 行第 ${cell.col} 列：${value === 0 ? '两条路线得到同一个数。' : `两条路线相差${result.zh}。`}`,
      };
  }
}

function moves(down: number, right: number): Text {
  return {
    en: `${Math.abs(down)} ${down < 0 ? 'up' : 'down'} and ${Math.abs(right)} to the ${right < 0 ? 'left' : 'right'}`,
    zh: `${down < 0 ? '上移' : '下移'} ${Math.abs(down)}、${right < 0 ? '左移' : '右移'} ${Math.abs(right)}`,
  };
}

/** What the comparison came to. */
function verdict(model: ShiftModel): Text {
  const { comparison, fits, params, settings } = model;
  const { largest, inside, scale } = comparison;
  const differ = `${numberText(largest.size)}${scale > largest.size ? ` of ${numberText(scale)}` : ''}`;
  const differZh = `${numberText(largest.size)}${scale > largest.size ? `（最大 ${numberText(scale)}）` : ''}`;
  if (params.down === 0 && params.right === 0)
    return {
      en: 'Nothing is moved yet. Drag the shifted input, or use the sliders.',
      zh: '图像还没有移动。拖动平移后的输入，或者用滑块。',
    };
  if (settings.operation !== 'conv') return pooled(model, differ, differZh);
  if (largest.size === 0)
    return params.border === 'zeros'
      ? {
          en: 'Both routes give the same numbers everywhere: nothing but zeros lies at the border.',
          zh: '两条路线处处得到相同的数：边界上除了零什么也没有。',
        }
      : {
          en: 'Both routes give the same numbers everywhere: the layer is equivariant to this shift.',
          zh: '两条路线处处得到相同的数：这一层对这个平移是等变的。',
        };
  if (!fits)
    return {
      en: `The stride ${params.stride} does not divide the shift: the two routes differ by up to ${differ}.`,
      zh: `步幅 ${params.stride} 除不尽平移量：两条路线最多相差 ${differZh}。`,
    };
  if (inside?.size === 0)
    return {
      en: `Inside the outline the difference is 0. At the border it is up to ${differ}: the zeros do not move along.`,
      zh: `框内的差是 0。边界上最多相差 ${differZh}：外面补的零没有跟着移动。`,
    };
  return {
    en: `The picture has moved so far that every output is near a border: they differ by up to ${differ}.`,
    zh: `图像移得太远，每个输出都挨着边界：最多相差 ${differZh}。`,
  };
}

/** A pooled output may also stay as it was: invariance, which is something else. */
function pooled({ comparison, out }: ShiftModel, differ: string, differZh: string): Text {
  const { largest, unchanged } = comparison;
  const cells = out * out;
  const routes =
    largest.size === 0
      ? { en: 'Both routes agree everywhere.', zh: '两条路线处处一致。' }
      : { en: `The two routes differ by up to ${differ}.`, zh: `两条路线最多相差 ${differZh}。` };
  if (unchanged === cells)
    return {
      en: `${routes.en} All ${cells} outputs are as before the shift: to this one the layer is invariant.`,
      zh: `${routes.zh}平移前后 ${cells} 个输出全部相同：这一层对这次平移是不变的。`,
    };
  if (unchanged === 0)
    return {
      en: `${routes.en} None of the ${cells} outputs stayed: no trace of invariance.`,
      zh: `${routes.zh}平移前后 ${cells} 个输出没有一个相同：谈不上不变性。`,
    };
  return {
    en: `${routes.en} ${unchanged} of ${cells} outputs stayed: invariance, in part.`,
    zh: `${routes.zh}平移前后 ${cells} 个输出中有 ${unchanged} 个相同：不变性只是部分成立。`,
  };
}
