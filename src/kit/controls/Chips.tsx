import { type KeyboardEvent, useRef } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';
import { Icon } from '../button/Icon.tsx';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';

/** The chip that opens the sheet. */
export const MORE = ' more';

interface ChipsProps {
  /** Parameters that are set by a slider. */
  readonly names: readonly string[];
  /** There are other controls, behind a chip of their own. */
  readonly hasMore: boolean;
  readonly chosen: string | null;
  onChoose(name: string): void;
}

const WORDS = {
  list: { en: 'Which setting', zh: '调哪一项' },
  more: { en: 'More', zh: '更多' },
} as const;

/** On a phone one slider is open at a time; a chip carries its name and value, and opens it. */
export function Chips({ names, hasMore, chosen, onChoose }: ChipsProps) {
  const { scene } = useFigure();
  const say = useSay();
  const params = useFigureState((state) => state.params) as Record<string, number>;
  const list = useRef<HTMLDivElement>(null);
  const all = hasMore ? [...names, MORE] : names;
  const textOf = (name: string): string => {
    const value = params[name] ?? 0;
    const words: Text | undefined = scene.params[name]?.words?.(value);
    return words ? say(words) : printNumber(value).text;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = all.indexOf(chosen ?? '');
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const index = (next + all.length) % all.length;
    onChoose(all[index] as string);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div
      className="control-chips"
      role="tablist"
      aria-label={say(WORDS.list)}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {all.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          className="control-chip"
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          <span>{say(name === MORE ? WORDS.more : (scene.params[name]?.label ?? WORDS.more))}</span>
          {name === MORE ? <Icon name="more" /> : <b>{textOf(name)}</b>}
        </button>
      ))}
    </div>
  );
}
