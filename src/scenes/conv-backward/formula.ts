import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { Text } from '../../language/language.ts';
import type { BackwardModel } from './model.ts';
import { type BackwardParams, hasPlanes } from './parameters.ts';
import type { BackwardView } from './view.ts';

/** The rule of the pass, with symbols (Goodfellow et al. 2016, ch. 9; Dumoulin & Visin 2016, §4.6). */
export function ruleOf({ params, sides }: BackwardModel, { explanation }: BackwardView): string {
  const spot = inputIndexTex(params, sides[0]);
  if (hasPlanes(params)) return ruleOfPlanes(params, spot, explanation.tensor);
  switch (explanation.tensor) {
    case 'dx':
      return params.method === 'scatter'
        ? `${tex('dx', spot)}\\mathrel{+}=${tex('dy', 'i,j')}\\,${tex('w', 'u,v')}`
        : `${tex('dx')}=\\mathrm{pad}(\\uparrow_{${params.stride}}${tex('dy')})\\star\\mathrm{rot}_{180}${tex('w')}`;
    case 'dw':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('dy', 'i,j')}\\,${tex('x', spot)}`;
    case 'db':
      return `${tex('db')}=\\sum_{i,j}${tex('dy', 'i,j')}`;
    default:
      return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', spot)}\\,${tex('w', 'u,v')}+${tex('b')}`;
  }
}

/** The same with the planes of each: a pixel of channel c is paid by every filter f. */
function ruleOfPlanes({ method, stride }: BackwardParams, spot: string, tensor: string): string {
  const [w, dy] = [tex('w', 'f,c,u,v'), tex('dy', 'f,i,j')];
  switch (tensor) {
    case 'dx':
      return method === 'scatter'
        ? `${tex('dx', `c,\\;${spot}`)}\\mathrel{+}=${dy}\\,${w}`
        : `${tex('dx', 'c')}=\\sum_{f}\\mathrm{pad}(\\uparrow_{${stride}}${tex('dy', 'f')})\\star\\mathrm{rot}_{180}${tex('w', 'f,c')}`;
    case 'dw':
      return `${tex('dw', 'f,c,u,v')}=\\sum_{i,j}${dy}\\,${tex('x', `c,\\;${spot}`)}`;
    case 'db':
      return `${tex('db', 'f')}=\\sum_{i,j}${dy}`;
    default:
      return `${tex('y', 'f,i,j')}=\\sum_{c,u,v}${tex('x', `c,\\;${spot}`)}\\,${w}+${tex('b', 'f')}`;
  }
}

/** How the gradient's grid becomes as wide as the gather needs: s(o − 1) + 1, and the frame around it. */
export function spreadSizes({ params, out, frame, extent }: BackwardModel): {
  readonly tex: string;
  readonly sentence: Text;
} {
  const { stride, input } = params;
  const spread = (out - 1) * stride + 1;
  const [before, after] = frame;
  const wide = spread + before + after;
  const zeros = stride - 1;
  return {
    tex: `\\uparrow_{${stride}}${tex('dy')}:\\;${stride}\\cdot(${out}-1)+1+${before}+${after}=\\mathbf{${wide}}`,
    sentence: {
      en: `${zeros === 0 ? 'No zero' : zeros === 1 ? '1 zero' : `${zeros} zeros`} between, ${before} before, ${after} after; ${wide} − ${extent} + 1 = ${input}, the size of x.`,
      zh: `中间插 ${zeros} 个零，前面 ${before} 圈，后面 ${after} 圈；${wide} − ${extent} + 1 = ${input}，正是 x 的大小。`,
    },
  };
}
