import { memo, useId, useState } from 'react';
import { printNumber } from '../formula/numbers.ts';
import { readTyped } from '../formula/typed/readTyped.ts';
import { noteText, problemText } from '../formula/typed/typedText.ts';
import type { Text } from '../language/language.ts';
import { useFigure, useSay } from './figureContext.ts';
import { useLatest } from './useLatest.ts';

type Texts = [string, string, string, string];

export interface ParamSliderProps {
  readonly label: Text;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Said instead of the number, e.g. "1 before, 2 after". */
  readonly valueText?: string | undefined;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

const WORDS = {
  field: { en: (name: string) => `${name} as a number`, zh: (name: string) => `${name}（数值）` },
  kept: {
    en: (kept: string) => ` It stays ${kept}.`,
    zh: (kept: string) => `仍为 ${kept}。`,
  },
  outside: {
    en: (min: string, max: string, taken: string) => `Only ${min} to ${max} fit here: ${taken} was taken.`,
    zh: (min: string, max: string, taken: string) => `此处只能取 ${min} 到 ${max}，已取 ${taken}。`,
  },
  between: {
    en: (step: string, taken: string) => `It goes in steps of ${step}: ${taken} was taken.`,
    zh: (step: string, taken: string) => `每档相差 ${step}，已取 ${taken}。`,
  },
};

/**
 * A slider with its number field. Neither can leave the range: what is typed outside goes to the edge, what
 * is between two steps to the nearer, and a note says so.
 */
export function ParamSlider(props: ParamSliderProps) {
  const { value, min, max, step = 1, valueText, disabled = false, onChange } = props;
  const { language } = useFigure();
  const say = useSay();
  const label = say(props.label);
  const id = useId();
  const shown = printNumber(value).text;
  // What is being typed, as long as the number under it stays the same.
  const [typed, setTyped] = useState({ text: shown, over: shown });
  const draft = typed.over === shown ? typed.text : shown;
  const setDraft = (text: string): void => setTyped({ text, over: shown });
  const [note, setNote] = useState('');
  const take = (text: string): void => {
    // What is shown may be rounded: left as it is, it changes nothing.
    if (text === shown) return;
    setDraft(shown);
    const typed = readTyped(text);
    if ('problem' in typed) {
      setNote(problemText(typed.problem, text, language) + WORDS.kept[language](shown));
      return;
    }
    const number = typed.value;
    const taken = Math.min(max, Math.max(min, min + Math.round((number - min) / step) * step));
    const [low, high, by, at] = [min, max, step, taken].map((n) => printNumber(n).text) as Texts;
    const read = typed.note ? noteText(typed.note, text, printNumber(number).text, language) : '';
    if (number < min || number > max) setNote(WORDS.outside[language](low, high, at));
    else if (Math.abs(number - taken) > step * 1e-6) setNote(WORDS.between[language](by, at));
    else setNote(read);
    onChange(taken);
  };
  const undo = useLatest(() => setDraft(shown));
  const away = useLatest(() => setNote(''));
  const [done, write, change] = [useLatest(take), useLatest(setDraft), useLatest(onChange)];
  const share = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <div className="param">
      <label htmlFor={id}>{label}</label>
      <NumberField
        label={say({ en: WORDS.field.en(label), zh: WORDS.field.zh(label) })}
        draft={draft}
        disabled={disabled}
        onDraft={write}
        onDone={done}
        onEscape={undo}
        onFocus={away}
      />
      <Range
        {...{ id, min, max, step, value, valueText, share }}
        disabled={disabled || max <= min}
        onChange={change}
      />
      {note && (
        <p className="param-note" role="status" onAnimationEnd={() => setNote('')}>
          {note}
        </p>
      )}
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly draft: string;
  readonly disabled: boolean;
  onDraft(text: string): void;
  onDone(text: string): void;
  onEscape(): void;
  onFocus(): void;
}

/** React writes five attributes of an input whenever it draws it, changed or not: those of other sliders it leaves. */
const NumberField = memo(function NumberField({ label, draft, disabled, ...on }: NumberFieldProps) {
  return (
    <input
      type="text"
      inputMode="decimal"
      className="param-number"
      aria-label={label}
      value={draft}
      disabled={disabled}
      onFocus={on.onFocus}
      onChange={(event) => on.onDraft(event.target.value)}
      onBlur={(event) => on.onDone(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') on.onDone(event.currentTarget.value);
        if (event.key === 'Escape') on.onEscape();
      }}
    />
  );
});

interface RangeProps {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly valueText: string | undefined;
  readonly disabled: boolean;
  /** How far along it stands, in percent. */
  readonly share: number;
  onChange(value: number): void;
}

const Range = memo(function Range({ valueText, share, onChange, ...input }: RangeProps) {
  return (
    <input
      {...input}
      type="range"
      className="param-range"
      style={{ '--done': `${share}%` } as React.CSSProperties}
      aria-valuetext={valueText}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
});
