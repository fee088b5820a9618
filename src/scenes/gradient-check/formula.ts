import { tex } from '../../formula/symbols.ts';
import { powerText } from '../../kit/plot/powerText.ts';
import type { Text } from '../../language/language.ts';
import { BEST } from './best.ts';
import type { CheckModel } from './model.ts';

import type { CheckView } from './view.ts';

const LOSS = tex('loss');

/** The central difference (CS231n, “Gradient checks”). */
export const ruleOf = (_: CheckModel, { name }: CheckView): string =>
  `${tex(`d${name}`)}\\approx\\bigl(${LOSS}(\\theta+\\varepsilon)-${LOSS}(\\theta-\\varepsilon)\\bigr)\\,/\\,2\\varepsilon`;

/** The ε with the least error: truncation grows with ε², rounding with u/ε. */
export function sizesOf({ params }: CheckModel): { tex: string; sentence: Text } {
  const { format, exponent } = params;
  const best = BEST[format];
  const [digits, power] = best.toExponential(0).split('e');
  const apart = exponent - Math.log10(best);
  const text = `${digits}\u00a0·\u00a0${powerText(Number(power))}`;
  const sentence: Text =
    Math.abs(apart) < 1
      ? {
          en: `In ${format} the best ε is near ${text}: here.`,
          zh: `在 ${format} 下，最好的 ε 约为 ${text}，就在这里。`,
        }
      : apart > 0
        ? {
            en: `Larger than ${text}, the best in ${format}: the curve bends away from the secant.`,
            zh: `比 ${format} 下最好的 ${text} 大：曲线弯离割线。`,
          }
        : {
            en: `Smaller than ${text}, the best in ${format}: rounding takes over.`,
            zh: `比 ${format} 下最好的 ${text} 小：舍入误差占了上风。`,
          };
  return {
    tex: `\\varepsilon^{*}\\approx\\sqrt[3]{\\varepsilon_{\\mathrm m}}\\approx${digits}\\cdot10^{${power}}`,
    sentence,
  };
}
