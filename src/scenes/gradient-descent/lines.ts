import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Update } from '../../network/descend.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import type { DescentModel } from './model.ts';
import { NUDGES } from './parameters.ts';

/** The defaults of PyTorch's Adam. */
export const ADAM = { beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const;

/** Lines of arithmetic of one update: of weight `axis`, its numbers linked with their cells. */
export function linesOf({ params, landscape }: DescentModel, update: Update, k: number, full: boolean) {
  const { rate, mu, optimizer } = params;
  const bare = (value: number, digits = 3): string => printNumber(value, { full, digits }).text;
  const print = (value: number): string => operand(bare(value));
  const cell = (grid: string, axis: number, value: number): ExpressionPart => ({
    text: print(value),
    place: placeAt(grid, 0, axis),
  });
  const letter = (axis: number): string => landscape.letters[axis] as string;
  /** V, E and Q carry the weight's own index where there are two. */
  const indexed = (name: string, axis: number): string =>
    landscape.letters.length === 1 ? name : `${name}${['₁', '₂'][axis]}`;
  const line = (
    head: string,
    value: number,
    target: Place | null,
    parts: readonly ExpressionPart[],
  ): ExpressionEquation => expressionEquation({ head, parts, value, full, target });
  const slope = (axis: number): number => update.slope[axis] as number;

  return {
    loss: () => line('L', update.loss, null, [landscape.lossText(update.at, print)]),
    slope: (axis: number, target = placeAt('dweights', 0, axis)) =>
      line(`∂${letter(axis)}`, slope(axis), target, [
        landscape.slopeText(update.at, axis, print, update.example),
      ]),
    /** The change of the loss over the nudge: what the slope is the limit of. */
    secant: () => {
      const nudge = NUDGES[params.nudge] as number;
      const [from = 0] = update.at;
      const loss = (w: number): number => landscape.loss([w], update.example);
      const long = (value: number): string => operand(bare(value, 9));
      return line('ΔL / ε', (loss(from + nudge) - loss(from)) / nudge, null, [
        `(${long(loss(from + nudge))} − ${long(loss(from))}) / ${nudge}`,
      ]);
    },
    velocity: (axis: number) =>
      line(indexed('V', axis), update.after[0]?.[axis] as number, placeAt('velocity', 0, axis), [
        `${print(mu)} × ${print(update.before[0]?.[axis] as number)} + `,
        cell('dweights', axis, slope(axis)),
      ]),
    meang: (axis: number) =>
      line(indexed('E', axis), update.after[0]?.[axis] as number, placeAt('meang', 0, axis), [
        `0.9 × ${print(update.before[0]?.[axis] as number)} + 0.1 × `,
        cell('dweights', axis, slope(axis)),
      ]),
    meansq: (axis: number) =>
      line(indexed('Q', axis), update.after[1]?.[axis] as number, placeAt('meansq', 0, axis), [
        `0.999 × ${print(update.before[1]?.[axis] as number)} + 0.001 × `,
        cell('dweights', axis, slope(axis)),
        '^2',
      ]),
    /** What is taken away: −η·∂w, −η·V, or Adam's ratio. */
    step: (axis: number) =>
      line(`Δ${letter(axis)}`, stepOf(axis), null, [`−${print(rate)} × `, ...direction(axis)]),
    next: (axis: number) =>
      line(`${letter(axis)}′`, update.next[axis] as number, placeAt('stepped', 0, axis), [
        cell('weights', axis, update.at[axis] as number),
        ` − ${print(rate)} × `,
        ...direction(axis),
      ]),
  };

  /** What the learning rate multiplies. */
  function direction(axis: number): ExpressionPart[] {
    const [first, second] = update.after;
    if (optimizer === 'sgd') return [cell('dweights', axis, slope(axis))];
    if (optimizer === 'momentum') return [cell('velocity', axis, first?.[axis] as number)];
    const n = k + 1;
    return [
      cell('meang', axis, first?.[axis] as number),
      ` / (1 − 0.9^${n}) / (sqrt(`,
      cell('meansq', axis, second?.[axis] as number),
      ` / (1 − 0.999^${n})) + 1e−8)`,
    ];
  }

  /** The same from the core's numbers. Kingma & Ba 2015, with bias correction. */
  function stepOf(axis: number): number {
    const [first, second] = [update.after[0]?.[axis] ?? 0, update.after[1]?.[axis] ?? 0];
    if (optimizer === 'sgd') return -rate * slope(axis) + 0;
    if (optimizer === 'momentum') return -rate * first + 0;
    const { beta1, beta2, eps } = ADAM;
    const mean = first / (1 - beta1 ** (k + 1));
    return (-rate * mean) / (Math.sqrt(second / (1 - beta2 ** (k + 1))) + eps) + 0;
  }
}
