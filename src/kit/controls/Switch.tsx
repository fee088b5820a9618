interface SwitchProps {
  readonly label: string;
  readonly value: boolean;
  readonly disabled?: boolean;
  onChange(value: boolean): void;
}

/** On or off. */
export function Switch({ label, value, disabled, onChange }: SwitchProps) {
  return (
    <label className="control-choice control-switch">
      <span className="control-label">{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={value}
        aria-checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
