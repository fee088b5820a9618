import { tex } from '../../formula/symbols.ts';
import { GREY, type PushModel } from './model.ts';

/** The rule of a step: FGSM (Goodfellow et al. 2014), gradient descent on the picture, or ascent with decay. */
export function ruleOf({ walk: { push }, params }: PushModel): string {
  const { goal, rule, keep } = push;
  const gradient = tex('dx');
  const step =
    rule === 'sign' ? `\\tfrac{${params.levels}}{255}\\operatorname{sign}${gradient}` : `\\eta\\,${gradient}`;
  const isDown = goal.kind === 'loss' && goal.direction < 0;
  const x = tex('x');
  const kept = keep === 1 ? x : `${GREY}+(1-\\kappa)(${x}-${GREY})`;
  const moved = `${kept}${isDown ? '-' : '+'}${step}`;
  const what = goal.kind === 'loss' ? `${tex('loss')}=-\\ln ${tex('probs', String(goal.label))}` : '';
  const rest = params.clip ? `\\min\\big(1,\\max(0,\\;${moved})\\big)` : moved;
  return `${x}\\leftarrow ${rest}${what ? `,\\qquad ${what}` : ''}`;
}
