import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { StrideModel } from './model.ts';
import type { StrideView } from './view.ts';

/** The rule of the line, with symbols. */
export function ruleOf({ params }: StrideModel, { subject }: StrideView): string {
  const { stride: s, padding } = params;
  const spot = (stride: number): string => inputIndexTex({ ...params, stride }, padding);
  if (subject.kind === 'reads')
    return `${tex('dx')}=\\sum 1\\quad\\text{(}${tex('w')}=1,\\;${tex('dy')}=1\\text{)}`;
  if (subject.kind === 'weight')
    return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('x', spot(s))}\\quad\\text{(}${tex('dy')}=1\\text{)}`;
  if (subject.pass === 'stops')
    return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', spot(s))}\\,${tex('w', 'u,v')}`;
  const times = s === 1 ? '' : s;
  return `${tex('unstrided')}_{i,j}=\\sum_{u,v}${tex('x', spot(1))}\\,${tex('w', 'u,v')}\\qquad ${tex('y', 'i,j')}=${tex('unstrided')}_{${times}i,\\,${times}j}`;
}
