import { thousands } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { BEND_TEX } from './bend.ts';
import type { LayerModel } from './model.ts';

/** The layer's two lines (Goodfellow et al. 2016, ch. 9; CS231n notes). */
export function ruleOf({ params, maps }: LayerModel): string {
  const { stride, padding, activation } = params;
  const place = (o: string, k: string): string =>
    `${stride === 1 ? '' : stride}${o}+${k}${padding === 0 ? '' : `-${padding}`}`;
  const channel = maps === 1 ? '0' : 'c';
  const spot = `${channel},\\,${place('i', 'u')},\\,${place('j', 'v')}`;
  const sum = `\\sum_{${maps === 1 ? '' : 'c,'}u,v}${tex('w', `f,${channel},u,v`)}\\,${tex('x', spot)}+${tex('b', 'f')}`;
  return `${tex('pre', 'f,i,j')}=${sum}\\qquad ${tex('act')}=\\varphi(z)=${BEND_TEX[activation]}`;
}

/** What the layer costs and what it cuts; while stride or padding is held, the side of a map. */
export function sizesOf(
  model: LayerModel,
  held: string | null,
): { readonly tex: string; readonly sentence: Text } {
  const { params, k, maps, side, out, counts, zeros, a } = model;
  const { filters, stride, padding } = params;
  if (held === 'stride' || held === 'padding')
    return {
      tex: `\\lfloor(${side}+2\\cdot ${padding}-${k})/${stride}\\rfloor+1=\\mathbf{${out}}`,
      sentence: { en: `Each map has ${out} × ${out} numbers.`, zh: `每张图有 ${out} × ${out} 个数。` },
    };
  const cut = zeros.reduce((sum, count) => sum + count, 0);
  const work = thousands(counts.multiplyAdds);
  return {
    tex: `${filters}\\cdot ${maps}\\cdot ${k}^2+${filters}=\\mathbf{${counts.parameters}}`,
    sentence: {
      en: `parameters, ${work} multiply-adds; ${cut} of ${a.size} activations are 0.`,
      zh: `个参数，${work} 次乘加。${a.size} 个激活值中有 ${cut} 个是 0。`,
    },
  };
}
