import { memo, useId } from 'react';
import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';
import { useLatest } from './useLatest.ts';

export interface ChoiceGroupProps<T extends string> {
  readonly label: Text;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: Text }[];
  /** Show the group's name beside it; it is always there for assistive technology. */
  readonly showLabel?: boolean;
  /** None can be chosen: the choice has nothing to work on. */
  readonly disabled?: boolean;
  onChange(value: T): void;
}

/** One of a few words, side by side: a radio group. `null`: none of them holds. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const say = useSay();
  const name = useId();
  const choose = useLatest((value: string) => props.onChange(value as T));
  return (
    <div className="choice" role="radiogroup" aria-label={say(props.label)}>
      {props.showLabel && (
        <span className="choice-label" aria-hidden="true">
          {say(props.label)}
        </span>
      )}
      <span className="choice-options">
        {props.options.map((option) => (
          <Option
            key={option.value}
            {...{
              name,
              value: option.value,
              words: say(option.label),
              checked: props.value === option.value,
              disabled: props.disabled,
            }}
            onChoose={choose}
          />
        ))}
      </span>
    </div>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly checked: boolean;
  readonly disabled: boolean | undefined;
  onChoose(value: string): void;
}

const Option = memo(function Option({ words, onChoose, ...input }: OptionProps) {
  return (
    <label className="choice-option">
      <input type="radio" {...input} onChange={() => onChoose(input.value)} />
      <span>{words}</span>
    </label>
  );
});
