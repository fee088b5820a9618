import { thousands } from '../../formula/numbers.ts';
import { counted, type Text } from '../../language/language.ts';
import { limitsOf } from './limits.ts';
import type { BenchModel } from './model.ts';

/** Height and width of the output with their numbers; why a number stops where it does, or what the operation costs. */
export function sizesOf({
  operation,
  params,
}: BenchModel): { readonly tex: string; readonly sentence: Text } | null {
  const { sizes, counts, unread } = operation;
  if (!sizes || !counts) return null;
  const [rows, cols] = sizes;
  const { parameters, multiplyAdds } = counts;
  const [unreadRows, unreadCols] = unread ?? [0, 0];
  const left = Math.max(unreadRows, unreadCols) > 0;
  const work = { en: parameters > 0 ? 'products' : 'reads', zh: parameters > 0 ? '次乘法' : '次读取' };
  const cost = {
    en: `${parameters > 0 ? `${counted(parameters, 'parameter')}, ` : ''}${thousands(multiplyAdds)} ${work.en}.`,
    zh: `${parameters > 0 ? `${parameters} 个参数，` : ''}${thousands(multiplyAdds)} ${work.zh}。`,
  };
  return {
    tex: rows === cols ? rows : `\\begin{gathered}H'=${rows}\\\\W'=${cols}\\end{gathered}`,
    sentence: limitsOf(params)[0] ?? {
      en: `${cost.en}${left ? ' The last rows or columns are never read.' : ''}`,
      zh: `${cost.zh}${left ? '末尾有几行或几列从未被读到。' : ''}`,
    },
  };
}
