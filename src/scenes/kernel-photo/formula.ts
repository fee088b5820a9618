import { tex } from '../../formula/symbols.ts';
import type { KernelPhotoModel } from './model.ts';

/** The rule with symbols: the kernel as it stands, or turned (Goodfellow et al. 2016, eq. 9.4 and 9.6). */
export function ruleOf({ params, k }: KernelPhotoModel): string {
  const weight = params.operation === 'correlation' ? 'u,v' : `${k - 1}-u,\\;${k - 1}-v`;
  return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', 'i+u,\\;j+v')}\\,${tex('w', weight)}+${tex('b')}`;
}
