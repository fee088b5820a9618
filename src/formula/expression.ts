import { printNumber } from './numbers.ts';

/**
 * The arithmetic that the page prints, read back: numbers with a real minus sign, + − × /, powers (^),
 * parentheses, ⌊…⌋ and ⌈…⌉, ∞ and NaN, and the functions below. What the page prints, a test re-evaluates with this.
 */
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  max: Math.max,
  min: Math.min,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  abs: Math.abs,
};

const TOKEN = /\s*(∞|NaN|\d+(?:\.\d+)?(?:e−?\d+)?|[a-z]+|[-+−×·/^(),⌊⌋⌈⌉])/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not arithmetic: “${text.slice(at, at + 20)}” in “${text}”`);
    tokens.push(match[1] as string);
  }
  return tokens;
}

/** The value of an expression, evaluated from left to right in doubles. @throws Error on other text */
export function evaluate(text: string): number {
  const tokens = tokensOf(text);
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`not arithmetic: ${expected ?? 'a number'} is missing in “${text}”`);
    return token;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−' || tokens[at] === '-')
      value = take() === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (tokens[at] === '×' || tokens[at] === '·' || tokens[at] === '/')
      value = take() === '/' ? value / power() : value * power();
    return value;
  };
  const power = (): number => {
    if (tokens[at] === '−' || tokens[at] === '-') {
      take();
      return -power();
    }
    const base = atom();
    if (tokens[at] !== '^') return base;
    take();
    return base ** power();
  };
  const atom = (): number => {
    const token = take();
    if (token === '(') return closed(')', (value) => value);
    if (token === '⌊') return closed('⌋', Math.floor);
    if (token === '⌈') return closed('⌉', Math.ceil);
    if (token === '∞') return Number.POSITIVE_INFINITY;
    if (token === 'NaN') return Number.NaN;
    const call = FUNCTIONS[token];
    if (call) {
      take('(');
      const values = [sum()];
      while (tokens[at] === ',') {
        take();
        values.push(sum());
      }
      take(')');
      return call(...values);
    }
    const value = Number(token.replace('−', '-'));
    if (Number.isNaN(value)) throw new Error(`not arithmetic: “${token}” in “${text}”`);
    return value;
  };
  const closed = (end: string, then: (value: number) => number): number => {
    const value = sum();
    take(end);
    return then(value);
  };
  const value = sum();
  if (at < tokens.length) throw new Error(`not arithmetic: “${tokens[at]}” in “${text}”`);
  return value;
}

/** Equal, 0 and −0 too, and what is no number to itself. */
export const sameNumber = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/**
 * Whether two numbers are the same decimal number but for what doubles lose on the way: 0.1 × 6 comes to
 * 0.6000000000000001 in doubles, and to 0.6.
 */
export const sameDecimal = (a: number, b: number): boolean =>
  sameNumber(a, b) || Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));

/** One printed line: an expression, and the number that the core computed for it. */
export interface ExpressionLine {
  readonly left: string;
  readonly sign: '=' | '≈';
  readonly right: string;
}

/**
 * Sets an expression beside the number that it stands for. The sign is = only if the printed left side,
 * evaluated as printed, gives the printed right side.
 */
export function expressionLine(
  left: string,
  value: number,
  options: { full?: boolean } = {},
): ExpressionLine {
  const right = printNumber(value, options);
  const exact = right.exact && sameNumber(evaluate(left), evaluate(right.text));
  return { left, sign: exact ? '=' : '≈', right: right.text };
}
