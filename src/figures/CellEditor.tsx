import { useEffect, useRef, useState } from 'react';
import { readNumber } from '../formula/numbers.ts';
import { useSay } from './figureContext.ts';

interface CellEditorProps {
  /** x, y and size of the cell, and the size of the drawing that they refer to. */
  readonly box: readonly [number, number, number, number];
  readonly text: string;
  readonly label: string;
  /** Every number on the way, while it is being typed. */
  readonly onLive?: ((value: number) => void) | undefined;
  /** The number, or undefined when the reader gave up. */
  onDone(value: number | undefined): void;
}

const WORDS = {
  notANumber: { en: 'That is not a number', zh: '这不是一个数' },
} as const;

/** A field over a cell. Enter takes the number, Escape leaves the old one; what is no number is said. */
export function CellEditor({ box, text, label, onLive, onDone }: CellEditorProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(text);
  const [wrong, setWrong] = useState(false);
  const [x, y, size, slot] = box.map((n) => n) as [number, number, number, number];
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (text.length > 1 || /\d/.test(text)) field.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  const finish = (value: number | undefined): void => {
    if (done.current) return;
    done.current = true;
    onDone(value);
  };
  const percent = (n: number): string => `${(n / slot) * 100}%`;
  return (
    <span className="cell-editor" style={{ left: percent(x + size / 2), top: percent(y + size / 2) }}>
      <input
        ref={field}
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setWrong(false);
          const value = readNumber(event.target.value);
          if (value !== undefined) onLive?.(value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') finish(undefined);
          if (event.key !== 'Enter') return;
          const value = readNumber(draft);
          if (value === undefined) setWrong(true);
          else finish(value);
        }}
        onBlur={() => finish(readNumber(draft))}
      />
      {wrong && (
        <span role="alert" className="cell-editor-wrong">
          {say(WORDS.notANumber)}
        </span>
      )}
    </span>
  );
}
