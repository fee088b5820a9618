import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { ConvolutionModel } from './model.ts';
import type { ConvolutionView } from './view.ts';

/** The rule of the pass, with symbols (Goodfellow et al. 2016, ch. 9; Dumoulin & Visin 2016). */
export function ruleOf({ params, sides }: ConvolutionModel, { explanation }: ConvolutionView): string {
  const spot = inputIndexTex(params, sides[0]);
  switch (explanation.tensor) {
    case 'y':
      return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', spot)}\\,${tex('w', 'u,v')}+${tex('b')}`;
    case 'dx':
      return `${tex('dx', spot)}\\mathrel{+}=${tex('dy', 'i,j')}\\,${tex('w', 'u,v')}`;
    case 'dw':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('dy', 'i,j')}\\,${tex('x', spot)}`;
    case 'dy':
      return `${tex('dy')}=${tex('y')}-${tex('target')}`;
    default:
      return `${tex('db')}=\\sum_{i,j}${tex('dy', 'i,j')}`;
  }
}
