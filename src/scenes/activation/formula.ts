import type { ActivationName } from '../../tensor/activations.ts';
import type { ActivationModel } from './model.ts';
import type { ActivationView } from './view.ts';

interface Rule {
  readonly g: string;
  readonly slope: string;
  /** What a letter of the rule stands for. */
  readonly where?: string;
}

/**
 * The functions and their slopes with `z` as it is to stand: `b` bare, as in f(−1.3), `z` as a factor, (−1.3).
 * Sources: Glorot, Bordes & Bengio 2011; Maas et al. 2013; Clevert et al. 2016; Hendrycks & Gimpel 2016;
 * Ramachandran et al. 2017.
 */
const RULES: Readonly<Record<ActivationName, (b: string, z: string, alpha: string) => Rule>> = {
  relu: (b) => ({ g: `\\max(0,\\,${b})`, slope: `[${b}>0]` }),
  leakyRelu: (b, z, alpha) => ({
    g: `[${b}>0]\\,${z}+[${b}\\le 0]\\,${alpha}\\cdot ${z}`,
    slope: `[${b}>0]+[${b}\\le 0]\\,${alpha}`,
  }),
  elu: (b, z, alpha) => ({
    g: `[${b}>0]\\,${z}+[${b}\\le 0]\\,${alpha}\\,(e^{${b}}-1)`,
    slope: `[${b}>0]+[${b}\\le 0]\\,${alpha}\\,e^{${b}}`,
  }),
  sigmoid: (b, z) => ({ g: `\\frac{1}{1+e^{-${z}}}`, slope: `\\sigma(${b})\\,(1-\\sigma(${b}))` }),
  tanh: (b) => ({ g: `\\tanh(${b})`, slope: `1-\\tanh^2(${b})` }),
  gelu: (b, z) => ({ g: `${z}\\cdot\\Phi(${b})`, slope: `\\Phi(${b})+${z}\\cdot\\Phi'(${b})` }),
  geluTanh: (_, z) => ({
    g: `\\tfrac12\\cdot ${z}\\,(1+\\tanh u)`,
    slope: `\\tfrac12(1+\\tanh u)+\\tfrac12\\cdot ${z}\\,(1-\\tanh^2u)\\,u'`,
    where: 'u=\\sqrt{\\tfrac2\\pi}\\,(z+0.044715\\,z^3)',
  }),
  silu: (b, z) => ({
    g: `${z}\\cdot\\sigma(${b})`,
    slope: `\\sigma(${b})+${z}\\cdot\\sigma(${b})\\,(1-\\sigma(${b}))`,
  }),
};

/** The rule with symbols. */
export function ruleTex(name: ActivationName): Rule {
  const rule = RULES[name]('z', 'z', '\\alpha');
  return {
    g: `\\varphi(z)=${rule.g}${rule.where ? `,\\;\\;${rule.where}` : ''}`,
    slope: `\\varphi'(z)=${rule.slope}`,
  };
}

const plain = (text: string): string => text.replaceAll('−', '-');
const SIGNS = { '=': '=', '≈': '\\approx' } as const;

/** The rule with the numbers of the point. */
export function pointTex({ params }: ActivationModel, { point }: ActivationView): Rule {
  const z = String(params.z);
  const rule = RULES[params.name](z, params.z < 0 ? `(${z})` : z, String(params.alpha));
  return {
    g: `\\varphi(${z})=${rule.g}${SIGNS[point.value.sign]}${plain(point.value.right)}`,
    slope: `\\varphi'(${z})=${rule.slope}${SIGNS[point.slope.sign]}${plain(point.slope.right)}`,
  };
}
