import { type CSSProperties, useId, useState } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import type { ParamSpec } from '../../playback/parameters/spec.ts';
import { rangeOf, towards } from '../../playback/parameters/table.ts';
import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import { takeTyped } from './typedNumber.ts';
import { useHold } from './useHold.ts';

const WORDS = {
  field: { en: (name: string) => `${name} as a number`, zh: (name: string) => `${name}（数值）` },
  less: { en: (name: string) => `${name}: less`, zh: (name: string) => `${name}：减小` },
  more: { en: (name: string) => `${name}: more`, zh: (name: string) => `${name}：增大` },
} as const;

/** Keys that move a slider. */
const MOVES = /^(Arrow|Page|Home|End)/;

/** Places of a slider whose parameter is continuous. */
const FINEST = 1 / 200;

/** Room for the digits of a whole number; others are as long as a few digits. */
const placesOf = (most: number): number => Math.max(3, String(Math.floor(Math.abs(most))).length);

/** A slider with its name and its number, which can be typed. Neither can leave the range. */
export function ParamSlider({ name }: { readonly name: string }) {
  const { store, scene } = useFigure();
  const say = useSay();
  const id = useId();
  // Each by itself: the slider is drawn again only when one of them changes.
  const value: number = useFigureState((state) => state.params[name]);
  const min = useFigureState((state) => rangeOf(scene, state.params, name)[0]);
  const max = useFigureState((state) => rangeOf(scene, state.params, name)[1]);
  const spec = scene.params[name] as ParamSpec<number>;
  const step = spec.step || (max - min) * FINEST || 1;
  const label = say(spec.label);
  const hold = useHold(name);
  const set = (to: number): void =>
    store.actions.setParams({ [name]: towards(scene, store.getState().params, name, to) });
  const { places } = spec;
  const place = places ? places.of : (number: number) => number;
  const slide = (to: number): void => set(places ? places.at(Math.round(to)) : to);
  const nudge = (by: 1 | -1): void => {
    hold.nudge();
    // From a typed number between two places to the next one.
    const next = by > 0 ? Math.floor(place(value)) + 1 : Math.ceil(place(value)) - 1;
    set(Math.min(max, Math.max(min, places ? places.at(next) : value + by * step)));
  };
  const isFixed = max <= min;
  const isWhole = spec.step === 1 && Number.isInteger(min);
  const words = spec.words && say(spec.words(value));
  const share = isFixed ? 0 : (place(value) - place(min)) / (place(max) - place(min));
  return (
    <div
      className={`control-slider${isWhole ? '' : ' has-decimals'}${words === undefined ? '' : ' is-named'}`}
      style={{ '--places': placesOf(max) } as CSSProperties}
    >
      <label className="control-label" htmlFor={id}>
        {label}
      </label>
      <IconButton
        icon="minus"
        className="control-nudge"
        label={{ en: WORDS.less.en(label), zh: WORDS.less.zh(label) }}
        disabled={value <= min}
        onClick={() => nudge(-1)}
      />
      <input
        id={id}
        type="range"
        className="control-range"
        style={{ '--done': share } as CSSProperties}
        min={place(min)}
        max={place(max)}
        step={places ? 1 : step}
        value={place(value)}
        aria-valuetext={words ?? (places && printNumber(value).text)}
        disabled={isFixed}
        onPointerDown={hold.grasp}
        onKeyDown={(event) => {
          if (MOVES.test(event.key)) hold.nudge();
        }}
        onBlur={hold.letGo}
        onChange={(event) => slide(Number(event.target.value))}
      />
      <IconButton
        icon="plus"
        className="control-nudge"
        label={{ en: WORDS.more.en(label), zh: WORDS.more.zh(label) }}
        disabled={value >= max}
        onClick={() => nudge(1)}
      />
      {words === undefined ? (
        <NumberField
          label={say({ en: WORDS.field.en(label), zh: WORDS.field.zh(label) })}
          value={value}
          range={[min, max]}
          isWhole={isWhole}
          onTake={set}
        />
      ) : (
        <output htmlFor={id} className="control-words">
          {words}
        </output>
      )}
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly isWhole: boolean;
  onTake(value: number): void;
}

function NumberField({ label, value, range, isWhole, onTake }: NumberFieldProps) {
  const say = useSay();
  const shown = printNumber(value).text;
  const [draft, setDraft] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const take = (): void => {
    setDraft(null);
    // What is shown may be rounded: left as it is, it changes nothing.
    if (draft === null || draft === shown) return;
    const typed = takeTyped(draft, value, range, isWhole);
    setNote(typed.note ? say(typed.note) : '');
    if (typed.value !== undefined) onTake(typed.value);
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        className="control-number"
        aria-label={label}
        value={draft ?? shown}
        onFocus={() => setNote('')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      {note !== '' && (
        <p className="control-note" role="status" onAnimationEnd={() => setNote('')}>
          {note}
        </p>
      )}
    </>
  );
}
