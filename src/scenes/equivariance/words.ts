import { cellName } from '../../figures/Equation.tsx';
import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { ShiftModel } from './model.ts';
import type { ShiftView } from './view.ts';

export const WORDS = {
  title: { en: 'Shift, then convolve; convolve, then shift', zh: '先平移再卷积，先卷积再平移' },
  walk: { en: 'two routes', zh: '两条路线' },
  compare: { en: 'compare', zh: '比较' },
  source: { en: 'Picture', zh: '图像' },
  numbers: { en: 'Small numbers', zh: '小整数' },
  digit: { en: 'Handwritten digit', zh: '手写数字' },
  which: { en: 'Digit', zh: '数字' },
  operation: { en: 'Layer', zh: '层' },
  conv: { en: 'Convolution', zh: '卷积' },
  max: { en: 'Max pooling', zh: '最大池化' },
  blur: { en: 'Max pooling, then blur', zh: '先最大池化再模糊' },
  kernel: { en: 'Kernel preset', zh: '预设卷积核' },
  edgeX: { en: 'Upright edges', zh: '竖直边缘' },
  edgeY: { en: 'Level edges', zh: '水平边缘' },
  laplace: { en: 'Laplace', zh: '拉普拉斯' },
  stride: { en: 'Stride', zh: '步幅' },
  border: { en: 'Border', zh: '边界' },
  zeros: { en: 'zeros', zh: '补零' },
  circular: { en: 'circular', zh: '循环' },
  down: { en: 'Shift down', zh: '下移' },
  right: { en: 'Shift right', zh: '右移' },
  drag: { en: 'drag me', zh: '拖动我' },
  pad: {
    en: (down: number, right: number) => `Shift: ${down} down, ${right} right. Arrow keys move the picture.`,
    zh: (down: number, right: number) => `平移：下移 ${down}，右移 ${right}。方向键移动图像。`,
  },
  row: { en: 'row', zh: '行' },
  col: { en: 'column', zh: '列' },
  outDown: { en: 'output moves down by', zh: '输出下移' },
  outRight: { en: 'output moves right by', zh: '输出右移' },
  largest: { en: 'largest difference', zh: '最大的差' },
  inside: { en: 'away from the border', zh: '远离边界处' },
  relative: { en: 'of the largest output', zh: '与最大输出之比' },
  unchanged: { en: 'outputs left unchanged', zh: '没有变的输出' },
  insideNote: { en: 'outlined: away from the border', zh: '框内远离边界' },
} as const;

const text = (value: number): string => printNumber(value).text;

/** What is to be seen now, from the view alone. */
export function captionOf(model: ShiftModel, view: ShiftView, language: Language): string {
  const en = language === 'en';
  const { cell, moment } = view;
  const name = cellName(cell.grid, [cell.row, cell.col]);
  if (!view.asked && moment.grid === 'mismatch' && moment.compared === model.out ** 2)
    return verdict(model, en);
  if (view.value === null) return en ? `${name} is not computed yet.` : `${name} 还没有算出来。`;
  const value = text(view.value);
  const source = view.from ? cellName(cell.grid === 'shifted' ? 'x' : 'y', view.from) : null;
  switch (cell.grid) {
    case 'x':
      return en
        ? `The picture before the shift. ${name} is ${value}; after the shift the same number is somewhere else.`
        : `平移之前的图像。${name} 是 ${value}；平移之后，同一个数会出现在别处。`;
    case 'shifted':
      return source
        ? en
          ? `The picture is moved ${moves(model, en)}: ${name} is ${value}, the number that was at ${source}.`
          : `图像${moves(model, en)}：${name} 是 ${value}，就是原来 ${source} 的那个数。`
        : en
          ? `The picture is moved ${moves(model, en)}: ${name} was outside before, so a 0 comes in.`
          : `图像${moves(model, en)}：${name} 原来在图像之外，所以补进一个 0。`;
    case 'y':
      return en
        ? `The layer reads the picture as it is: ${name} is ${value}.`
        : `这一层读取原来的图像：${name} 是 ${value}。`;
    case 'yshifted':
      return en
        ? `Shift first, then the layer: ${name} is ${value}.`
        : `先平移，再经过这一层：${name} 是 ${value}。`;
    case 'shiftedy':
      return source
        ? en
          ? `The layer first, then the shift: ${name} is ${value}, taken from ${source}.`
          : `先经过这一层，再平移：${name} 是 ${value}，取自 ${source}。`
        : en
          ? `The layer first, then the shift: ${name} was outside before, so a 0 comes in.`
          : `先经过这一层，再平移：${name} 原来在外面，所以补进一个 0。`;
    case 'mismatch':
      return view.value === 0
        ? en
          ? `Row ${cell.row}, column ${cell.col}: both routes give ${text(at(model, view))}. The difference is 0.`
          : `第 ${cell.row} 行第 ${cell.col} 列：两条路线都得到 ${text(at(model, view))}，差为 0。`
        : en
          ? `Row ${cell.row}, column ${cell.col}: the two routes differ by ${value}.`
          : `第 ${cell.row} 行第 ${cell.col} 列：两条路线相差 ${value}。`;
  }
}

const at = (model: ShiftModel, { cell }: ShiftView): number =>
  model.yshifted.data[cell.row * model.out + cell.col] as number;

function moves({ params: { down, right } }: ShiftModel, en: boolean): string {
  const vertical = en ? (down < 0 ? 'up' : 'down') : down < 0 ? '上移' : '下移';
  const level = en ? (right < 0 ? 'left' : 'right') : right < 0 ? '左移' : '右移';
  return en
    ? `${Math.abs(down)} ${vertical} and ${Math.abs(right)} to the ${level}`
    : `${vertical} ${Math.abs(down)}、${level} ${Math.abs(right)}`;
}

/** What the comparison came to. */
function verdict(model: ShiftModel, en: boolean): string {
  const { comparison, fits, params, out } = model;
  const { largest, inside, unchanged } = comparison;
  const size = text(largest.size);
  const cells = out * out;
  const pooled =
    params.operation === 'conv'
      ? ''
      : unchanged === 0
        ? en
          ? ` None of the ${cells} outputs is the same as before the shift: there is no trace of invariance.`
          : `平移前后，${cells} 个输出没有一个相同：谈不上不变性。`
        : unchanged === cells
          ? en
            ? ` All ${cells} outputs are the same as before the shift: to this shift of this picture the layer is invariant.`
            : `平移前后，${cells} 个输出全部相同：对这张图的这次平移，这一层是不变的。`
          : en
            ? ` ${unchanged} of ${cells} outputs are the same as before the shift: this is invariance, but only in part.`
            : `平移前后，${cells} 个输出中有 ${unchanged} 个相同：这是不变性，但只是部分成立。`;
  if (params.down === 0 && params.right === 0)
    return en ? 'Nothing is moved yet. Drag the picture.' : '图像还没有移动，拖动它试试。';
  if (largest.size === 0 && params.border === 'zeros')
    return (
      (en
        ? 'Both routes give the same numbers everywhere. The border did not get in the way: nothing but zeros lies there.'
        : '两条路线处处得到相同的数。边界没有碍事：那里除了零什么也没有。') + pooled
    );
  if (largest.size === 0)
    return (
      (en
        ? 'Both routes give the same numbers everywhere: the layer is equivariant to this shift.'
        : '两条路线处处得到相同的数：这一层对这个平移是等变的。') + pooled
    );
  if (!fits)
    return (
      (en
        ? `A shift of ${text(params.down)} and ${text(params.right)} is no multiple of the stride ${params.stride}: no whole number of output cells belongs to it, and the two routes differ by up to ${size}.`
        : `平移 ${text(params.down)} 和 ${text(params.right)} 不是步幅 ${params.stride} 的倍数：没有整数个输出格与之对应，两条路线最多相差 ${size}。`) +
      pooled
    );
  if (inside && inside.size === 0)
    return (
      (en
        ? `Away from the border the two routes agree exactly. At the border they differ by up to ${size}: there the zeros from outside do not move along.`
        : `远离边界处，两条路线完全一致。边界上最多相差 ${size}：外面补的零没有跟着一起移动。`) + pooled
    );
  return (
    (en
      ? `The picture has moved so far that every output is near a border: the two routes differ by up to ${size}.`
      : `图像移得太远，每个输出都挨着边界：两条路线最多相差 ${size}。`) + pooled
  );
}
