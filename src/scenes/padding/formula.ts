import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingView } from './view.ts';

/** The rule of the line, with symbols. */
export function ruleOf({ params }: PaddingModel, { subject }: PaddingView): string {
  const spot = inputIndexTex(params, 0);
  switch (subject.kind) {
    case 'uses':
      return `${tex('dx')}=\\sum 1\\quad\\text{(}${tex('w')}=1,\\;${tex('dy')}=1\\text{)}`;
    case 'weight':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('padded', spot)}\\quad\\text{(}${tex('dy')}=1\\text{)}`;
    case 'border':
      return {
        zeros: `${tex('x', '-1')}=${tex('x', 'n')}=0`,
        reflect: `${tex('x', '-1')}=${tex('x', '1')}\\qquad${tex('x', 'n')}=${tex('x', 'n-2')}`,
        replicate: `${tex('x', '-1')}=${tex('x', '0')}\\qquad${tex('x', 'n')}=${tex('x', 'n-1')}`,
        circular: `${tex('x', '-1')}=${tex('x', 'n-1')}\\qquad${tex('x', 'n')}=${tex('x', '0')}`,
      }[params.mode];
    case 'window':
      return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('padded', spot)}\\,${tex('w', 'u,v')}`;
  }
}
