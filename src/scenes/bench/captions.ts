import { inSentence } from '../../formula/inSentence.ts';
import type { Equation } from '../../kit/scene/view.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import { termsIn } from './marks.ts';
import type { BenchModel } from './model.ts';
import { headOf } from './subject.ts';
import type { BenchView } from './view.ts';

/** What a line comes to. */
const amount = (equation: Equation, language: Language): string =>
  inSentence(
    equation.kind === 'sum' ? equation.line : { sign: equation.sign, result: { text: equation.result } },
    language,
  );

/** What is to be seen now, from the view alone. */
export function captionOf(model: BenchModel, view: BenchView, language: Language): string {
  const [line] = view.equations;
  if (!line) return view.pass.id === 'y' ? model.spec.words[language] : '';
  const { grid, index, explanation, done, isStepped } = view.subject;
  const name = headOf(model, grid, index);
  const all = termsIn(explanation).length;
  const about = { name, all, done, en: amount(line, 'en'), zh: amount(line, 'zh') };
  const text =
    grid === 'y' || grid === 'p'
      ? forward(explanation.kind, isStepped, about, costOf(model))
      : backward(model, view, explanation.kind, about);
  return text[language];
}

interface About {
  readonly name: string;
  readonly all: number;
  readonly done: number;
  readonly en: string;
  readonly zh: string;
}

/** What a layer of several channels has to learn, said with its first number. */
function costOf({ operation: { counts, tensors } }: BenchModel): Text {
  const [, channels = 1] = tensors.w?.shape ?? [];
  const [, filters = 1] = tensors.y?.shape ?? [];
  if (!counts?.parameters || Math.max(channels, filters) === 1) return { en: '', zh: '' };
  return {
    en: ` The layer has ${counted(counts.parameters, 'parameter')}.`,
    zh: `这一层有 ${counts.parameters} 个参数。`,
  };
}

function forward(kind: string, isStepped: boolean, { name, all, done, en, zh }: About, cost: Text): Text {
  if (kind === 'choice')
    return {
      en: `${name} is the largest of ${counted(all, 'number')} in its window: ${en}.`,
      zh: `${name} 取窗口里 ${all} 个数中最大的一个：${zh.trim()}。`,
    };
  if (isStepped && done < all)
    return {
      en: `${name} has ${done} of its ${counted(all, 'term')} and is ${en} so far.`,
      zh: `${name} 的 ${all} 项已加入 ${done} 项，目前得${zh}。`,
    };
  if (kind === 'sum' && isStepped)
    return {
      en: `${name} adds ${counted(all, 'term')} and comes to ${en}.${cost.en}`,
      zh: `${name} 由 ${all} 项相加，得${zh}。${cost.zh}`,
    };
  return { en: `${name} comes to ${en}.`, zh: `${name} 得${zh}。` };
}

function backward(
  model: BenchModel,
  view: BenchView,
  kind: string,
  { name, all, done, en, zh }: About,
): Text {
  const { reads } = model.operation;
  const { grid, index, explanation, isStepped } = view.subject;
  if (grid === 'dx' && kind === 'sum' && all === 0) {
    const x = model.operation.tensors.x;
    const isRead = !x || !reads || (reads[x.offset(index)] ?? 0) > 0;
    return isRead
      ? {
          en: `Windows read this number, and none of them took it: ${name} is 0.`,
          zh: `有窗口读过这个数，但没有一个取走它：${name} 是 0。`,
        }
      : {
          en: `No window reads this number. Whatever it is, the output stays the same: ${name} is 0.`,
          zh: `没有窗口读这个数。无论它是多少，输出都不变：${name} 是 0。`,
        };
  }
  if (kind === 'sum' && done < all)
    return {
      en: `${name} has ${done} of its ${counted(all, 'payment')} and is ${en} so far.`,
      zh: `${name} 的 ${all} 份已收到 ${done} 份，目前得${zh}。`,
    };
  if (explanation.kind === 'sum' && view.equations.length > 1 && model.operation.otherWay && view.asked)
    return {
      en: `${name} two ways: sent back by the outputs, collected by the turned kernel. Both give ${en}.`,
      zh: `${name} 有两种算法：输出一份份分发回来，翻转的卷积核一格格收集。两种都得${zh}。`,
    };
  if (kind === 'sum' && (isStepped || view.asked) && view.pass.terms !== 'whole')
    return {
      en: `${name} collects ${counted(all, 'payment')} and comes to ${en}.`,
      zh: `${name} 收到 ${all} 份，合计${zh}。`,
    };
  return { en: `${name} comes to ${en}.`, zh: `${name} 得${zh}。` };
}
