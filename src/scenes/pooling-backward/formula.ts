import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { PoolBackModel } from './model.ts';
import type { PoolBackView } from './view.ts';

/** The rule of the pass, with symbols (Goodfellow et al. 2016, ch. 9.3 for the forward pass; the chain rule for the rest). */
export function ruleOf(
  { params, kind, stride, sides, payments }: PoolBackModel,
  { window }: PoolBackView,
): string {
  const dy = tex('dy', 'i,j');
  const spot = inputIndexTex({ stride, dilation: 1 }, sides[0]);
  if (kind === 'max')
    return params.method === 'scatter'
      ? `${tex('dx', '\\operatorname{argmax}(i,j)')}\\mathrel{+}=${dy}`
      : `${tex('dx', "i',j'")}=\\sum_{i,j}\\,[\\,\\operatorname{argmax}(i,j)=(i',j')\\,]\\;${dy}`;
  const share = payments[window ?? 0]?.[0]?.share ?? 1;
  const count = Math.round(1 / share);
  return params.method === 'scatter'
    ? `${tex('dx', spot)}\\mathrel{+}=\\tfrac{1}{${count}}\\,${dy}`
    : `${tex('dx', "i',j'")}=\\sum_{i,j}\\tfrac{1}{${count}}\\,${dy}`;
}
