import { useEffect, useRef, useState } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { readTyped } from '../../formula/typed/readTyped.ts';
import { noteText, problemText, takenText } from '../../formula/typed/typedText.ts';
import { useFigure, useNow } from '../scene/context.ts';
import { cellBox } from '../stage/boxes.ts';
import { type CellEdit, useStage } from '../stage/stageContext.ts';
import { spokenName } from '../stage/title.ts';
import { cellName } from './names.ts';
import { numberAt, takeNumber } from './numberAt.ts';

/**
 * A field over a cell of the stage. Enter, or leaving it, takes the number; Escape keeps the old one. What is no number
 * is said and stays in the field; so is a number that was read otherwise than it was typed, or that did not fit.
 */
export function CellEditor({ place, text }: CellEdit) {
  const { store, scene, language } = useFigure();
  const { grids, view } = useNow();
  const { boxes, width, height, drawing, edit } = useStage();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(text);
  // The reader meant to be finished with it.
  const [asked, setAsked] = useState(false);
  const [taken, setTaken] = useState('');
  const [before] = useState(() => store.getState().params);
  const over = useRef(false);
  const live = grids.get(place.grid)?.live === true;
  useEffect(() => {
    const first = readTyped(text);
    if (live && 'value' in first) takeNumber(scene, store, place, first.value);
  }, [live, text, scene, store, place]);
  useEffect(() => {
    field.current?.focus();
    // What was typed to open the field is gone on from; a number that stood there is replaced by the next digit.
    if (text.length === 1) field.current?.setSelectionRange(1, 1);
    else field.current?.select();
  }, [text]);
  const spec = grids.get(place.grid);
  const box = boxes[place.grid];
  if (!spec || !box) return null;
  const { x, y, height: tall } = cellBox(box, place.row, place.col, place.plane);
  const typed = readTyped(draft);
  const wrong = asked && 'problem' in typed;
  const said = ((): string => {
    if ('problem' in typed) return wrong ? problemText(typed.problem, draft, language) : '';
    return typed.note
      ? noteText(typed.note, draft, printNumber(typed.value, { full: true }).text, language)
      : '';
  })();
  const take = (value: number): void => takeNumber(scene, store, place, value);
  const refocus = (): void => {
    const cell = `[data-tensor="${place.grid}"] [data-row="${place.row}"][data-col="${place.col}"]`;
    const plane = spec.planes && spec.planes > 1 ? `[data-plane="${place.plane}"]` : '';
    drawing.current?.querySelector<SVGElement>(cell + plane)?.focus();
  };
  const giveUp = (): void => {
    over.current = true;
    if (live) store.actions.setParams(before);
    edit(null);
  };
  const finish = (value: number): void => {
    if (over.current) return;
    over.current = true;
    take(value);
    const fits = numberAt(scene, store.getState(), place);
    const [asText, isText] = [value, fits ?? value].map((n) => printNumber(n).text) as [string, string];
    if (asText === isText) edit(null);
    else setTaken(takenText(draft, isText, language));
  };
  return (
    <span
      className={`cell-editor${y > height / 2 ? ' is-low' : ''}`}
      style={{
        left: `${((x + box.cell / 2) / width) * 100}%`,
        top: `${((y + tall / 2) / height) * 100}%`,
      }}
    >
      {taken === '' && (
        <input
          ref={field}
          type="text"
          inputMode="text"
          autoComplete="off"
          style={{ width: Math.max(box.cell + 4, 48), height: Math.max(28, tall + 2) }}
          aria-label={cellName(
            { spec, view: view.grids[place.grid] ?? {} },
            spokenName(spec, language),
            language,
            place,
          )}
          aria-invalid={wrong}
          value={draft}
          onChange={(event) => {
            setDraft(event.target.value);
            setAsked(false);
            const now = readTyped(event.target.value);
            if (live && 'value' in now) take(now.value);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') {
              giveUp();
              refocus();
            }
            if (event.key !== 'Enter') return;
            if ('value' in typed) {
              finish(typed.value);
              refocus();
            } else setAsked(true);
          }}
          onBlur={() => {
            if (over.current) return;
            if ('value' in typed) finish(typed.value);
            // Words that are no number stay, with the reason, until they are mended or given up.
            else if (typed.problem === 'nothing') giveUp();
            else setAsked(true);
          }}
        />
      )}
      {(taken || said) && (
        <span
          role={wrong ? 'alert' : 'status'}
          className={`cell-editor-said${wrong ? ' is-wrong' : ''}${taken ? ' is-fading' : ''}${x < width * 0.2 ? ' at-left' : x > width * 0.8 ? ' at-right' : ''}`}
          onAnimationEnd={() => edit(null)}
        >
          {taken || said}
        </span>
      )}
    </span>
  );
}
