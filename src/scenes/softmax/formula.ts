import { numberTex, numberText, printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import type { SoftmaxModel } from './model.ts';
import type { SoftmaxView } from './view.ts';

/** The exponent of class j: z/T, less the maximum where it is subtracted. */
function exponent({ params: { temperature, subtract } }: SoftmaxModel, index: string): string {
  const z = tex('logits', index);
  const over = temperature === 1 ? '' : '/T';
  if (!subtract) return `${z}${over}`;
  const less = `${z}-\\max ${tex('logits')}`;
  return over ? `(${less})${over}` : less;
}

/** The rule of the moment (Goodfellow et al. 2016, 4.1 and 6.2.2.3; Bridle 1990). */
export function ruleOf(model: SoftmaxModel, { subject, isEnd }: SoftmaxView): string {
  const over = model.params.temperature === 1 ? '' : '/T';
  const exp = (index: string): string => `e^{${exponent(model, index)}}`;
  switch (isEnd ? 'loss' : subject) {
    case 'exp':
      return `${tex('exps')}:\\;${exp('j')}`;
    case 'sum':
      return `${tex('total')}=\\sum_i ${exp('i')}`;
    case 'loss':
      return `${tex('loss')}=-\\ln ${tex('probs', 't')}`;
    case 'gradient':
      return over
        ? `${tex('dlogits', 'j')}=(${tex('probs', 'j')}-${tex('label', 'j')})${over}`
        : `${tex('dlogits', 'j')}=${tex('probs', 'j')}-${tex('label', 'j')}`;
    default:
      return `${tex('probs', 'j')}=${exp('j')}\\big/\\textstyle\\sum_i ${exp('i')}`;
  }
}

/** What the temperature does to the distance between two logits: shares are in the ratio exp(distance / T). */
export function ratioOf(model: SoftmaxModel): { readonly tex: string; readonly sentence: Text } | null {
  const { z, names, top, params } = model;
  const sorted = Array.from(z.data, (value, k) => ({ value, k })).sort((a, b) => b.value - a.value);
  const second = sorted.find(({ k }) => k !== top);
  if (!second) return null;
  const most = z.data[top] as number;
  const text = (value: number): string => numberTex(numberText(value));
  const gap = `${text(most)}-${second.value < 0 ? `(${text(second.value)})` : text(second.value)}`;
  const ratio = printNumber(Math.exp((most - second.value) / params.temperature));
  const sign = ratio.exact ? '=' : '\\approx';
  const shown = Number.isFinite(Number(ratio.text)) ? ratio.text : '\\infty';
  const [first, other] = [names[top] as Text, names[second.k] as Text];
  return {
    tex: `e^{${params.temperature === 1 ? gap : `(${gap})/${text(params.temperature)}`}}${sign}${numberTex(shown)}`,
    sentence: {
      en: `The share of the ${first.en} is so many times that of the ${other.en}. Only the difference of the two logits counts.`,
      zh: `${first.zh}的份额是${other.zh}的这么多倍：只看两个 logit 之差。`,
    },
  };
}
