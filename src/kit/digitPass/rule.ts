import { tex } from '../../formula/symbols.ts';
import { FACTS, nodeAt, numberOf } from './nodes.ts';
import type { Subject } from './subject.ts';

/** The rule by which the subject is made (Goodfellow et al. 2016, ch. 6 and 9). */
export function ruleOf({ node, isBack }: Subject): string {
  const of = (name: typeof node): string => tex(FACTS[name].symbols[isBack ? 1 : 0]);
  const k = numberOf(node);
  if (!isBack) {
    const from = k > 0 ? of(nodeAt(k - 1)) : '';
    switch (FACTS[node].by) {
      case 'conv':
        return `${of(node)}_{f,i,j}=\\sum_{c,u,v}${tex('w', 'f,c,u,v')}\\,${from}_{c,\\,i+u-2,\\,j+v-2}+${tex('b', 'f')}`;
      case 'relu':
        return `${of(node)}=\\max(0,${from})`;
      case 'pool':
        return `${of(node)}_{c,i,j}=\\max_{u,v\\in\\{0,1\\}}${from}_{c,\\,2i+u,\\,2j+v}`;
      case 'dense':
        return `${tex('logits', 'k')}=\\sum_{c,i,j}${tex('w', 'k,c,i,j')}\\,${from}_{c,i,j}+${tex('b', 'k')}`;
      case 'softmax':
        return `${tex('probs', 'k')}=\\frac{e^{${tex('logits', 'k')}}}{\\sum_j e^{${tex('logits', 'j')}}}`;
      default:
        return `${tex('x')}=\\frac{\\text{byte}}{255}`;
    }
  }
  const after = nodeAt(k + 1);
  const from = of(after);
  switch (FACTS[after].by) {
    case 'conv':
      return `${of(node)}_{c}=\\sum_{f}${from}_{f}\\star\\mathrm{rot}_{180}${tex('w', 'f,c')}`;
    case 'relu':
      return `${of(node)}=[${tex(FACTS[node].symbols[0])}>0]\\,${from}`;
    case 'pool':
      return `${of(node)}=[\\text{max}]\\,${from}`;
    case 'dense':
      return `${of(node)}_{c,i,j}=\\sum_{k}${tex('dlogits', 'k')}\\,${tex('w', 'k,c,i,j')}`;
    default:
      return `${tex('dlogits', 'k')}=${tex('probs', 'k')}-${tex('target', 'k')}`;
  }
}
