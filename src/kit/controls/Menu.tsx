import type { ChoiceProps } from './Segments.tsx';

/** So much has room beside a name in the rail, in Latin letters; a Chinese character is as wide as two. */
const MOST_BESIDE = 14;
const widthOf = (text: string): number =>
  Array.from(text, (c) => (c > '\u2fff' ? 2 : 1)).reduce((a, b) => a + b, 0);

/** One of many words: a select with its name in front, or above where its words are long. */
export function Menu({ label, hideLabel, value, options, disabled, onChange }: ChoiceProps) {
  const isLong = options.some((option) => widthOf(option.label) > MOST_BESIDE);
  return (
    <label className={`control-choice${isLong ? ' is-long' : ''}`}>
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
