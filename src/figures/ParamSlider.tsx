import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
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
  const [done, undo, change] = [useLatest(take), useLatest(() => setDraft(shown)), useLatest(onChange)];
  const share = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <div className="param">
      <label htmlFor={id}>{label}</label>
      <NumberField
        label={say({ en: WORDS.field.en(label), zh: WORDS.field.zh(label) })}
        draft={draft}
        disabled={disabled}
        onDraft={setDraft}
        onDone={done}
        onEscape={undo}
      />
      <Range
        {...{ id, min, max, step, value, valueText, share }}
        disabled={disabled || max <= min}
        onChange={change}
      />
    </div>
  );
}

/** A function that stays the same and calls the latest one, so that what it is given to is not drawn again. */
function useLatest<Argument extends unknown[]>(
  call: (...given: Argument) => void,
): (...given: Argument) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((...given: Argument) => latest.current(...given), []);
}

interface NumberFieldProps {
  readonly label: string;
  readonly draft: string;
  readonly disabled: boolean;
  onDraft(text: string): void;
  onDone(text: string): void;
  onEscape(): void;
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
