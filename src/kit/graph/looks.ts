import type { OperationName } from '../../explain/graph/operations.ts';
import { operand } from '../../formula/arithmetic.ts';
import type { Text } from '../../language/language.ts';

/** How an operation is shown: in its circle, in the line of arithmetic, in the rule, in code, and why its slope is what it is. */
export interface OperationLook {
  /** In the circle. */
  readonly sign: string;
  /** The text before each argument, and perhaps one behind the last. */
  around(constants: readonly string[], count: number): readonly string[];
  /** From the names of its arguments. */
  tex(args: readonly string[], constants: readonly number[]): string;
  /** In Python; `m` is the module that has `exp`, `log` and `where`. */
  code(args: readonly string[], constants: readonly number[], m: string): string;
  /** The slope by one of its slots, in TeX; `out` is its own name. */
  slopeTex(slot: number, args: readonly string[], out: string, constants: readonly number[]): string;
  /** The slopes by its arguments in Python. */
  slopes(args: readonly string[], out: string, constants: readonly number[]): readonly string[];
  /** Why the slope by that slot is what it is. */
  reason(slot: number): Text;
}

type Args = readonly string[];

/** Texts before, between and after `count` numbers. */
const between = (before: string, sign: string, after: string, count: number): string[] => [
  before,
  ...Array.from({ length: count - 1 }, () => sign),
  after,
];
const infix = (sign: string, tex: string, code: string) => ({
  around: (_: Args, count: number) => between('', ` ${sign} `, '', count),
  tex: (args: Args) => args.join(tex),
  code: (args: Args) => args.join(` ${code} `),
});
const same = (en: string, zh: string) => (): Text => ({ en, zh });

const HANDS_ON = same('a sum hands it on', '加法把梯度原样传下去');

export const LOOKS: Readonly<Record<OperationName, OperationLook>> = {
  add: {
    sign: '+',
    ...infix('+', '+', '+'),
    slopeTex: () => '1',
    slopes: () => ['1', '1'],
    reason: HANDS_ON,
  },
  sum: {
    sign: 'Σ',
    ...infix('+', '+', '+'),
    slopeTex: () => '1',
    slopes: (args) => args.map(() => '1'),
    reason: HANDS_ON,
  },
  subtract: {
    sign: '−',
    ...infix('−', '-', '-'),
    slopeTex: (slot) => (slot === 0 ? '1' : '(-1)'),
    slopes: () => ['1', '-1'],
    reason: (slot) =>
      slot === 0
        ? { en: 'as in a sum', zh: '被减数，与加法相同' }
        : { en: 'it is subtracted', zh: '减数带负号' },
  },
  multiply: {
    sign: '×',
    ...infix('·', '\\cdot ', '*'),
    slopeTex: (slot, args) => args[1 - slot] as string,
    slopes: ([a, b]) => [b as string, a as string],
    reason: same('the other factor', '另一个因数'),
  },
  divide: {
    sign: '÷',
    ...infix('/', '/', '/'),
    slopeTex: (slot, [, b], out) =>
      slot === 0 ? `\\tfrac{1}{${b}}` : `\\bigl(-\\tfrac{${out}}{${b}}\\bigr)`,
    slopes: ([, b], out) => [`1 / ${b}`, `-${out} / ${b}`],
    reason: (slot) =>
      slot === 0
        ? { en: '1 over what divides', zh: '分母的倒数' }
        : { en: 'minus quotient over it', zh: '商除以分母，带负号' },
  },
  maximum: {
    sign: 'max',
    around: (_, count) => between('max(', ', ', ')', count),
    tex: (args) => `\\max(${args.join(',')})`,
    // torch.maximum would halve the gradient of a tie.
    code: ([a, b], _, m) => `${m}.where(${a} >= ${b}, ${a}, ${b})`,
    slopeTex: (slot, [a, b]) => (slot === 0 ? `[${a}\\ge ${b}]` : `[${b}>${a}]`),
    slopes: ([a, b]) => [`(${a} >= ${b})`, `(${a} < ${b})`],
    reason: same('1 for the larger, 0 for the other', '较大的数是 1，另一个是 0'),
  },
  square: {
    sign: '(·)²',
    around: () => ['', ' ^ 2'],
    tex: ([a]) => `${a}^2`,
    code: ([a]) => `${a} ** 2`,
    slopeTex: (_, [a]) => `2\\,${a}`,
    slopes: ([a]) => [`2 * ${a}`],
    reason: same('twice the number', '被平方的数的两倍'),
  },
  exp: {
    sign: 'exp',
    around: () => ['exp(', ')'],
    tex: ([a]) => `e^{${a}}`,
    code: ([a], _, m) => `${m}.exp(${a})`,
    slopeTex: (_, __, out) => out,
    slopes: (_, out) => [out],
    reason: same('exp itself', '导数就是它自己'),
  },
  negativeLog: {
    sign: '−ln',
    around: () => ['−ln(', ')'],
    tex: ([a]) => `-\\ln ${a}`,
    code: ([a], _, m) => `-${m}.log(${a})`,
    slopeTex: (_, [a]) => `\\bigl(-\\tfrac{1}{${a}}\\bigr)`,
    slopes: ([a]) => [`-1 / ${a}`],
    reason: same('minus 1 over the number', '该数的倒数，带负号'),
  },
  weightedSum: {
    sign: 'Σ',
    around: (constants) => constants.map((constant, i) => `${i > 0 ? ' + ' : ''}${operand(constant)} · `),
    tex: (args, constants) =>
      args
        .map((arg, i) => `${i > 0 && (constants[i] as number) >= 0 ? '+' : ''}${constants[i]}\\,${arg}`)
        .join(''),
    code: (args, constants) => args.map((arg, i) => `${constants[i]} * ${arg}`).join(' + '),
    slopeTex: (slot, _, __, constants) => `(${constants[slot]})`,
    slopes: (_, __, constants) => constants.map(String),
    reason: same('its weight in the loss', '它在损失里的权重'),
  },
  crossEntropy: {
    sign: 'CE',
    around: (_, count) => between('ln(exp(', ') + exp(', ')) − ', count),
    tex: (args, [right = 0]) => `\\ln\\sum_j e^{z_j}-${args[right]}`,
    code: (args, [right = 0], m) =>
      `${m}.log(${args.map((arg) => `${m}.exp(${arg})`).join(' + ')}) - ${args[right]}`,
    slopeTex: (slot, _, __, [right]) => (slot === right ? `(q_{${slot}}-1)` : `q_{${slot}}`),
    slopes: (args, _, [right = 0]) => {
      const all = args.map((arg) => `np.exp(${arg})`).join(' + ');
      return args.map((arg, i) => `np.exp(${arg}) / (${all})${i === right ? ' - 1' : ''}`);
    },
    reason: same('its probability, less 1 if right', '它的概率，若是正确类再减 1'),
  },
};
