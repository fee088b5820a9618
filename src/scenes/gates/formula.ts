import { numberTex, printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import { counted, type Text } from '../../language/language.ts';
import type { GatesModel } from './model.ts';
import type { GateName, GatesParams } from './parameters.ts';
import type { GatesView } from './view.ts';

/** The functions and their slopes (Glorot, Bordes & Bengio 2011; Maas et al. 2013; CS231n, “Neural Networks Part 1”). */
const RULES: Readonly<Record<GateName, string>> = {
  relu: '\\max(0,z)',
  leakyRelu: '[z>0]\\,z+[z\\le0]\\,\\alpha z',
  sigmoid: '\\sigma(z)',
  tanh: '\\tanh z',
};
const SLOPES: Readonly<Record<GateName, string>> = {
  relu: '[z>0]',
  leakyRelu: '[z>0]+[z\\le0]\\,\\alpha',
  sigmoid: '\\sigma(z)\\,(1-\\sigma(z))',
  tanh: '1-\\tanh^2z',
};

const SENTENCES: Readonly<Record<GateName, Text>> = {
  relu: { en: 'Open is 1, shut is 0; at 0 itself we take 0.', zh: '开是 1，关是 0；恰在 0 处取 0。' },
  leakyRelu: { en: 'Open is 1; shut still lets α through.', zh: '开是 1；关上也还漏过 α。' },
  sigmoid: { en: 'Never more than a quarter, where z is 0.', zh: '至多四分之一，在 z = 0 处。' },
  tanh: { en: 'Up to 1 where z is 0, far out next to 0.', zh: 'z = 0 处为 1，远处几乎为 0。' },
};

/** The rule of the line, with symbols. */
export function ruleOf({ params }: GatesModel, { way }: GatesView): string {
  if (way === 'gate') return `\\varphi'(z)=${SLOPES[params.name]}`;
  if (way === 'forward') return `${tex('act')}=\\varphi(${tex('pre')})=${RULES[params.name]}`;
  if (way === 'backward') return `${tex('dpre')}=${tex('dact')}\\odot\\varphi'(${tex('pre')})`;
  return `${tex('dact', 'l-1')}=${tex('dact', 'l')}\\;${tex('w')}\\,\\varphi'(${tex('pre', 'l')})`;
}

/** The steepest that a function can be. */
export const steepest = (name: GateName): number => (name === 'sigmoid' ? 0.25 : 1);

/** What the layers leave at most: (w · max φ′) to the power of their number. */
export const mostLeft = ({ name, weight }: Pick<GatesParams, 'name' | 'weight'>, layers: number): number =>
  (weight * steepest(name)) ** layers;

/** Under the sliders: the gate of the function; while depth or weight is held, what can be left at most. */
export function sizesOf({ params }: GatesModel, held: string | null): { tex: string; sentence: Text } | null {
  const { name, depth, weight, show } = params;
  if (held === 'size') return null;
  if (show === 'one' || (held !== 'depth' && held !== 'weight'))
    return { tex: `\\varphi'(z)=${SLOPES[name]}`, sentence: SENTENCES[name] };
  const most = mostLeft(params, depth);
  const printed = printNumber(most, { digits: most < 0.01 ? 5 : 3 });
  return {
    tex: `(${weight}\\cdot${steepest(name)})^{${depth}}${printed.exact ? '=' : '\\approx'}${numberTex(printed.text)}`,
    sentence: {
      en: `${counted(depth, 'layer')} can leave no more than this.`,
      zh: `经过 ${depth} 层，剩下的至多这么多。`,
    },
  };
}
