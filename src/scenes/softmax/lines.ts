import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation, ExpressionPart, SumEquation } from '../../kit/scene/view.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import type { SoftmaxModel } from './model.ts';

interface Shown {
  readonly full: boolean;
}

/** Numbers of the model as parts of a line, each with its cell. */
function partsOf(model: SoftmaxModel, { full }: Shown) {
  /** A small share keeps three digits: of one digit the logarithm would be visibly another. */
  const text = (value: number): string =>
    printNumber(value, { full, digits: value > 0 && value < 0.001 ? 5 : 3 }).text;
  const part = (value: number, place: Place, first = false): ExpressionPart => ({
    text: first ? text(value) : operand(text(value)),
    place,
  });
  return {
    z: (k: number, first = false) => part(model.z.data[k] as number, placeAt('logits', k), first),
    most: (first = false) => part(model.subtracted, placeAt('logits', model.top), first),
    e: (k: number) => part(model.exps[k] as number, placeAt('exps', k), true),
    sum: part(model.total.value, placeAt('total'), true),
    q: (k: number) => part(model.q[k] as number, placeAt('probs', k), true),
    t: (k: number) => part(model.t[k] as number, placeAt('label', k)),
    temperature: model.params.temperature === 1 ? null : text(model.params.temperature),
    text,
  };
}

/** exp((z − max) / T), or exp(z / T) as it is written (Goodfellow et al. 2016, 4.1). */
export function expLine(model: SoftmaxModel, k: number, shown: Shown): ExpressionEquation {
  const { z, most, temperature } = partsOf(model, shown);
  const less: ExpressionPart[] = model.params.subtract ? [z(k, true), ' − ', most()] : [z(k, true)];
  const inner = !temperature
    ? less
    : model.params.subtract
      ? ['(', ...less, `) / ${temperature}`]
      : [...less, ` / ${temperature}`];
  return expressionEquation({
    head: cellName('exps', [k]),
    target: placeAt('exps', k),
    parts: ['exp(', ...inner, ')'],
    value: model.exps[k] as number,
    ...shown,
  });
}

/** Σ: the exponentials added up, of which `done` have been. */
export function sumLine(
  model: SoftmaxModel,
  done: number,
  { full, start }: Shown & { readonly start: number | null },
): SumEquation {
  return sumEquation(model.total, {
    ...{ done, full },
    head: 'Σ',
    target: placeAt('total'),
    placeOf: (_, [, k = 0]) => placeAt('exps', k),
    positionOf: start === null ? undefined : (count) => start + count,
  });
}

export function shareLine(model: SoftmaxModel, k: number, shown: Shown): ExpressionEquation {
  const { e, sum } = partsOf(model, shown);
  return expressionEquation({
    head: cellName('probs', [k]),
    target: placeAt('probs', k),
    parts: [e(k), ' / ', sum],
    value: model.q[k] as number,
    ...shown,
  });
}

/** −ln q of the true class; and the same without going through the share, which holds where the share has become 0. */
export function lossLines(model: SoftmaxModel, shown: Shown): readonly ExpressionEquation[] {
  const { q, z, sum, most, temperature } = partsOf(model, shown);
  const { truth, subtract } = model.params;
  const lineOf = (parts: readonly ExpressionPart[]): ExpressionEquation =>
    expressionEquation({ head: 'L', target: placeAt('loss'), parts, value: model.loss, ...shown });
  const written = lineOf(['−ln(', q(truth), ')']);
  if (!subtract) return [written];
  const lag: ExpressionPart[] = temperature
    ? ['(', most(true), ' − ', z(truth), `) / ${temperature}`]
    : [most(), ' − ', z(truth)];
  const stable = lineOf(['ln(', sum, ') + ', ...lag]);
  return (model.q[truth] as number) > 0 ? [written, stable] : [stable];
}

/** (q − t) / T. Where that is lost, what each step of the written form sends back: the exponential times its gradient. */
export function gradientLine(model: SoftmaxModel, k: number, shown: Shown): ExpressionEquation {
  const { q, t, e, temperature, text } = partsOf(model, shown);
  const value = model.dz[k] as number;
  const difference: ExpressionPart[] = [q(k), ' − ', t(k)];
  const parts: ExpressionPart[] =
    !Number.isFinite(value) && model.de
      ? [e(k), ` × ${operand(text(model.de[k] as number))}${temperature ? ` / ${temperature}` : ''}`]
      : temperature
        ? ['(', ...difference, `) / ${temperature}`]
        : difference;
  return expressionEquation({
    head: cellName('dlogits', [k]),
    target: placeAt('dlogits', k),
    parts,
    value,
    ...shown,
  });
}
