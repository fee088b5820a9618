import { tex } from '../../formula/symbols.ts';
import type { VolumeModel } from './model.ts';
import type { VolumeView } from './view.ts';

/** The rule with symbols (CS231n notes; Goodfellow et al. 2016, ch. 9; Howard et al. 2017 for the share). */
export function ruleOf({ params }: VolumeModel, { kind }: VolumeView): string {
  if (kind === 'cost') return '\\frac{C\\,k^2+F\\,C}{F\\,C\\,k^2}=\\frac{1}{F}+\\frac{1}{k^2}';
  const channel = params.groups === 1 ? 'c' : 'c_0(f)+c';
  return `${tex('y', 'f,i,j')}=${tex('b', 'f')}+\\sum_{c}${tex('s', 'c')}\\qquad ${tex('s', 'c')}=\\sum_{u,v}${tex('w', 'f,c,u,v')}\\,${tex('x', `${channel},\\;i+u,\\;j+v`)}`;
}
