import { numberText } from '../../formula/numbers.ts';
import { tiedCells } from '../../kit/pooling/explain.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { PoolingModel } from './model.ts';
import { type Progress, progressOf } from './progress.ts';
import type { PoolingView } from './view.ts';

const both = (en: string, zh: string): Text => ({ en, zh });
const joined = (...texts: readonly Text[]): Text => ({
  en: texts
    .map(({ en }) => en)
    .filter(Boolean)
    .join(' '),
  zh: texts.map(({ zh }) => zh).join(''),
});
const NOTHING: Text = { en: '', zh: '' };

/** What is to be seen now, from the view alone. */
export function captionOf(model: PoolingModel, view: PoolingView, language: Language): string {
  return captions(model, view)[language];
}

function captions(model: PoolingModel, view: PoolingView): Text {
  const { progress, input, isOver, cell } = view;
  if (input) return inputWords(model, view);
  if (isOver) return model.change ? shiftWords(model.change) : overWords(model);
  if (progress.isDone) return doneWords(cell.row, cell.col, progress);
  return progress.explanation.kind === 'choice' ? comparisonWords(progress) : additionWords(progress);
}

function comparisonWords({ explanation, candidates, taken, value }: Progress): Text {
  const last = candidates[taken - 1];
  if (!last)
    return both(
      'The window is in place. The largest so far is −∞, so that any number beats it.',
      '窗口已就位。目前的最大值取 −∞，这样任何一个数都比它大。',
    );
  const before = progressOf(explanation, taken - 1).value;
  const count = both(
    `Taken: ${taken} of ${candidates.length}.`,
    `${candidates.length} 个数已看 ${taken} 个。`,
  );
  if (last.virtual)
    return joined(both('Padding counts as −∞: it never wins.', '填充算作 −∞，永远不会入选。'), count);
  const [now, then] = [numberText(last.value), numberText(before)];
  if (last.value > before)
    return joined(
      both(`${now} beats ${then}: it is the largest so far.`, `${now} 大于 ${then}，成为目前的最大值。`),
      count,
    );
  if (last.value === before)
    return joined(
      both(
        `${now} only ties with the largest so far: the first stays.`,
        `${now} 与目前的最大值相等：先到的留下。`,
      ),
      count,
    );
  return joined(
    both(`${now} does not beat ${numberText(value)}.`, `${now} 没有超过 ${numberText(value)}。`),
    count,
  );
}

function additionWords({ candidates, taken, value }: Progress): Text {
  const n = candidates.length;
  if (taken === 0)
    return both(
      `The window is in place. Its ${n} numbers are added first.`,
      `窗口已就位，先把其中的 ${n} 个数相加。`,
    );
  if (taken === n)
    return both(
      `All ${n} numbers are added, to ${numberText(value)}. The division comes next.`,
      `${n} 个数都已加上，总和为 ${numberText(value)}，下一步做除法。`,
    );
  return both(
    `Added: ${taken} of ${n} numbers, to ${numberText(value)} so far.`,
    `${n} 个数已加 ${taken} 个，目前得 ${numberText(value)}。`,
  );
}

/** One output: where its number comes from, and what padding and ties have to do with it. */
function doneWords(row: number, col: number, { explanation, candidates, value }: Progress): Text {
  const padding = candidates.filter(({ virtual }) => virtual).length;
  const [number, inside] = [numberText(value), candidates.length - padding];
  const place = both(`Row ${row}, column ${col}`, `第 ${row} 行第 ${col} 列`);
  if (explanation.kind === 'ratio') {
    const zeros =
      padding === 0
        ? NOTHING
        : both(`Among them ${counted(padding, 'zero')} of padding.`, `其中 ${padding} 个是填充的零。`);
    return joined(
      both(
        `${place.en}: ${number} is the mean of ${counted(candidates.length, 'number')}.`,
        `${place.zh}：${number} 是 ${candidates.length} 个数的平均值。`,
      ),
      zeros,
    );
  }
  const ties = tiedCells(explanation).length;
  const start = both(
    `${place.en}: ${number} is the largest of ${counted(inside, 'number')}.`,
    `${place.zh}：${number} 是 ${inside} 个数中最大的。`,
  );
  const tie = both(
    `${ties} cells have it: the first in reading order is taken.`,
    `有 ${ties} 格都是它：按阅读顺序取第一个。`,
  );
  const border = both('Zeros as padding would have given 0.', '若填充补零，这里就会得 0。');
  return joined(start, ties > 1 ? tie : NOTHING, padding > 0 && value < 0 ? border : NOTHING);
}

function inputWords(model: PoolingModel, { input, progress }: PoolingView): Text {
  const { row = 0, col = 0, readers = [] } = input ?? {};
  const place = both(`row ${row}, column ${col}`, `第 ${row} 行第 ${col} 列`);
  const n = readers.length;
  if (n === 0)
    return both(
      `No window reads the cell in ${place.en}: whatever it holds, no output changes.`,
      `没有窗口读到${place.zh}：无论那里是什么数，输出都不变。`,
    );
  const read = both(
    `The cell in ${place.en} is read by ${counted(n, 'window')}`,
    `${place.zh}的格被 ${n} 个窗口读到`,
  );
  if (model.kind === 'average')
    return both(
      `${read.en}: a share of it goes into ${n === 1 ? 'its mean' : 'each of their means'}.`,
      `${read.zh}：${n === 1 ? '那个平均值' : '每个平均值'}里都有它的一份。`,
    );
  const takes = readers.filter((reader) => reader.takes).length;
  if (takes === 0) {
    const winner = numberText(progress.value);
    return both(
      `${read.en} and taken by none: ${n === 1 ? `the output ${winner} ignores` : 'their outputs ignore'} it.`,
      `${read.zh}，但没有入选：输出 ${winner} 不知道有它。`,
    );
  }
  const taken =
    n === 1
      ? both('which takes it', '并且入选')
      : both(`and taken by ${takes === n ? 'all' : takes} of them`, `其中 ${takes} 个选了它`);
  return both(
    `${read.en}${n === 1 ? ',' : ''} ${taken.en}: there it is the whole output.`,
    `${read.zh}，${taken.zh}：那里的输出就是它。`,
  );
}

/** Nothing is left to do: what has become of the numbers. */
function overWords({ x, y, kind, params, channels }: PoolingModel): Text {
  const [n, m] = [x.size, y.size];
  const left = kind === 'max' ? both('maxima', '个最大值') : both('means', '个平均值');
  const one = kind === 'max' ? both('maximum', '个最大值') : both('mean', '个平均值');
  const size = both(
    `${n} numbers have become ${m} ${m === 1 ? one.en : left.en}`,
    `${n} 个数变成了 ${m} ${left.zh}`,
  );
  const each =
    channels > 1
      ? both(', each channel by itself.', '，每个通道各算各的。')
      : params.global
        ? both(': one for the whole map.', '：整张图只剩一个。')
        : both('. No weight took part: a pooling has no parameters.', '。没有权重参与：池化没有参数。');
  return joined(both(size.en + each.en, size.zh + each.zh));
}

/** What the shift has changed, before and behind the pooling. */
function shiftWords({ x, y }: NonNullable<PoolingModel['change']>): Text {
  if (y.cells === 0)
    return both(
      `The shift has changed ${x.cells} of ${x.of} inputs and none of the ${counted(y.of, 'output')}.`,
      `平移改变了 ${x.of} 个输入中的 ${x.cells} 个，${y.of} 个输出一个也没变。`,
    );
  return both(
    `The shift has changed ${x.cells} of ${x.of} inputs and ${y.cells} of ${y.of} outputs. These are outlined.`,
    `平移改变了 ${x.of} 个输入中的 ${x.cells} 个、${y.of} 个输出中的 ${y.cells} 个，后者已框出。`,
  );
}
