import { useEffect, useMemo, useState } from 'react';
import { DrawnButton } from '../../kit/button/DrawnButton.tsx';
import { whenIdle } from '../../kit/check/whenIdle.ts';
import { paintValues, valuePalette } from '../../kit/colour/valuePalette.ts';
import { seenBy, unitField } from '../../kit/digitPass/unitField.ts';
import { advance, createWalk, type Walk } from '../../kit/digitPass/walk.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { squaresIn } from '../../kit/stage/squares.ts';
import { useCanvas } from '../../kit/stage/useCanvas.ts';
import { GREY, growing, type PushModel, unitsOf } from './model.ts';
import { unitText } from './words.ts';

interface GrownProps {
  readonly box: Box;
  readonly model: PushModel;
  readonly step: number;
}

const GAP = 5;
const NAME = 16;

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
  const placed = squaresIn(box, count, { gap: GAP, above: NAME }).map((at, k) => ({ k, box: at }));
  useCanvas(
    box,
    (context, host) => {
      const palette = valuePalette(host);
      const cut = unitField({ layer, k: 0 });
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
        const { x } = walk.at(Math.min(step, walk.found - 1));
        paintValues(image.data, seenBy({ layer, k }, x, GREY), GREY, palette);
        pixels.putImageData(image, 0, 0);
        context.globalAlpha = walk.found > step ? 1 : 0.4;
        context.drawImage(sheet, at.x, at.y, at.width, at.height);
      }
      context.globalAlpha = 1;
    },
    [walks, step, round],
  );
  const choose = (unit: number): void => store.actions.setParams({ unit });
  return placed.map(({ k, box: at }) => (
    <DrawnButton
      key={k}
      name={say(unitText({ unit: { layer, k } } as PushModel))}
      className={`push-grown${k === chosen ? ' is-chosen' : ''}`}
      isPressed={k === chosen}
      press={() => choose(k)}
    >
      <rect {...at} />
      <text x={at.x + at.width / 2} y={at.y - 4}>
        {k}
      </text>
    </DrawnButton>
  ));
}
