import { memo } from 'react';

interface RadioProps {
  readonly group: string;
  readonly value: string;
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  /** Where no text stands beside it. */
  readonly label?: string;
  /** Steady: see `useSteady`. */
  onChoose(value: string): void;
}

/** One place of a radio group. Of an input that is drawn again React writes every attribute, changed or not. */
export const Radio = memo(function Radio({ group, value, checked, disabled, label, onChoose }: RadioProps) {
  return (
    <input
      type="radio"
      name={group}
      value={value}
      checked={checked}
      disabled={disabled}
      aria-label={label}
      onChange={() => onChoose(value)}
    />
  );
});
