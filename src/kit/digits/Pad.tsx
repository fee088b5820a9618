import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef } from 'react';
import type { Language } from '../../language/language.ts';
import { digit } from '../samples/samples.ts';
import { SIDE } from './centre.ts';
import { type Drawing, EMPTY_DRAWING } from './drawing.ts';
import { PEN, type Point, type Stroke } from './strokes.ts';
import './pad.css';

interface PadProps {
  readonly drawing: Drawing;
  /** A picture that lies there instead: 28 × 28 bytes, 255 where there is full ink. */
  readonly picture?: Uint8Array | null;
  readonly language: Language;
  /** What a reader may trace: drawn dotted while the pad is empty of ink of their own. */
  readonly ghost?: readonly Stroke[] | undefined;
  onChange(drawing: Drawing): void;
}

const WORDS = {
  label: { en: 'Pad: draw a digit', zh: '画板：画一个数字' },
  keys: {
    en: 'Draw with a mouse, a pen or a finger. Keys 0 to 9 lay a digit of the test set down, Backspace takes the last stroke away, Escape clears.',
    zh: '用鼠标、笔或手指来画。按 0 到 9 放上测试集里的一个数字，退格键擦掉最后一笔，Esc 清空。',
  },
} as const;

/** Points of a stroke that lie closer than this to the one before are left out. */
const NEAR = 0.008;
/** Lengths in the drawing: a pad is so many units wide. */
const UNITS = 100;

/** A square to draw a digit on: by mouse, touch, pen, or with keys that lay down samples. */
export function Pad({ drawing, picture = null, language, ghost, onChange }: PadProps) {
  const help = useId();
  const pad = useRef<HTMLDivElement>(null);
  const pen = useRef<number | null>(null);
  const { strokes, sample } = drawing;
  const laid = picture ?? (sample === null ? null : digit(sample).pixels);
  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const box = pad.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const within = (at: number): number => Math.min(1, Math.max(0, at));
    return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || pen.current !== null) return;
    pen.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    onChange({ sample: null, strokes: [...strokes, [pointOf(event)]] });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerId !== pen.current) return;
    // A quick pen has been at more places than there are events.
    const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const last = strokes.at(-1) ?? [];
    const line = [...last];
    for (const one of events.length > 0 ? events : [event]) {
      const [x, y] = pointOf(one);
      const [px, py] = line.at(-1) ?? [-1, -1];
      if (Math.hypot(x - px, y - py) >= NEAR) line.push([x, y]);
    }
    if (line.length > last.length) onChange({ sample: null, strokes: [...strokes.slice(0, -1), line] });
  };
  const lift = (event: PointerEvent): void => {
    if (event.pointerId === pen.current) pen.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^\d$/.test(event.key)) onChange({ sample: Number(event.key), strokes: [] });
    else if (event.key === 'Backspace') onChange({ sample: null, strokes: strokes.slice(0, -1) });
    else if (event.key === 'Escape') onChange(EMPTY_DRAWING);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={pad}
      className="pad"
      data-pad=""
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the pad belong to it while it has the focus
      tabIndex={0}
      aria-label={WORDS.label[language]}
      aria-describedby={help}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
      onLostPointerCapture={lift}
      onKeyDown={onKeyDown}
    >
      <svg viewBox={`0 0 ${UNITS} ${UNITS}`} aria-hidden="true">
        {laid ? <Pixels pixels={laid} /> : <Lines strokes={strokes} />}
        {ghost && sample === null && <Lines strokes={ghost} ghost />}
      </svg>
      <span id={help} className="visually-hidden">
        {WORDS.keys[language]}
      </span>
    </div>
  );
}

const pathOf = (stroke: Stroke): string => {
  const [first, ...rest] = stroke.map(([x, y]) => `${(UNITS * x).toFixed(1)} ${(UNITS * y).toFixed(1)}`);
  // A dot is a line to itself: only so does it have a round end.
  return `M${first}L${rest.length > 0 ? rest.join('L') : first}`;
};

function Lines({
  strokes,
  ghost = false,
}: {
  readonly strokes: readonly Stroke[];
  readonly ghost?: boolean;
}) {
  return (
    <path
      className={ghost ? 'pad-ghost' : 'pad-ink'}
      strokeWidth={ghost ? 1.6 : 2 * PEN * UNITS}
      d={strokes.map(pathOf).join('')}
    />
  );
}

function Pixels({ pixels }: { readonly pixels: Uint8Array }) {
  const cells = useMemo(() => {
    const side = UNITS / SIDE;
    return Array.from(pixels, (ink, i) => ({ ink, i }))
      .filter(({ ink }) => ink > 0)
      .map(({ ink, i }) => (
        <rect
          key={i}
          x={(i % SIDE) * side}
          y={Math.floor(i / SIDE) * side}
          width={side + 0.05}
          height={side + 0.05}
          opacity={ink / 255}
        />
      ));
  }, [pixels]);
  return <g className="pad-sample">{cells}</g>;
}
