import type { KeyboardEvent } from 'react';
import { packPixels } from '../../kit/digits/givenPixels.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { useCanvas } from '../../kit/stage/useCanvas.ts';
import { writeLink } from '../../playback/link.ts';
import type { Flip } from './bench.ts';
import type { BrokenModel } from './model.ts';
import { WORDS } from './words.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
/** A thumbnail with the two readings below it. */
const STEP = [40, 50] as const;
const HEAD = 18;
/** The width of the link that leads on. */
const OPEN = 140;

/** The digits that are read otherwise. A press takes one apart on the stage; from there it opens in the whole network. */
export function Flips({ box, model }: { readonly box: Box; readonly model: BrokenModel }) {
  const { store, language } = useFigure();
  const say = useSay();
  const { bench, flips, params } = model;
  const inRow = Math.max(1, Math.floor(box.width / STEP[0]));
  const rows = Math.max(1, Math.floor((box.height - HEAD) / STEP[1]));
  const shown = flips.slice(0, inRow * rows);
  const placeOf = (i: number) => ({
    x: Math.round(box.x + (i % inRow) * STEP[0]),
    y: Math.round(box.y + HEAD + Math.floor(i / inRow) * STEP[1]),
  });
  useCanvas(
    box,
    (context, host) => {
      const ink = getComputedStyle(host).getPropertyValue('--ink').trim() || '#000';
      const cell = 32 / SIDE;
      context.fillStyle = ink;
      shown.forEach(({ digit }, i) => {
        const { x, y } = placeOf(i);
        for (let p = 0; p < PIXELS; p++) {
          const level = bench?.digits.pixels[digit * PIXELS + p] ?? 0;
          if (level === 0) continue;
          context.globalAlpha = level / 255;
          context.fillRect(x + 3 + (p % SIDE) * cell, y + 3 + Math.floor(p / SIDE) * cell, cell, cell);
        }
      });
    },
    [bench, flips, inRow, rows],
  );
  if (!bench) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing
    <g role="group" aria-label={say(WORDS.flips)} className="broken-text">
      <text x={box.x} y={box.y + 11}>
        <tspan className="is-strong">{`${say(WORDS.flips)}: ${flips.length}`}</tspan>
      </text>
      <a href={linkOf(model)} className="broken-open">
        <rect className="broken-hit" x={box.x + box.width - OPEN} y={box.y - 8} width={OPEN} height={25} />
        <text x={box.x + box.width} y={box.y + 11} textAnchor="end">
          {`${say(WORDS.open)} ›`}
        </text>
      </a>
      {shown.map((flip, i) => (
        <FlipTile
          key={flip.digit}
          {...placeOf(i)}
          flip={flip}
          isChosen={flip.digit === params.digit}
          name={
            language === 'en'
              ? `A ${flip.label}, read as ${flip.before}, now as ${flip.now}`
              : `一个 ${flip.label}，原来读作 ${flip.before}，现在读作 ${flip.now}`
          }
          press={() => store.actions.setParams({ digit: flip.digit })}
        />
      ))}
    </g>
  );
}

/** The digit on the stage as a link to the figure of the whole network, with the loss of its class. */
const linkOf = ({ pixels, label }: BrokenModel): string =>
  writeLink({ scene: 'network', texts: { pixels: packPixels(pixels), label: String(label) } });

interface FlipTileProps {
  readonly x: number;
  readonly y: number;
  readonly flip: Flip;
  readonly isChosen: boolean;
  readonly name: string;
  press(): void;
}

function FlipTile({ x, y, flip: { label, before, now }, isChosen, name, press }: FlipTileProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    press();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      className={`broken-flip${isChosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={name}
      onClick={press}
      onKeyDown={onKeyDown}
    >
      <rect className="broken-hit" x={x} y={y} width={STEP[0] - 2} height={STEP[1] - 2} rx={4} />
      <text x={x + 19} y={y + 46} textAnchor="middle">
        <tspan className={before === label ? 'is-right' : undefined}>{before}</tspan>→
        <tspan className={now === label ? 'is-right' : undefined}>{now}</tspan>
      </text>
    </g>
  );
}
