import { useMemo } from 'react';
import { printNumber } from '../../../../formula/numbers.ts';
import { magnitude } from '../../../../kit/colour/valueScale.ts';
import { digit } from '../../../../kit/samples/samples.ts';
import { TRANSLATED } from '../../../../kit/stage/untranslated.ts';
import { latest } from '../filters/filters.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { Tints } from '../parts/Tints.tsx';
import { mapsLayout } from './layout.ts';
import { mapsOf } from './maps.ts';
import { chooseText, layerText, readText, WORDS } from './words.ts';

const LEFT = 74;

/** What the weights of now make of a digit, layer by layer. Pressing the digit takes the next one; arrows go both ways. */
export function MapsPanel({ run, box, language, choice, onChoice }: PanelProps) {
  const look = latest(run);
  const { settings } = run;
  const made = useMemo(
    () => mapsOf(settings, look, Uint8Array.from(digit(choice.digit).pixels)),
    [settings, look, choice.digit],
  );
  const room = { ...box, x: box.x + LEFT, width: box.width - LEFT };
  const places = mapsLayout(
    room,
    made.layers.map(({ count }) => count),
  );
  const percent = printNumber(100 * made.sure, { digits: 1 }).text;
  const go = (by: number): void => onChoice({ digit: (choice.digit + 10 + by) % 10 });
  const side = LEFT - 16;
  return (
    <g className="panel-maps">
      <PanelTitle
        box={box}
        title={WORDS.title[language]}
        note={readText(choice.digit, made.read, percent)[language]}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a button within a drawing */}
      <g
        role="button"
        tabIndex={0}
        className="panel-button"
        aria-label={chooseText(choice.digit)[language]}
        onClick={() => go(1)}
        onKeyDown={(event) => {
          const by = { Enter: 1, ' ': 1, ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          go(by);
        }}
      >
        <rect x={box.x} y={box.y + 24} width={side + 8} height={side + 26} rx="5" />
        <Tints values={made.input} cols={28} max={1} x={box.x + 4} y={box.y + 28} width={side} ink />
        <text className="panel-text is-middle" x={box.x + 4 + side / 2} y={box.y + side + 44} {...TRANSLATED}>
          {`${WORDS.digit[language]} ${choice.digit} ›`}
        </text>
      </g>
      {made.layers.length === 0 && <PanelSentence box={room} text={WORDS.noMaps[language]} />}
      {made.layers.map(({ block, count, side: cells, values }, i) => {
        const place = places[i];
        const max = magnitude(values);
        return (
          place && (
            <g key={block}>
              <text className="panel-text" x={room.x} y={place.textY} {...TRANSLATED}>
                {layerText(block, count, cells)[language]}
              </text>
              {Array.from({ length: count }, (_, k) => (
                <Tints
                  key={String(k)}
                  values={Array.from(
                    { length: cells ** 2 },
                    (_, at) => values[k * cells ** 2 + at] as number,
                  )}
                  cols={cells}
                  {...{ max }}
                  {...place.corner(k)}
                  width={place.side}
                />
              ))}
            </g>
          )
        );
      })}
    </g>
  );
}
