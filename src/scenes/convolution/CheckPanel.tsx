import { useState } from 'react';
import { cellName } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { useFigureState, useSay } from '../../figures/figureContext.ts';
import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { checkGradient, type GradientCheck } from './gradientCheck.ts';
import type { ConvolutionModel } from './model.ts';

const WORDS = {
  button: { en: 'Check it ±ε', zh: '验一验 ±ε' },
  title: { en: 'Nudge one number, watch the loss', zh: '轻推一个数，看损失怎么变' },
  epsilon: { en: 'Nudge ε', zh: '微小量 ε' },
  secant: { en: 'slope of the secant', zh: '割线斜率' },
  backprop: { en: 'backpropagation says', zh: '反向传播给出' },
  difference: { en: 'difference', zh: '相差' },
  pinFirst: {
    en: 'Pin a number of the input, the kernel or the bias (or of a gradient); it is checked here.',
    zh: '先固定输入、卷积核、偏置（或它们的梯度）中的一个数，再在这里验证。',
  },
  close: { en: 'Close', zh: '关闭' },
} as const;

const LARGEST = 1;
const SMALLEST = 12;

/** Opens and closes the panel. */
export function CheckButton({ open, onToggle }: { readonly open: boolean; onToggle(): void }) {
  const say = useSay();
  return (
    <button type="button" className="tool-button" aria-expanded={open} onClick={onToggle}>
      {say(WORDS.button)}
    </button>
  );
}

/** The secant with all its digits: the two losses agree in most of them, so none may be dropped. */
function secantLine({ lossPlus, lossMinus, epsilon, secant }: GradientCheck): ExpressionLine {
  const full = (value: number): string => operand(printNumber(value, { full: true }).text);
  return expressionLine(`(${full(lossPlus)} − ${full(lossMinus)}) / (2 × ${full(epsilon)})`, secant, {
    full: true,
  });
}

/** Nudges the pinned number by ±ε in float64 and sets the secant beside backpropagation's number. */
export function CheckPanel({ model, onClose }: { readonly model: ConvolutionModel; onClose(): void }) {
  const say = useSay();
  const [exponent, setExponent] = useState(5);
  const pinned = useFigureState((state) => state.pinned);
  const check = pinned ? checkGradient(model, pinned, 10 ** -exponent) : null;
  const print = (value: number): string => printNumber(value, { digits: 9 }).text;
  return (
    <section className="check-panel" aria-label={say(WORDS.title)}>
      <h4>{say(WORDS.title)}</h4>
      {check && pinned ? (
        <>
          <label>
            {say(WORDS.epsilon)} = 10<sup>−{exponent}</sup>
            <input
              type="range"
              min={LARGEST}
              max={SMALLEST}
              value={exponent}
              onChange={(event) => setExponent(Number(event.target.value))}
            />
          </label>
          <dl>
            <dt>L({cellName(pinned.tensor.replace(/^d/, ''), [pinned.row, pinned.col])} + ε)</dt>
            <dd>{print(check.lossPlus)}</dd>
            <dt>L({cellName(pinned.tensor.replace(/^d/, ''), [pinned.row, pinned.col])} − ε)</dt>
            <dd>{print(check.lossMinus)}</dd>
            <dt>{say(WORDS.backprop)}</dt>
            <dd data-backprop={check.backpropagated}>{print(check.backpropagated)}</dd>
            <dt>{say(WORDS.difference)}</dt>
            <dd data-difference={check.difference}>{printNumber(check.difference, { digits: 9 }).text}</dd>
          </dl>
          <div data-secant={check.secant}>
            <ExpressionRow head={say(WORDS.secant)} of="gradient" line={secantLine(check)} />
          </div>
        </>
      ) : (
        <p>{say(WORDS.pinFirst)}</p>
      )}
      <button type="button" className="text-button" onClick={onClose}>
        {say(WORDS.close)}
      </button>
    </section>
  );
}
