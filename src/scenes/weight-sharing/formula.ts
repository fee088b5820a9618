import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import { type Counted, INPUTS, OUTPUTS } from './model.ts';
import type { SharingView } from './view.ts';

/** The three counts as expressions (Goodfellow, Bengio & Courville 2016, §9.2). */
export function countRows({ inputs, outputs, each, dense, local, shared }: Counted) {
  const filters = shared / each;
  return [
    { id: 'dense', left: `${inputs} × ${outputs} + ${outputs}`, value: dense },
    { id: 'local', left: `${outputs} × ${each}`, value: local },
    { id: 'shared', left: `${filters} × ${each}`, value: shared },
  ] as const;
}

/** The drawn layer began with all its weights and biases; every step gave one up. */
export const drawnLeft = (view: SharingView): string => {
  const start = OUTPUTS * (INPUTS + 1);
  return `${INPUTS} × ${OUTPUTS} + ${OUTPUTS} − ${start - view.layer.left}`;
};

/** The rule of what is on the screen, with symbols. */
export function ruleOf(view: SharingView): string {
  const { stage, sum } = view;
  const shares = stage === 'sharing' || stage === 'shared' || stage === 'gradient';
  const dense = stage === 'dense' || stage === 'cutting';
  switch (sum.tensor) {
    case 'y':
      if (dense) return `${tex('y', 'i')}=\\sum_{i'}${tex('w', "i,i'")}\\,${tex('x', "i'")}+${tex('b', 'i')}`;
      return shares
        ? `${tex('y', 'i')}=\\sum_{u}${tex('w', 'u')}\\,${tex('x', 'i+u')}+${tex('b')}`
        : `${tex('y', 'i')}=\\sum_{u}${tex('w', 'i,u')}\\,${tex('x', 'i+u')}+${tex('b', 'i')}`;
    case 'dx':
      return `${tex('dx', "i'")}=\\sum_{i}${tex('dy', 'i')}\\,${tex('w', "i,i'")}`;
    case 'dw':
      return `${tex('dw', "i,i'")}=${tex('dy', 'i')}\\,${tex('x', "i'")}`;
    case 'dshared':
      return `${tex('dw', 'u')}=\\sum_{i}${tex('dy', 'i')}\\,${tex('x', 'i+u')}`;
    case 'db':
      return shares ? `${tex('db')}=\\sum_{i}${tex('dy', 'i')}` : `${tex('db', 'i')}=${tex('dy', 'i')}`;
  }
}

/** The line of the moment in LaTeX. */
export function lineTex({ sum, line, done }: SharingView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = sum.terms
    .slice(0, done)
    .map((term) => term.factors.map((factor) => number(factor.value)).join(' \\times '));
  const head = sum.head.replace('∂', '\\partial ').replace(
    /[₀-₉,]+$/,
    (digits) =>
      `_{${[...digits]
        .map((d) => '₀₁₂₃₄₅₆₇₈₉'.indexOf(d))
        .map((d) => (d < 0 ? ',' : d))
        .join('')}}`,
  );
  const sign = line.sign === '=' ? '=' : '\\approx';
  return `${head} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
