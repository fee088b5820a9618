import { numberTex, numberText } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import type { LearnModel } from './model.ts';
import type { LearnView } from './view.ts';

/** The rule of the cell that is asked for; else that of a step. */
export function ruleOf(_: LearnModel, { asked }: LearnView): string {
  const sum = (kernel: string): string => `\\sum_{u,v}${tex('x', 'i+u,j+v')}\\,${tex(kernel, 'u,v')}`;
  switch (asked?.grid) {
    case 'y':
      return `${tex('y', 'i,j')}=${sum('w')}`;
    case 't':
      return `${tex('target', 'i,j')}=${sum('goal')}`;
    case 'dw':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('dy', 'i,j')}\\,${tex('x', 'i+u,j+v')}`;
    case 'dy':
      return `L=\\frac1M\\sum(${tex('y')}-${tex('target')})^2,\\quad ${tex('dy', 'i,j')}=\\frac2M(${tex('y', 'i,j')}-${tex('target', 'i,j')})`;
    default:
      return `${tex('w')}\\leftarrow ${tex('w')}-\\eta\\,${tex('dw')}`;
  }
}

/** How large the learning rate may be, for these pictures. */
export function boundOf({ bowl }: LearnModel): { readonly tex: string; readonly sentence: Text } {
  const { bound, curvatures, learnable } = bowl;
  return {
    tex: `\\eta<\\frac{2}{\\lambda_{\\max}}=\\frac{2}{${numberTex(numberText(curvatures[0] as number))}}\\approx\\mathbf{${numberTex(numberText(bound))}}`,
    sentence: {
      en: `${learnable} of 9 directions can be learned from these pictures.`,
      zh: `从这些图像里，9 个方向中能学到 ${learnable} 个。`,
    },
  };
}
