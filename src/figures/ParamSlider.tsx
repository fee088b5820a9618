import { useEffect, useId, useState } from 'react';
import { printNumber, readNumber } from '../formula/numbers.ts';
import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';

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
};

/** A slider with its number field. Neither can leave the range; what is typed outside goes to the edge. */
export function ParamSlider(props: ParamSliderProps) {
  const { value, min, max, step = 1, valueText, disabled = false, onChange } = props;
  const say = useSay();
  const label = say(props.label);
  const id = useId();
  const shown = printNumber(value).text;
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const take = (text: string): void => {
    // What is shown may be rounded: left as it is, it changes nothing.
    const typed = text === shown ? undefined : readNumber(text);
    if (typed === undefined) {
      setDraft(shown);
      return;
    }
    const next = Math.min(max, Math.max(min, min + Math.round((typed - min) / step) * step));
    onChange(next);
    setDraft(printNumber(next).text);
  };
  const done = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <div className="param">
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        inputMode="decimal"
        className="param-number"
        aria-label={say({ en: WORDS.field.en(label), zh: WORDS.field.zh(label) })}
        value={draft}
        disabled={disabled}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
          if (event.key === 'Escape') setDraft(shown);
        }}
      />
      <input
        id={id}
        type="range"
        className="param-range"
        style={{ '--done': `${done}%` } as React.CSSProperties}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled || max <= min}
        aria-valuetext={valueText}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
