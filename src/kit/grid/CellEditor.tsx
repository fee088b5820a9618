import { useEffect, useRef, useState } from 'react';
import { readNumber } from '../../formula/numbers.ts';
import { useFigure, useNow, useSay } from '../scene/context.ts';
import { cellBox } from '../stage/boxes.ts';
import { type CellEdit, useStage } from '../stage/stageContext.ts';
import { titleText } from '../stage/title.ts';
import { placeName } from './names.ts';

const WORDS = {
  notANumber: {
    en: 'Not a number. Such as −2, 0.5 or 1/9.',
    zh: '这不是一个数。可写成 −2、0.5 或 1/9。',
  },
} as const;

/** A field over a cell of the stage. Enter takes the number, Escape leaves the old one; what is no number is said. */
export function CellEditor({ place, text }: CellEdit) {
  const { store, language } = useFigure();
  const { grids } = useNow();
  const { boxes, width, height, drawing, edit } = useStage();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(text);
  const [wrong, setWrong] = useState(false);
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus();
    // What was typed to open the field is gone on from; a number that stood there is replaced by the next digit.
    if (text.length === 1) field.current?.setSelectionRange(1, 1);
    else field.current?.select();
  }, [text]);
  const spec = grids.get(place.grid);
  const box = boxes[place.grid];
  if (!spec || !box) return null;
  const { x, y } = cellBox(box, place.row, place.col, place.plane);
  const finish = (value: number | undefined, refocus: boolean): void => {
    if (over.current) return;
    over.current = true;
    const index = (place.plane * spec.rows + place.row) * spec.cols + place.col;
    const change = value === undefined ? undefined : spec.edit?.(index, value);
    if (change) store.actions.setParams(change);
    edit(null);
    if (!refocus) return;
    const cell = `[data-tensor="${place.grid}"] [data-row="${place.row}"][data-col="${place.col}"]`;
    const plane = spec.planes && spec.planes > 1 ? `[data-plane="${place.plane}"]` : '';
    drawing.current?.querySelector<SVGElement>(cell + plane)?.focus();
  };
  return (
    <span
      className={`cell-editor${y > height / 2 ? ' is-low' : ''}`}
      style={{
        left: `${((x + box.cell / 2) / width) * 100}%`,
        top: `${((y + box.cell / 2) / height) * 100}%`,
      }}
    >
      <input
        ref={field}
        type="text"
        inputMode="text"
        autoComplete="off"
        style={{ width: Math.max(box.cell + 4, 48), height: Math.max(28, box.cell + 2) }}
        aria-label={placeName(
          titleText(spec, language).name,
          language,
          place.row,
          place.col,
          box.planes > 1 ? place.plane : undefined,
          spec.planeAxes,
        )}
        aria-invalid={wrong}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') finish(undefined, true);
          if (event.key !== 'Enter') return;
          const value = readNumber(draft);
          if (value === undefined) setWrong(true);
          else finish(value, true);
        }}
        onBlur={() => {
          // Words that are no number stay, with the reason, until they are mended or given up.
          const value = readNumber(draft);
          if (value === undefined && draft.trim() !== '') setWrong(true);
          else finish(value, false);
        }}
      />
      {wrong && (
        <span
          role="alert"
          className={`cell-editor-wrong${x < width * 0.2 ? ' at-left' : x > width * 0.8 ? ' at-right' : ''}`}
        >
          {say(WORDS.notANumber)}
        </span>
      )}
    </span>
  );
}
