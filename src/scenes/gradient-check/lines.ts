import { operand } from '../../formula/arithmetic.ts';
import { evaluate } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { errorText } from '../../kit/check/checkText.ts';
import { expressionEquation, expressionLeft } from '../../kit/scene/equations.ts';
import type { ExpressionEquation } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { LEAST, type NumberCheck } from './check.ts';
import type { CheckModel } from './model.ts';
import type { Forward } from './network.ts';

interface Subject {
  readonly theta: string;
  readonly place: Place;
  readonly step: number;
  readonly check: NumberCheck;
}

/** Decimals with which two numbers that differ by about this much can be told apart, so many digits of the difference included. */
export const digitsFor = (difference: number, of = 4): number =>
  difference > 0 && Number.isFinite(difference)
    ? Math.min(16, Math.max(4, of - 1 - Math.floor(Math.log10(difference))))
    : 4;

/** The arithmetic of a step of one number. */
export function linesOf(model: CheckModel, subject: Subject, full: boolean): ExpressionEquation[] {
  const { epsilon } = model;
  const { theta, place, step, check } = subject;
  const { up, down, above, below, numeric, analytic } = check;
  const nudge = printNumber(epsilon, { full: true }).text;
  const twice = printNumber(2 * epsilon, { full: true }).text;
  const lossDigits = digitsFor(epsilon, 6);
  const bare = (value: number, digits: number): string => printNumber(value, { full, digits }).text;
  const number = (value: number, digits: number): string => operand(bare(value, digits));
  const loss = (value: number): string => number(value, lossDigits);
  const nudged = (sign: '+' | '−', value: number): ExpressionEquation => ({
    ...expressionEquation({
      head: `${theta} ${sign} ε`,
      parts: [{ text: number(check.theta, lossDigits), place }, ` ${sign} ${nudge}`],
      value,
      target: step === (sign === '+' ? 1 : 3) ? place : null,
      ...{ full, digits: lossDigits },
    }),
  });
  const passed = (sign: '+' | '−', { losses, loss: value }: Forward): ExpressionEquation =>
    expressionEquation({
      head: `L(${theta} ${sign} ε)`,
      parts: [`(${Array.from(losses.data, loss).join(' + ')}) / ${losses.size}`],
      ...{ value, full, digits: lossDigits },
    });
  const difference = `${loss(above.loss)} − ${loss(below.loss)}`;
  const divided = expressionEquation({
    head: 'ΔL / 2ε',
    parts: [`(${difference}) / ${twice}`],
    value: numeric,
    ...{ full, digits: 4 },
  });
  switch (step) {
    case 0:
      return [];
    case 1:
      return [nudged('+', up)];
    case 2:
      return [nudged('+', up), passed('+', above)];
    case 3:
      return [nudged('−', down)];
    case 4:
      return [nudged('−', down), passed('−', below)];
    case 5:
      return [
        expressionEquation({
          head: 'ΔL',
          parts: [difference],
          value: above.loss - below.loss,
          ...{ full, digits: lossDigits + 2 },
        }),
      ];
    case 6:
      return [divided];
    default: {
      // The digits of what two roundings leave are noise.
      const digits = digitsFor(Math.abs(analytic - numeric), 1);
      const [a, n] = [bare(analytic, digits), bare(numeric, digits)];
      const least =
        Math.max(Math.abs(analytic), Math.abs(numeric)) < LEAST
          ? [printNumber(LEAST, { full: true }).text]
          : [];
      const over = [`abs(${a})`, `abs(${n})`, ...least].join(', ');
      const line = expressionEquation({
        head: 'δ',
        parts: [`abs(${a} − ${operand(n)}) / max(${over})`],
        ...{ value: check.error, full },
      });
      return [
        divided,
        full ? line : { ...line, result: errorText(check.error), sign: signOf(line, errorText(check.error)) },
      ];
    }
  }
}

const signOf = (line: ExpressionEquation, result: string): '=' | '≈' =>
  evaluate(result) === line.value && evaluate(expressionLeft(line)) === line.value ? '=' : '≈';
