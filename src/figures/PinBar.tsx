import { useEffect, useState } from 'react';
import { printNumber, readNumber } from '../formula/numbers.ts';
import { cellName } from './Equation.tsx';
import { useFigure, useFigureState, useSay } from './figureContext.ts';

interface PinBarProps {
  readonly pinnedValue?: { readonly value: number; onChange(value: number): void } | undefined;
}

const WORDS = {
  pinned: { en: 'Pinned', zh: '已固定' },
  unpin: { en: 'Unpin', zh: '取消固定' },
  value: { en: 'Value of the pinned cell', zh: '固定格的值' },
  hint: {
    en: 'Point at any number to see where it comes from; click to pin it.',
    zh: '指向任意一个数，看它从哪里来；点击可将其固定。',
  },
  wrong: { en: 'is not a number; the old value stays.', zh: '不是一个数，保留原来的值。' },
} as const;

/** The pinned cell: its name, a field for its number where it can be changed, and the way out. */
export function PinBar({ pinnedValue }: PinBarProps) {
  const { store } = useFigure();
  const say = useSay();
  const pinned = useFigureState((state) => state.pinned);
  const value = pinnedValue?.value;
  const [draft, setDraft] = useState('');
  const [wrong, setWrong] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, another draft
  useEffect(() => {
    setDraft(value === undefined ? '' : printNumber(value, { full: true }).text);
    setWrong('');
  }, [value, pinned]);
  const take = (): void => {
    if (!pinnedValue) return;
    const typed = readNumber(draft);
    if (typed === undefined) {
      setWrong(draft.slice(0, 24));
      setDraft(printNumber(pinnedValue.value, { full: true }).text);
    } else pinnedValue.onChange(typed);
  };
  return (
    <div className="pin-bar">
      {pinned ? (
        <>
          <span>
            {say(WORDS.pinned)} <b>{cellName(pinned.tensor, [pinned.row, pinned.col])}</b>
          </span>
          {pinnedValue && (
            <input
              type="text"
              inputMode="decimal"
              aria-label={say(WORDS.value)}
              value={draft}
              onChange={(event) => {
                setDraft(event.target.value);
                setWrong('');
              }}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.key === 'Enter') take();
              }}
            />
          )}
          <button type="button" className="text-button" onClick={() => store.actions.pin(null)}>
            {say(WORDS.unpin)}
          </button>
          {wrong && (
            <span role="alert" className="pin-wrong">
              “{wrong}” {say(WORDS.wrong)}
            </span>
          )}
        </>
      ) : (
        <span className="pin-hint">{say(WORDS.hint)}</span>
      )}
    </div>
  );
}
