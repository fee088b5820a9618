import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { whenIdle } from '../../kit/check/whenIdle.ts';
import { paintValues, valuePalette } from '../../kit/colour/valuePalette.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { createWalk, type Walk } from '../../kit/digitPass/walk.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Block } from '../../kit/scene/view.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { useCanvas } from '../../kit/stage/useCanvas.ts';
import { GREY, growing, type PushModel, unitsOf } from './model.ts';
import { receptive } from './view.ts';
import { unitText } from './words.ts';

interface GrownProps {
  readonly box: Box;
  readonly model: PushModel;
  readonly step: number;
}

const GAP = 5;
const NAME = 16;
/** Where there is width to spare, they stand so many sides apart. */
const SPREAD = 1.6;

interface Placed {
  readonly k: number;
  readonly box: Box;
}

/** Squares in one row, or in two where that makes them larger. */
function place({ x, y, width, height }: Box, count: number): Placed[] {
  const sideIn = (rows: number): number =>
    Math.min((width + GAP) / Math.ceil(count / rows) - GAP, (height + GAP) / rows - GAP - NAME);
  const rows = sideIn(2) > sideIn(1) ? 2 : 1;
  const [inRow, side] = [Math.ceil(count / rows), Math.floor(sideIn(rows))];
  const pitch = Math.min(SPREAD * side, (width - side) / Math.max(1, inRow - 1));
  return Array.from({ length: count }, (_, k) => ({
    k,
    box: {
      x: Math.round(x + (k % inRow) * pitch),
      y: Math.round(y + NAME + Math.floor(k / inRow) * (side + GAP + NAME)),
      width: side,
      height: side,
    },
  }));
}

/** The pixels that a unit sees, less grey. */
function cutOut(x: Float64Array, { row, col, rows, cols }: Block): Float64Array {
  return Float64Array.from(
    { length: rows * cols },
    (_, i) => (x[(row + Math.floor(i / cols)) * FACTS.image.cols + col + (i % cols)] as number) - GREY,
  );
}

/** A step of one of the walks each time, until all have come as far. */
export function* advance(walks: readonly Walk[], step: number, moved: () => void): Generator<void, void> {
  for (const walk of walks) {
    while (walk.found <= step) {
      walk.at(walk.found);
      yield;
    }
    moved();
  }
}

/**
 * What every filter or class of the layer has grown after as many steps, cut to what it sees, in the colours of more and less
 * than grey. They are computed in the pauses
 * of the page: one that is not as far yet shows how far it has come, pale. A press chooses it.
 */
export function Grown({ box, model, step }: GrownProps) {
  const { store } = useFigure();
  const say = useSay();
  const { layer, k: chosen } = model.unit;
  const { growth, decay, noise, clip, seed } = model.params;
  const count = unitsOf(layer);
  const walks = useMemo(
    () =>
      Array.from({ length: count }, (_, k) =>
        createWalk(growing({ layer, k }, { growth, decay, noise, clip, seed })),
      ),
    [layer, count, growth, decay, noise, clip, seed],
  );
  const [round, setRound] = useState(0);
  useEffect(() => {
    const moved = (): void => setRound((n) => n + 1);
    return whenIdle(advance(walks, step, moved), moved);
  }, [walks, step]);
  const placed = place(box, count);
  useCanvas(
    box,
    (context, host) => {
      const palette = valuePalette(host);
      const cut = receptive({ layer, k: 0 });
      const sheet = document.createElement('canvas');
      sheet.width = cut.cols;
      sheet.height = cut.rows;
      const pixels = sheet.getContext('2d');
      if (!pixels) return;
      const image = pixels.createImageData(cut.cols, cut.rows);
      context.imageSmoothingEnabled = false;
      for (const { k, box: at } of placed) {
        const walk = walks[k] as Walk;
        if (walk.found === 0) continue;
        paintValues(image.data, cutOut(walk.at(Math.min(step, walk.found - 1)).x, cut), GREY, palette);
        pixels.putImageData(image, 0, 0);
        context.globalAlpha = walk.found > step ? 1 : 0.4;
        context.drawImage(sheet, at.x, at.y, at.width, at.height);
      }
      context.globalAlpha = 1;
    },
    [walks, step, round],
  );
  const choose = (unit: number): void => store.actions.setParams({ unit });
  const onKeyDown = (event: KeyboardEvent, unit: number): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    choose(unit);
  };
  return placed.map(({ k, box: at }) => (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      key={k}
      className={`push-grown${k === chosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={k === chosen}
      aria-label={say(unitText({ unit: { layer, k } } as PushModel))}
      onClick={() => choose(k)}
      onKeyDown={(event) => onKeyDown(event, k)}
    >
      <rect {...at} />
      <text x={at.x + at.width / 2} y={at.y - 4}>
        {k}
      </text>
    </g>
  ));
}
