import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import type { Role } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { type LayerModel, SIDE } from './model.ts';
import type { Progress } from './progress.ts';
import type { Question } from './question.ts';

/** One line of the layer's book-keeping. */
export interface Account {
  readonly head: Text;
  readonly of: Role;
  readonly line: ExpressionLine;
}

const FLOAT32 = 4;

/** What the layer costs, and how far it has come; first, what a pinned number is used for. */
export function accountsOf(model: LayerModel, progress: Progress, question: Question | null): Account[] {
  const { k, out, params, counts, zeros, z } = model;
  const { filters: n, padding: p, stride: s, filter } = params;
  const cells = out * out;
  const account = (en: string, zh: string, of: Role, left: string, value: number): Account => ({
    head: { en, zh },
    of,
    line: expressionLine(left, value),
  });
  const zeroCells = zeros.reduce((sum, count) => sum + count, 0);
  const own = zeros[filter] as number;
  return [
    usesOf(model, question, account) ??
      account(
        'multiply-adds so far',
        '到此为止的乘加',
        'output',
        `${progress.sums} × ${k * k} + ${progress.products}`,
        progress.sums * k * k + progress.products,
      ),
    account(
      'multiply-adds in all',
      '乘加总数',
      'output',
      `${n} × ${out} × ${out} × ${k * k}`,
      counts.multiplyAdds,
    ),
    account('side of a map', '特征图的边长', 'output', `⌊(${SIDE} + ${p} + ${p} − ${k}) / ${s}⌋ + 1`, out),
    account('parameters', '参数', 'weight', `${n} × 1 × ${k} × ${k} + ${n}`, counts.parameters),
    account(
      'bytes of z and a',
      'z 和 a 的字节数',
      'output',
      `2 × ${n} × ${out} × ${out} × ${FLOAT32}`,
      2 * counts.outputBytes,
    ),
    account(`zeros in map ${filter}`, `第 ${filter} 张图里的 0`, 'output', `${cells} − ${cells - own}`, own),
    account('zeros in all of a', '整个 a 里的 0', 'output', `${z.size} − ${z.size - zeroCells}`, zeroCells),
    account('share of zeros', '0 所占的比例', 'output', `${zeroCells} / ${z.size}`, zeroCells / z.size),
  ];
}

function usesOf(
  { out, params }: LayerModel,
  question: Question | null,
  account: (en: string, zh: string, of: Role, left: string, value: number) => Account,
): Account | null {
  switch (question?.kind) {
    case 'weight':
      return account('uses of this weight', '这个权重的使用次数', 'weight', `${out} × ${out}`, out * out);
    case 'bias':
      return account('uses of this bias', '这个偏置的使用次数', 'bias', `${out} × ${out}`, out * out);
    case 'pixel': {
      const { rows, cols } = question.reached ?? { rows: 0, cols: 0 };
      const left = `${rows} × ${cols} × ${params.filters}`;
      return account(
        'sums that read this pixel',
        '读取这个像素的加权和',
        'input',
        left,
        rows * cols * params.filters,
      );
    }
    default:
      return null;
  }
}
