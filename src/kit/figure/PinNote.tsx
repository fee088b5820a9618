import { useState } from 'react';
import { prefillText, printNumber } from '../../formula/numbers.ts';
import { SYMBOLS } from '../../formula/symbols.ts';
import { readTyped } from '../../formula/typed/readTyped.ts';
import { noteText, problemText, takenText } from '../../formula/typed/typedText.ts';
import type { Place } from '../../playback/place.ts';
import { numberAt } from '../grid/numberAt.ts';
import { placeName } from '../line/placeName.ts';
import { useFigure, useFigureState, useNow, useSay } from '../scene/context.ts';
import type { GridSpec } from '../scene/defineScene.ts';

const WORDS = {
  pinned: { en: 'Pinned', zh: '已固定' },
  unpin: { en: 'unpin', zh: '取消固定' },
  hint: { en: 'Click a number to pin it', zh: '点一个数，把它钉住' },
} as const;

/** Which cell is pinned, a field for its number where it can be changed, and the way out. */
export function PinNote() {
  const { store } = useFigure();
  const say = useSay();
  const { grids } = useNow();
  const pinned = useFigureState((state) => state.pinned);
  if (grids.size === 0) return null;
  const grid = pinned && grids.get(pinned.grid);
  if (!pinned || !grid) return <span className="frame-pin is-hint">{say(WORDS.hint)}</span>;
  return (
    <span className="frame-pin">
      <span>{say(WORDS.pinned)}</span>
      {/* A grid that has only a name has no letter. */}
      {grid.name && !Object.hasOwn(SYMBOLS, grid.symbol ?? grid.id) ? (
        <b>{say(grid.name)}</b>
      ) : (
        <b translate="no">{placeName(pinned, grid)}</b>
      )}
      {grid.edit && <PinnedValue key={placeName(pinned, grid)} place={pinned} grid={grid} />}
      <button type="button" className="kit-text-button" onClick={() => store.actions.pin(null)}>
        {say(WORDS.unpin)}
      </button>
    </span>
  );
}

const VALUE_WORDS = {
  label: { en: 'Value of the pinned cell', zh: '固定格的值' },
  kept: { en: ' The old value stays.', zh: '保留原来的值。' },
} as const;

interface PinnedValueProps {
  readonly place: Place;
  readonly grid: GridSpec<object>;
}

/** The number of the pinned cell, to be typed over. What became of what was typed is said where it is not the same. */
function PinnedValue({ place, grid }: PinnedValueProps) {
  const { store, scene, language } = useFigure();
  const say = useSay();
  const index = (place.plane * grid.rows + place.row) * grid.cols + place.col;
  const shown = prefillText(grid.values[index] ?? 0);
  const [draft, setDraft] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const take = (): void => {
    setDraft(null);
    if (draft === null || draft === shown) return;
    const typed = readTyped(draft);
    if ('problem' in typed) {
      setSaid(problemText(typed.problem, draft, language) + say(VALUE_WORDS.kept));
      return;
    }
    if (grid.edit) store.actions.setParams(grid.edit(index, typed.value));
    const taken = numberAt(scene, store.getState(), place) ?? typed.value;
    const [asText, isText] = [typed.value, taken].map((n) => printNumber(n).text) as [string, string];
    if (asText !== isText) setSaid(takenText(draft, isText, language));
    else setSaid(typed.note ? noteText(typed.note, draft, isText, language) : '');
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        className="frame-pin-value"
        aria-label={say(VALUE_WORDS.label)}
        value={draft ?? shown}
        onChange={(event) => {
          setDraft(event.target.value);
          setSaid('');
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {said !== '' && (
        <span className="frame-pin-said" role="alert">
          {said}
        </span>
      )}
    </>
  );
}
