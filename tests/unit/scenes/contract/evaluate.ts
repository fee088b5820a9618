/**
 * An evaluator of the tests' own: what the page prints is turned into JavaScript and run, so that it shares nothing
 * with the reader of arithmetic that chose the page's signs.
 */
const FUNCTIONS = {
  max: Math.max,
  min: Math.min,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  abs: Math.abs,
} as const;

const ALLOWED = /^(?:[\d.+\-*/(), ]|e-?\d|Infinity|NaN|floor\(|ceil\(|max|min|exp|ln|sqrt|tanh|abs)*$/;

/** The value of a printed expression in doubles. @throws Error on anything that is not arithmetic */
export function evaluatePrinted(text: string): number {
  const script = text
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('·', '*')
    .replaceAll('∞', 'Infinity')
    .replaceAll('⌊', 'floor(')
    .replaceAll('⌈', 'ceil(')
    .replace(/[⌋⌉]/g, ')')
    .replaceAll('^', '**')
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
  if (!ALLOWED.test(script)) throw new Error(`not arithmetic: ${text}`);
  const names = { ...FUNCTIONS, floor: Math.floor, ceil: Math.ceil };
  return new Function(...Object.keys(names), `return (${script});`)(...Object.values(names)) as number;
}

/** Half of the last printed place of a number: how far the number itself may lie from its text. */
export function halfUlp(text: string): number {
  const match = /^[−-]?\d+(?:\.(\d+))?(?:e([−-]?\d+))?$/.exec(text);
  if (!match) return 0;
  const decimals = match[1]?.length ?? 0;
  const exponent = Number((match[2] ?? '0').replace('−', '-'));
  // A whole number without an exponent is printed whole.
  if (decimals === 0 && match[2] === undefined) return 0.5;
  return 0.5 * 10 ** (exponent - decimals);
}
