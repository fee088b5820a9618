import { tex } from '../../formula/symbols.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import type { SaliencyModel } from './model.ts';

/** Grad-CAM (Selvaraju et al. 2017, eq. 1 and 2); without the mean, cell by cell (Draelos & Carin 2020). */
export function camRule({ params: { layer, averaged } }: SaliencyModel): string {
  const [maps, gradients] = FACTS[layer].symbols;
  const area = FACTS[layer].rows * FACTS[layer].cols;
  const weight = averaged ? tex('alpha', 'k') : tex(gradients, 'k,i,j');
  const rule = `${tex('cam', 'i,j')}=\\max\\Big(0,\\;\\sum_k ${weight}\\,${tex(maps, 'k,i,j')}\\Big)`;
  return averaged
    ? `${tex('alpha', 'k')}=\\frac{1}{${area}}\\sum_{i,j}${tex(gradients, 'k,i,j')}\\qquad ${rule}`
    : rule;
}

/** Where the way back begins: at one score, or at one share. */
export const givenRule = ({ of, label }: SaliencyModel): string =>
  of === 'score'
    ? `${tex('dlogits', 'k')}=[k=${label}]`
    : `${tex('dlogits', 'k')}=${tex('probs', String(label))}\\,([k=${label}]-${tex('probs', 'k')})`;
