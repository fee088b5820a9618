import { useId } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import type { Text } from '../../language/language.ts';

interface NamedSliderProps {
  readonly label: Text;
  readonly value: number;
  /** What each place of the slider stands for. */
  readonly names: readonly string[];
  onChange(value: number): void;
}

/** A slider whose places have names instead of numbers. */
export function NamedSlider({ label, value, names, onChange }: NamedSliderProps) {
  const say = useSay();
  const id = useId();
  return (
    <div className="param pe-named">
      <label htmlFor={id}>{say(label)}</label>
      <output htmlFor={id} className="pe-named-value">
        {names[value]}
      </output>
      <input
        id={id}
        type="range"
        className="param-range"
        min={0}
        max={names.length - 1}
        step={1}
        value={value}
        aria-valuetext={names[value]}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
