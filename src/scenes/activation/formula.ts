import { numberTex, printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import type { ActivationName } from '../../tensor/activations.ts';
import type { ActivationModel } from './model.ts';
import type { ActivationView } from './view.ts';

/**
 * The functions, the long ones small enough for the rail. Sources: Glorot, Bordes & Bengio 2011; Maas et al. 2013; Clevert et al. 2016; Hendrycks & Gimpel
 * 2016 (u is √(2/π) (z + 0.044715 z³)); Ramachandran et al. 2017.
 */
const RULES: Readonly<Record<ActivationName, string>> = {
  relu: '\\max(0,\\,z)',
  leakyRelu: '\\footnotesize [z>0]\\,z+[z\\le 0]\\,\\alpha z',
  elu: '\\footnotesize [z>0]\\,z+[z\\le 0]\\,\\alpha\\,(e^{z}-1)',
  sigmoid: '1/(1+e^{-z})',
  tanh: '\\tanh z',
  gelu: 'z\\,\\Phi(z)',
  geluTanh: '\\tfrac12 z\\,(1+\\tanh u)',
  silu: 'z\\,\\sigma(z)',
};

/** The rule of the line, with symbols. */
export function ruleOf({ params }: ActivationModel, { subject, way }: ActivationView): string {
  const rule = RULES[params.name].replace('\\footnotesize ', '');
  if (subject === 'point') return `\\varphi(z)=${rule}`;
  if (way === 'backward') return `${tex('dpre')}=${tex('dact')}\\odot\\varphi'(${tex('pre')})`;
  return `${tex('act')}=\\varphi(${tex('pre')})=${rule}`;
}

/** What the rail says under its sliders: the function; while the number of layers is held, its slope to that power. */
export function sizesOf(model: ActivationModel, held: string | null): { tex: string; sentence: Text } | null {
  if (held !== null && held !== 'depth') return null;
  const { params, slope } = model;
  const { name, z, depth } = params;
  const one = printNumber(slope(z));
  const left = slope(z) ** depth;
  // 0.003906, not 0.0039: the small shares are the point. Still smaller ones keep their digits anyway.
  const all = printNumber(left, { digits: Math.abs(left) < 0.01 && Math.abs(left) >= 0.001 ? 5 : 3 });
  const exact = one.exact && all.exact && Number(one.text.replace('−', '-')) ** depth === left;
  const base =
    one.text.startsWith('−') || one.text.includes('e') ? `(${numberTex(one.text)})` : numberTex(one.text);
  const layers = depth === 1 ? 'One layer' : `${depth} layers`;
  return {
    tex:
      held === 'depth'
        ? `\\varphi'(z)^{${depth}}=${base}^{${depth}}${exact ? '=' : '\\approx'}${numberTex(all.text)}`
        : RULES[name].replace(/^(\\footnotesize )?/, '$1\\varphi(z)='),
    sentence: {
      en: `${layers} with slope ${one.text} ${depth === 1 ? 'multiplies' : 'multiply'} a gradient by ${all.text}.`,
      zh: `每层乘 ${one.text}，${depth} 层合计乘 ${all.text}。`,
    },
  };
}
