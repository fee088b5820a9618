import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Role } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { type ActivationModel, CELLS } from './model.ts';

/** One line of the map's book-keeping. */
export interface Account {
  readonly head: Text;
  readonly of: Role;
  readonly line: ExpressionLine;
}

/** How much of the map, and how much of the gradient, comes through. */
export function accountsOf({ a, da, dz }: ActivationModel): Account[] {
  const zeros = a.data.filter((value) => value === 0).length;
  const cut = dz.data.filter((value, i) => value === 0 && da.data[i] !== 0).length;
  const sent = da.data.filter((value) => value !== 0).length;
  const size = (data: ArrayLike<number>): number =>
    Array.from(data).reduce((sum, value) => sum + Math.abs(value), 0);
  const part = (sign: number): number =>
    Array.from(dz.data).reduce((sum, value) => sum + Math.max(0, sign * value), 0);
  const print = (value: number): string => operand(printNumber(value).text);
  const account = (en: string, zh: string, of: Role, left: string, value: number): Account => ({
    head: { en, zh },
    of,
    line: expressionLine(left, value),
  });
  const [up, down] = [part(1), part(-1)];
  return [
    account('activations that are 0', '为 0 的激活值', 'output', `${CELLS} − ${CELLS - zeros}`, zeros),
    account('share of zeros', '0 所占的比例', 'output', `${zeros} / ${CELLS}`, zeros / CELLS),
    account('gradients that are cut to 0', '被切成 0 的梯度', 'gradient', `${sent} − ${sent - cut}`, cut),
    account(
      'share of gradient that comes through',
      '通过的梯度所占的比例',
      'gradient',
      `${print(size(dz.data))} / ${print(size(da.data))}`,
      size(dz.data) / size(da.data),
    ),
    account(
      '∂b, the sum of all ∂z',
      '∂b，即所有 ∂z 之和',
      'gradient',
      `${print(up)} − ${print(down)}`,
      sumOf(dz.data),
    ),
  ];
}

const sumOf = (data: ArrayLike<number>): number => Array.from(data).reduce((sum, value) => sum + value, 0);
