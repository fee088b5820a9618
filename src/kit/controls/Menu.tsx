import type { ChoiceProps } from './Segments.tsx';

/** One of many words: a select with its name in front. */
export function Menu({ label, hideLabel, value, options, disabled, onChange }: ChoiceProps) {
  return (
    <label className="control-choice">
      <span className={hideLabel ? 'visually-hidden' : 'control-label'}>{label}</span>
      <select
        className="control-menu"
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
