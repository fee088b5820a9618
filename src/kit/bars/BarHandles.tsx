import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import type { Role } from '../../formula/symbols.ts';
import { useHold } from '../controls/useHold.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import { type BarAxis, barEnd, barValue } from './axis.ts';
import './bars.css';

interface BarHandlesProps {
  readonly axis: BarAxis;
  readonly values: ArrayLike<number>;
  /** The colour of its knobs. */
  readonly hue: Role;
  /** The parameter that the bars set: it is held while one is moved. */
  readonly param: string;
  readonly step: number;
  /** The least and the largest number that a bar is pulled to; default: the ends of its axis. */
  readonly range?: readonly [number, number];
  /** What the handles are together, and each of them, to assistive technology. */
  readonly label: string;
  nameOf(index: number): string;
  /** Numbers that exist by now: the others have no handle. */
  readonly known?: ((index: number) => boolean) | undefined;
  /** A bar is about to be moved: whatever its number depends on is kept from here on. */
  grasp?(): void;
  take(index: number, value: number): void;
}

/** Steps of PageUp and PageDown. */
const PAGE = 10;

/**
 * Takes hold of bars: press or drag along one, or focus it and use ← →, PageUp and PageDown, Home and End. ↑ and ↓ go to
 * the next bar. While one is held the axis has to stay as it is.
 */
export function BarHandles(props: BarHandlesProps) {
  const { axis, values, hue, param, step, range = axis.domain, label, nameOf, grasp, take } = props;
  const { known = () => true } = props;
  const hold = useHold(param);
  const stagePoint = useStagePoint();
  const [focus, setFocus] = useState(0);
  const group = useRef<SVGGElement>(null);
  const dragged = useRef<number | null>(null);
  const count = values.length;
  const within = (value: number): number => Math.min(range[1], Math.max(range[0], value));
  const move = ({ clientX, clientY }: PointerEvent): void => {
    const at = stagePoint(clientX, clientY);
    if (at && dragged.current !== null) take(dragged.current, within(barValue(axis, at.x, step)));
  };
  const onKeyDown = (event: KeyboardEvent, row: number): void => {
    const down = { ArrowDown: row + 1, ArrowUp: row - 1 }[event.key];
    if (down !== undefined) {
      const next = Math.min(count - 1, Math.max(0, down));
      setFocus(next);
      group.current?.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus();
    } else {
      const now = Number.isFinite(values[row]) ? (values[row] as number) : range[0];
      const to = {
        ArrowRight: now + step,
        ArrowLeft: now - step,
        PageUp: now + PAGE * step,
        PageDown: now - PAGE * step,
        Home: range[0],
        End: range[1],
      }[event.key];
      if (to === undefined) return;
      grasp?.();
      hold.nudge();
      take(row, within(Number((Math.round(to / step) * step).toFixed(6))));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: handles within a drawing
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: likewise
    <g ref={group} role="group" aria-label={label} className={`bar-handles role-${hue}`} data-own-keys="">
      {Array.from(values, (value, row) => {
        if (!known(row)) return null;
        const box = axis.rowOf(row);
        const knob = Number.isNaN(value) ? axis.x(axis.base) : barEnd(axis, value);
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a handle is its number
            key={row}
            role="slider"
            data-bar={row}
            className="bar-handle"
            tabIndex={row === Math.min(focus, count - 1) ? 0 : -1}
            aria-label={nameOf(row)}
            aria-valuemin={range[0]}
            aria-valuemax={range[1]}
            aria-valuenow={Number.isFinite(value) ? within(value) : range[0]}
            aria-valuetext={printNumber(value).text}
            onFocus={() => setFocus(row)}
            onBlur={hold.letGo}
            onKeyDown={(event) => onKeyDown(event, row)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              dragged.current = row;
              grasp?.();
              hold.grasp();
              move(event);
            }}
            onPointerMove={move}
            onLostPointerCapture={() => {
              dragged.current = null;
            }}
          >
            <rect className="bar-ground" {...box} />
            <rect
              className="bar-knob"
              x={knob - 3}
              y={box.y + box.height * 0.14}
              width={6}
              height={box.height * 0.72}
              rx={3}
            />
          </g>
        );
      })}
    </g>
  );
}
