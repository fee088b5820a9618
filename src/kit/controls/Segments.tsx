import { useId } from 'react';
import { Radio } from './Radio.tsx';
import { useSteady } from './useSteady.ts';

export interface ChoiceProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** null: none of the options holds. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly disabled?: boolean;
  onChange(value: string): void;
}

/** One of a few words, side by side: a radio group. */
export function Segments({ label, hideLabel, value, options, disabled, onChange }: ChoiceProps) {
  const name = useId();
  const choose = useSteady(onChange);
  return (
    <div className="control-choice" role="radiogroup" aria-label={label}>
      {!hideLabel && (
        <span className="control-label" aria-hidden="true">
          {label}
        </span>
      )}
      <span className="control-segments">
        {options.map((option) => (
          <label key={option.value} className="control-segment">
            <Radio
              group={name}
              value={option.value}
              checked={option.value === value}
              disabled={disabled}
              onChoose={choose}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
