import { useEffect, useRef, useState } from 'react';
import { printNumber } from '../formula/numbers.ts';
import { readTyped } from '../formula/typed/readTyped.ts';
import { noteText, problemText } from '../formula/typed/typedText.ts';
import { useFigure } from './figureContext.ts';

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

/**
 * A field over a cell. Enter, or leaving it, takes the number; Escape keeps the old one. What is no number is said and
 * stays in the field; so is a number that was read otherwise than it was typed.
 */
export function CellEditor({ box, text, label, onLive, onDone }: CellEditorProps) {
  const { language } = useFigure();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(text);
  // The reader meant to be finished with it.
  const [asked, setAsked] = useState(false);
  const typed = readTyped(draft);
  const wrong = asked && 'problem' in typed;
  const said = ((): string => {
    if ('problem' in typed) return wrong ? problemText(typed.problem, draft, language) : '';
    if (!typed.note) return '';
    return noteText(typed.note, draft, printNumber(typed.value, { full: true }).text, language);
  })();
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
          setAsked(false);
          const now = readTyped(event.target.value);
          if ('value' in now) onLive?.(now.value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') finish(undefined);
          if (event.key !== 'Enter') return;
          if ('value' in typed) finish(typed.value);
          else setAsked(true);
        }}
        onBlur={() => {
          if ('value' in typed) finish(typed.value);
          else if (typed.problem === 'nothing') finish(undefined);
          else setAsked(true);
        }}
      />
      {said && (
        <span role={wrong ? 'alert' : 'status'} className="cell-editor-said">
          {said}
        </span>
      )}
    </span>
  );
}
