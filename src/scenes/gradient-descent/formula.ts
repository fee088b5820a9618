import { numberTex, numberText, printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { type Region, regionOf } from '../../network/rateBounds.ts';
import type { DescentModel } from './model.ts';
import type { DescentView } from './view.ts';

const g = tex('dweights');
const w = tex('weights');

/** The rule of the moment, with symbols. Momentum in PyTorch's convention; Adam by Kingma & Ba 2015, K updates done. */
export function ruleOf({ params, landscape }: DescentModel, { fact, nudge }: DescentView): string {
  if (fact === 'loss') return `L=${landscape.lossTex}`;
  if (fact === 'slope') {
    if (nudge > 0) return `\\frac{L(${w}+\\varepsilon)-L(${w})}{\\varepsilon}`;
    const slopes = landscape.slopeTex.map(
      (rule, i) => `\\frac{\\partial L}{\\partial ${landscape.tex[i]}}=${rule}`,
    );
    return slopes.length === 1 ? `${g}=${slopes[0]}` : slopes.join(',\\quad ');
  }
  if (params.optimizer === 'sgd')
    return fact === 'next' ? `${w}\\leftarrow ${w}-\\eta\\,${g}` : `-\\eta\\,${g}`;
  if (params.optimizer === 'momentum')
    return `${tex('velocity')}\\leftarrow\\mu\\,${tex('velocity')}+${g},\\quad ${w}\\leftarrow ${w}-\\eta\\,${tex('velocity')}`;
  const [m, q] = [tex('meang'), tex('meansq')];
  return `${w}\\leftarrow ${w}-\\eta\\,\\frac{${m}}{1-\\beta_1^{K}}\\Big/\\Big(\\sqrt{\\tfrac{${q}}{1-\\beta_2^{K}}}+10^{-8}\\Big)`;
}

const plain = (value: number): string => numberTex(numberText(value));

const SAID: Readonly<Record<Region, Text>> = {
  slow: {
    en: 'Too small: after all updates over a tenth of the way is left.',
    zh: '太小：更新完了，还剩一成多的路。',
  },
  smooth: { en: 'Comes nearer with every update, without overshoot.', zh: '每次更新都更近，不会越过谷底。' },
  bounces: { en: 'Jumps across the bottom, each time nearer.', zh: '一次次越过谷底，但越来越近。' },
  edge: { en: 'Exactly at the bound: jumps to and fro for ever.', zh: '正好在界上：永远来回跳。' },
  diverges: { en: 'Diverges: each jump is larger than the last.', zh: '发散：一步比一步大。' },
};

/** What the rail says under its sliders: the bound of the rate, and on which side of it this one lies. */
export function sizesOf(
  { bounds, params, lambda }: DescentModel,
  held: string | null,
): { tex: string; sentence: Text } | null {
  if (held !== null && held !== 'rate' && held !== 'mu') return null;
  if (params.optimizer === 'adam')
    return {
      tex: `\\left|\\Delta w\\right|\\approx\\eta=${plain(params.rate)}`,
      sentence: {
        en: 'Adam’s step depends little on how steep it is.',
        zh: 'Adam 一步走多远，与坡度关系不大。',
      },
    };
  const [most = 0] = lambda;
  if (!bounds)
    return {
      tex: `\\lambda=${lambda.map(plain).join(',\\;')}`,
      sentence: {
        en: 'A negative curvature: here is no bottom to come to rest in.',
        zh: '有一个曲率为负：这里没有谷底可停。',
      },
    };
  const { mu, optimizer } = params;
  const moving = optimizer === 'momentum';
  return {
    tex: `\\eta<\\frac{2${moving ? '(1+\\mu)' : ''}}{\\lambda}=\\frac{${moving ? plain(2 * (1 + mu)) : '2'}}{${plain(most)}}${exactly(bounds.stable, most, moving ? 2 * (1 + mu) : 2) ? '=' : '\\approx'}${plain(bounds.stable)}`,
    sentence:
      moving && regionOf(params.rate, bounds) === 'bounces'
        ? { en: 'Swings to and fro, each time less.', zh: '来回摆动，一次比一次小。' }
        : SAID[regionOf(params.rate, bounds)],
  };
}

/** Whether the printed quotient is the quotient of the printed numbers. */
function exactly(quotient: number, below: number, above: number): boolean {
  return printNumber(quotient).exact && printNumber(below).exact && printNumber(above).exact;
}
