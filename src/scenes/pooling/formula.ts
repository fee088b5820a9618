import { tex } from '../../formula/symbols.ts';
import { inputIndexTex } from '../../kit/convolution/indexTex.ts';
import type { PoolingModel } from './model.ts';
import { divisorOf } from './progress.ts';
import type { PoolingView } from './view.ts';

/** The rule with symbols (Goodfellow et al. 2016, ch. 9.3). */
export function ruleOf(
  { params, kind, stride, sides, channels }: PoolingModel,
  { progress }: PoolingView,
): string {
  const several = channels > 1 ? 'c,\\,' : '';
  const spot = params.global ? 'u,v' : inputIndexTex({ stride, dilation: 1 }, sides[0]);
  const left = params.global ? tex('y', channels > 1 ? 'c' : '') : tex('y', `${several}i,j`);
  const right = tex('x', `${several}${spot}`);
  const { explanation } = progress;
  if (kind === 'max' || explanation.kind === 'choice') return `${left}=\\max_{u,v}${right}`;
  return `${left}=\\frac{1}{${divisorOf(explanation)}}\\sum_{u,v}${right}`;
}
