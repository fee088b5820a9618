import { type KeyboardEvent, useRef, useState } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Edge, HEIGHT, RADIUS, type Unit } from './drawing.ts';
import type { DenseModel } from './model.ts';
import type { DenseView } from './view.ts';
import { columnName, subscript, unitName, WORDS } from './words.ts';

const across = (percent: number): string => `${Math.round(percent * 100) / 100}%`;

interface NetworkProps {
  readonly model: DenseModel;
  readonly view: DenseView;
  readonly pinned: CellRef | null;
}

const same = (a: CellRef | null, b: CellRef): boolean =>
  a !== null && a.tensor === b.tensor && a.row === b.row && a.col === b.col;

/**
 * The network as it is usually drawn. One tab stop; the arrows go from neuron to neuron, Enter or a click
 * pins. A line pins its weight; by keyboard the same weight is a cell of the matrix.
 */
export function Network({ model, view, pinned }: NetworkProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const svg = useRef<SVGSVGElement>(null);
  const [focus, setFocus] = useState({ column: 0, unit: 0 });
  const { units, edges, columns } = view.drawing;
  const column = Math.min(focus.column, units.length - 1);
  const unit = Math.min(focus.unit, (units[column]?.length ?? 1) - 1);
  const { actions } = store;
  const toggle = (ref: CellRef): void => actions.pin(same(store.getState().pinned, ref) ? null : ref);
  const move = (toColumn: number, toUnit: number): void => {
    const c = Math.min(units.length - 1, Math.max(0, toColumn));
    const u = Math.min((units[c]?.length ?? 1) - 1, Math.max(0, toUnit));
    setFocus({ column: c, unit: u });
    svg.current?.querySelector<SVGGElement>(`[data-unit="${c},${u}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, at: Unit): void => {
    const to = {
      ArrowLeft: [at.column - 1, at.unit],
      ArrowRight: [at.column + 1, at.unit],
      ArrowUp: [at.column, at.unit - 1],
      ArrowDown: [at.column, at.unit + 1],
      Home: [at.column, 0],
      End: [at.column, 99],
    }[event.key] as [number, number] | undefined;
    if (!to && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (to) move(...to);
    else toggle(at.ref);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose neurons are buttons
    <svg
      ref={svg}
      className="dn-network"
      role="group"
      aria-label={say(WORDS.drawing)}
      width="100%"
      height={HEIGHT}
      onPointerLeave={() => actions.point(null)}
    >
      {columns.map((x, at) => (
        <text key={columnName(model, at).en} className="dn-heading" x={across(x)} y={16} aria-hidden="true">
          {say(columnName(model, at))}
        </text>
      ))}
      <g aria-hidden="true">
        {[...edges].sort(byState).map((edge) => (
          <EdgeLine
            key={`${edge.layer},${edge.to},${edge.from}`}
            edge={edge}
            onPin={toggle}
            onPoint={actions.point}
          />
        ))}
      </g>
      <g aria-hidden="true">
        {edges.map(
          ({ label, layer, to, from, state }) =>
            label && (
              <text
                key={`${layer},${to},${from}`}
                className={`dn-weight is-${state}`}
                x={across(label.x)}
                y={label.y}
              >
                {label.text}
              </text>
            ),
        )}
      </g>
      {units.flat().map((each) => (
        // biome-ignore lint/a11y/useSemanticElements: a button inside a drawing
        <g
          key={`${each.column},${each.unit}`}
          role="button"
          data-unit={`${each.column},${each.unit}`}
          data-own-keys=""
          tabIndex={each.column === column && each.unit === unit ? 0 : -1}
          aria-pressed={same(pinned, each.ref)}
          aria-label={`${unitName(model, each.column, each.unit, language)}${each.value === undefined ? '' : `: ${printNumber(each.value).text}`}`}
          className={`dn-unit ${each.column === 0 ? 'is-input' : ''} ${each.role ? `is-${each.role}` : ''} ${each.value === undefined ? 'is-empty' : ''} ${each.running ? 'is-running' : ''}`}
          onPointerEnter={(event) => event.pointerType !== 'touch' && actions.point(each.ref)}
          onPointerLeave={() => actions.point(null)}
          onFocus={(event) => {
            setFocus({ column: each.column, unit: each.unit });
            if (event.target.matches(':focus-visible')) actions.point(each.ref);
          }}
          onBlur={() => actions.point(null)}
          onClick={() => toggle(each.ref)}
          onKeyDown={(event) => onKeyDown(event, each)}
        >
          <UnitShape
            unit={each}
            name={each.column === 0 ? `x${subscript(model.order[each.unit] ?? 0)}` : ''}
          />
          {same(pinned, each.ref) && <PinRing unit={each} />}
        </g>
      ))}
    </svg>
  );
}

const LAYERING = ['idle', 'pending', 'source', 'reached', 'active'] as const;
const byState = (a: Edge, b: Edge): number => LAYERING.indexOf(a.state) - LAYERING.indexOf(b.state);

interface EdgeLineProps {
  readonly edge: Edge;
  onPin(ref: CellRef): void;
  onPoint(ref: CellRef | null): void;
}

function EdgeLine({ edge, onPin, onPoint }: EdgeLineProps) {
  const [x1, y1, x2, y2] = edge.line;
  const ends = { x1: across(x1), y1, x2: across(x2), y2 };
  const sign = edge.value < 0 ? 'negative' : edge.value > 0 ? 'positive' : 'zero';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the weight is a cell of the matrix
    <g
      className={`dn-edge is-${edge.state} ${sign}`}
      onPointerEnter={(event) => event.pointerType !== 'touch' && onPoint(edge.ref)}
      onPointerLeave={() => onPoint(null)}
      onClick={() => onPin(edge.ref)}
    >
      <line className="dn-hit" {...ends} />
      <line className="dn-line" {...ends} strokeWidth={edge.width} />
    </g>
  );
}

/** The dashed ring of a pinned unit, round or square like the unit. */
function PinRing({ unit: { column, x, y } }: { readonly unit: Unit }) {
  if (column > 0)
    return <circle className="dn-pin" cx={across(x)} cy={y} r={RADIUS + 5} aria-hidden="true" />;
  return (
    <svg x={across(x)} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
      <rect
        className="dn-pin"
        x={-RADIUS - 2}
        y={-RADIUS - 2}
        width={RADIUS * 2 + 4}
        height={RADIUS * 2 + 4}
        rx={6}
      />
    </svg>
  );
}

/** An input is a square, a neuron a circle; the bias stands below its neuron. */
function UnitShape({ unit, name }: { readonly unit: Unit; readonly name: string }) {
  const { y, text, bias } = unit;
  const x = across(unit.x);
  const side = RADIUS * 2 - 4;
  return (
    <>
      {unit.column === 0 ? (
        <svg x={x} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
          <rect className="dn-body" x={-side / 2} y={-side / 2} width={side} height={side} rx={4} />
          <text className="dn-name" x={-side / 2 - 7} y={0}>
            {name}
          </text>
        </svg>
      ) : (
        <circle className="dn-body" cx={x} cy={y} r={RADIUS} />
      )}
      <text className={`dn-value ${text.length > 4 ? 'is-long' : ''}`} x={x} y={y}>
        {text}
      </text>
      {bias !== null && (
        <text className="dn-bias" x={x} y={y + RADIUS + 9}>
          {bias}
        </text>
      )}
    </>
  );
}
