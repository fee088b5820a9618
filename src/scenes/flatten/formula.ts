import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { linearCounts } from '../../tensor/counts.ts';
import type { FlattenModel } from './model.ts';
import type { FlattenView } from './view.ts';

/** The rule of the moment: row-major order, or the dense layer. */
export function ruleOf({ params }: FlattenModel, { subject }: FlattenView): string {
  if (subject === 'logit')
    return `${tex('logits', 'j')}=\\sum_i ${tex('w', 'j,i')}\\,${tex('x', 'i')}+${tex('b', 'j')}`;
  return params.order === 'first'
    ? `${tex('x', 'c,i,j')}\\to c\\,HW+i\\,W+j`
    : `${tex('x', 'c,i,j')}\\to (i\\,W+j)\\,C+c`;
}

/** How many numbers the dense layer learns. */
export function sizesOf({ params, places }: FlattenModel): { readonly tex: string; readonly sentence: Text } {
  const { channels, height, width, classes } = params;
  const count = places.length;
  const { parameters } = linearCounts(count, classes);
  return {
    tex: `${channels}\\cdot${height}\\cdot${width}=${count},\\;\\;${classes}\\cdot${count}+${classes}=\\mathbf{${parameters}}`,
    sentence: {
      en: `${count} numbers in a row; ${parameters} weights and biases, none of them shared.`,
      zh: `${count} 个数排成一行；权重和偏置共 ${parameters} 个，没有一个共享。`,
    },
  };
}
