import { useEffect, useState } from 'react';
import { prefillText, printNumber } from '../formula/numbers.ts';
import { readTyped } from '../formula/typed/readTyped.ts';
import { noteText, problemText, takenText } from '../formula/typed/typedText.ts';
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
  kept: { en: ' The old value stays.', zh: '保留原来的值。' },
} as const;

/** The pinned cell: its name, a field for its number where it can be changed, and the way out. */
export function PinBar({ pinnedValue }: PinBarProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const pinned = useFigureState((state) => state.pinned);
  const value = pinnedValue?.value;
  const [draft, setDraft] = useState('');
  const [said, setSaid] = useState('');
  // What was typed last, until it is seen what the cell made of it.
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, another draft
  useEffect(() => {
    setDraft(value === undefined ? '' : prefillText(value));
    if (!typed) setSaid('');
  }, [value, pinned]);
  useEffect(() => {
    if (!typed || value === undefined) return;
    setTyped(null);
    setDraft(prefillText(value));
    const { text: taken } = printNumber(value);
    if (taken !== printNumber(typed.value).text) setSaid(takenText(typed.text, taken, language));
  }, [typed, value, language]);
  const take = (): void => {
    if (!pinnedValue || draft === prefillText(pinnedValue.value)) return;
    const read = readTyped(draft);
    if ('problem' in read) {
      setSaid(problemText(read.problem, draft, language) + say(WORDS.kept));
      setDraft(prefillText(pinnedValue.value));
      return;
    }
    setSaid(read.note ? noteText(read.note, draft, printNumber(read.value).text, language) : '');
    setTyped({ text: draft, value: read.value });
    pinnedValue.onChange(read.value);
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
                setSaid('');
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
          {said && (
            <span role="alert" className="pin-said">
              {said}
            </span>
          )}
        </>
      ) : (
        <span className="pin-hint">{say(WORDS.hint)}</span>
      )}
    </div>
  );
}
