import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';

interface SelectFieldProps<T extends string> {
  readonly label: Text;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: Text; readonly disabled?: boolean }[];
  onChange(value: T): void;
}

/** One of many words: a select with its name in front. */
export function SelectField<T extends string>({ label, value, options, onChange }: SelectFieldProps<T>) {
  const say = useSay();
  return (
    <label className="select-field">
      <span>{say(label)}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </label>
  );
}
