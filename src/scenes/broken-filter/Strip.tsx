import { type KeyboardEvent, useRef } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { valuePalette } from '../../kit/colour/valuePalette.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { useCanvas } from '../../kit/stage/useCanvas.ts';
import { FILTERS, isBroken, KERNEL, LAYERS, placeOfFilter, toggled } from './breaks.ts';
import { type BrokenModel, kernelOf } from './model.ts';
import { filterText, WORDS } from './words.ts';

/** Heights of a tile: its number, its kernel, the bar of what it costs, and that number. */
const NAME = 14;
const BAR = 30;
const COST = 14;
/** Between the two layers, and above each of them where they stand side by side. */
const APART = 20;
const HEAD = 16;
/** On a phone the bar stands beside the kernel, and both numbers below them. */
const IN_ROW = 8;
const SLIM = 8;

interface Placed {
  readonly filter: number;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  /** The kernel. */
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** All filters in one row; on a phone eight in a row. */
function placed(box: Box, phone: boolean): Placed[] {
  const inRow = phone ? IN_ROW : FILTERS;
  const wide = (box.width - (phone ? 0 : APART)) / inRow;
  const high = (box.height - (phone ? 0 : HEAD)) / (FILTERS / inRow);
  const side = Math.floor(
    phone ? Math.min(wide - SLIM - 8, high - COST - 4) : Math.min(wide - 8, high - NAME - BAR - COST),
  );
  return Array.from({ length: FILTERS }, (_, filter) => {
    const x = box.x + (filter % inRow) * wide + (!phone && filter >= LAYERS[0].filters ? APART : 0);
    const y = box.y + (phone ? 0 : HEAD) + Math.floor(filter / inRow) * high;
    return {
      ...{ filter, x, y, wide, high, side },
      left: phone ? x + 4 : x + (wide - side) / 2,
      top: y + (phone ? 2 : NAME),
    };
  });
}

/** Every filter by its kernel, with the digits that it costs when it alone is broken. A press breaks it, or mends it. */
export function Strip({
  box,
  model,
  phone,
}: {
  readonly box: Box;
  readonly model: BrokenModel;
  readonly phone: boolean;
}) {
  const { store } = useFigure();
  const say = useSay();
  const group = useRef<SVGGElement>(null);
  const { broken, filter: chosen, how, map } = model.params;
  const tiles = placed(box, phone);
  const most = Math.max(10, ...model.costs.map((cost) => cost ?? 0));
  useCanvas(
    box,
    (context, host) => {
      const palette = valuePalette(host);
      for (const { filter, left, top, side } of tiles) {
        const kernel = kernelOf(model, filter);
        const [cell, max] = [side / KERNEL, magnitude(kernel)];
        context.globalAlpha = isBroken(broken, filter) ? 0.35 : 1;
        kernel.forEach((weight, i) => {
          context.fillStyle = palette.of(weight, max);
          context.fillRect(left + (i % KERNEL) * cell, top + Math.floor(i / KERNEL) * cell, cell, cell);
        });
      }
    },
    [broken, map, model.kernel, phone],
  );
  const press = (filter: number): void =>
    store.actions.setParams({
      filter,
      broken: toggled(broken, filter),
      ...(filter !== chosen && { weights: null }),
    });
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const at = (event.target as SVGGElement).dataset['filter'];
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const [from, down] = [Number(at), phone ? IN_ROW : FILTERS];
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, ArrowDown: from + down, ArrowUp: from - down }[
      event.key
    ];
    if (event.key === 'Enter' || event.key === ' ') press(from);
    else if (to === undefined) return;
    else group.current?.querySelector<SVGGElement>(`[data-filter="${to}"]`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing
    <g ref={group} role="group" aria-label={say(WORDS.broken)} className="broken-strip" onKeyDown={onKeyDown}>
      {!phone &&
        LAYERS.map(({ filters }, layer) => (
          <text
            key={filters}
            className="is-strong"
            x={(tiles[layer === 0 ? 0 : 8]?.x ?? 0) + 4}
            y={box.y + 10}
          >
            {say(layer === 0 ? WORDS.first : WORDS.second)}
            {layer === 0 && (
              <tspan className="is-soft" dx={10}>
                {say(how === 'silent' ? WORDS.lost : WORDS.lostFrozen)}
              </tspan>
            )}
          </text>
        ))}
      {tiles.map((tile) => (
        <FilterTile
          key={tile.filter}
          {...tile}
          cost={model.costs[tile.filter] ?? null}
          most={most}
          phone={phone}
          isOut={isBroken(broken, tile.filter)}
          isChosen={tile.filter === chosen}
          name={say(filterText(tile.filter))}
          press={() => press(tile.filter)}
        />
      ))}
    </g>
  );
}

interface TileProps extends Placed {
  readonly cost: number | null;
  readonly most: number;
  readonly phone: boolean;
  readonly isOut: boolean;
  readonly isChosen: boolean;
  readonly name: string;
  press(): void;
}

function FilterTile(props: TileProps) {
  const { filter, x, y, wide, high, left, top, side, cost, most, phone, isOut, isChosen, name, press } =
    props;
  const part = cost === null ? 0 : Math.max(0, cost) / most;
  const bar = Math.max(1, part * (phone ? side : BAR - 5));
  const foot = phone ? top + side : top + side + BAR;
  const text = cost === null ? '·' : printNumber(cost).text;
  const middle = x + wide / 2;
  const [number, price] = phone
    ? [
        { x: left, y: foot + 12 },
        { x: x + wide - 4, y: foot + 12, textAnchor: 'end' as const },
      ]
    : [
        { x: middle, y: y + 10, textAnchor: 'middle' as const },
        { x: middle, y: foot + 11, textAnchor: 'middle' as const },
      ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      className={`broken-tile${isOut ? ' is-out' : ''}${isChosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isOut}
      aria-label={cost === null ? name : `${name}: ${text}`}
      data-filter={filter}
      onClick={press}
    >
      <rect className="broken-hit" x={x + 1} y={y} width={wide - 2} height={high - 1} rx={5} />
      <text {...number} className={phone ? 'is-soft' : undefined}>
        {placeOfFilter(filter).index}
      </text>
      <rect className="broken-frame" x={left} y={top} width={side} height={side} />
      {isOut && (
        <path className="broken-cross" d={`M${left} ${top}l${side} ${side}m0 ${-side}l${-side} ${side}`} />
      )}
      {cost !== null && (
        <rect
          className="broken-bar"
          x={phone ? left + side + 3 : left + 3}
          y={foot - bar}
          width={phone ? SLIM : side - 6}
          height={bar}
        />
      )}
      <text {...price}>{text}</text>
    </g>
  );
}
