import { type CSSProperties, type PointerEvent, useRef } from 'react';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import { barLayout, positionAt, shareOf } from './barLayout.ts';
import { whereText } from './whereWords.ts';

const WORDS = { position: { en: 'Position', zh: '位置' } } as const;

/**
 * All steps as one bar: a piece for each stretch, in its colour, and a thumb. The slider beneath it takes the keys;
 * the pointer is read here, since a stretch of few steps is wider than its share.
 */
export function TrackBar() {
  const { store, language } = useFigure();
  const say = useSay();
  const bar = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const track = useFigureState((state) => state.track);
  const position = useFigureState((state) => state.position);
  const parts = barLayout(track);
  const whole = Math.floor(position);
  const current = track.stretches.findLast(({ start }) => start < position) ?? track.stretches[0];
  const seek = (to: number): void => {
    store.actions.setPlaying(false);
    store.actions.seek(to);
  };
  const scrub = ({ clientX }: PointerEvent): void => {
    const box = bar.current?.getBoundingClientRect();
    if (box && box.width > 0) seek(positionAt(track, (clientX - box.left) / box.width));
  };
  return (
    <div
      ref={bar}
      className="transport-bar"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        scrub(event);
        // The focus stays with the slider, and the pressed mouse does not select text.
        event.preventDefault();
        input.current?.focus({ preventScroll: true });
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
    >
      {track.stretches.map(({ id, name, role = 'output', start, steps }, i) => {
        const done = Math.min(1, Math.max(0, (position - start) / steps));
        return (
          <span
            key={id}
            className={`transport-stretch role-${role}`}
            style={{ '--share': parts[i]?.width, '--done': done } as CSSProperties}
            aria-hidden="true"
          >
            {track.stretches.length > 1 && <span className="transport-name">{say(name)}</span>}
          </span>
        );
      })}
      <span
        className={`transport-thumb role-${current?.role ?? 'output'}`}
        style={{ '--at': shareOf(track, position) } as CSSProperties}
        aria-hidden="true"
      />
      <input
        ref={input}
        type="range"
        aria-label={say(WORDS.position)}
        aria-valuetext={whereText(track, whole, language)}
        min={0}
        max={track.total}
        step={1}
        value={whole}
        onChange={(event) => seek(Number(event.target.value))}
      />
    </div>
  );
}
