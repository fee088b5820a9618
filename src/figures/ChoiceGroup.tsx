import { useId } from 'react';
import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';

export interface ChoiceGroupProps<T extends string> {
  readonly label: Text;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: Text }[];
  /** Show the group's name beside it; it is always there for assistive technology. */
  readonly showLabel?: boolean;
  onChange(value: T): void;
}

/** One of a few words, side by side: a radio group. `null`: none of them holds. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const say = useSay();
  const name = useId();
  return (
    <div className="choice" role="radiogroup" aria-label={say(props.label)}>
      {props.showLabel && (
        <span className="choice-label" aria-hidden="true">
          {say(props.label)}
        </span>
      )}
      <span className="choice-options">
        {props.options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{say(option.label)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
