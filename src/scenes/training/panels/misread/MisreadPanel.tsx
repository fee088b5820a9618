import { type KeyboardEvent, useState } from 'react';
import { printNumber } from '../../../../formula/numbers.ts';
import { TRANSLATED } from '../../../../kit/stage/untranslated.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { Tints } from '../parts/Tints.tsx';
import { digitsLayout } from './layout.ts';
import { digitsToShow } from './misread.ts';
import { networkLink, readerOf } from './opening.ts';
import { useDigits } from './useDigits.ts';
import { useOpening } from './useOpening.ts';
import { cellTitle, nameOf, noteOf, readWord, WORDS } from './words.ts';

/** Test digits that are misread, or those of a cell of the confusion matrix; each leads into the figure of the network. */
export function MisreadPanel({ run, box, language, ask, choice, onChoice }: PanelProps) {
  const { cell } = choice;
  const made = run.readings;
  const all = made ? digitsToShow(made.readings, cell) : [];
  const place = digitsLayout(box);
  const shown = all.slice(0, place.perRow * place.rows);
  const reader = readerOf(run.settings);
  const open = useOpening(run, reader, language);
  const pixels = useDigits(
    ask,
    shown.map((digit) => digit.place),
    run.activity,
  );
  const [wanted, setWanted] = useState(0);
  const stop = Math.min(wanted, shown.length - 1);
  const sentence = !made ? WORDS.none : shown.length > 0 ? null : cell ? WORDS.noneInCell : WORDS.allRight;
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -place.perRow, ArrowDown: place.perRow }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(shown.length - 1, Math.max(0, stop + by));
    setWanted(next);
    event.currentTarget.querySelectorAll<SVGElement>('a[data-digit]')[next]?.focus();
  };
  return (
    <g className="panel-misread">
      <PanelTitle
        box={box}
        title={cell ? cellTitle(run.settings.data, cell)[language] : WORDS.title[language]}
        note={made ? noteOf(all.length, made.readings.count, made.step, reader)[language] : ''}
      />
      {sentence && <PanelSentence box={box} text={sentence[language]} />}
      {/* biome-ignore lint/a11y: links within a drawing, one tab stop for all of them */}
      <g role="group" aria-label={WORDS.list[language]} onKeyDown={onKeyDown}>
        {shown.map(({ place: of, label, read, sure }, n) => {
          const { x, y } = place.corner(n);
          const ink = pixels.get(of);
          const percent = printNumber(100 * sure, { digits: 0 }).text;
          return (
            <a
              key={of}
              data-digit={of}
              href={ink && networkLink(ink, label, run.settings)}
              tabIndex={n === stop ? 0 : -1}
              aria-label={nameOf(run.settings.data, { label, read, percent, reader })[language]}
              onClick={open}
              onAuxClick={open}
              onFocus={() => setWanted(n)}
            >
              {ink ? (
                <Tints values={ink} cols={28} max={255} {...{ x, y }} width={place.side} ink />
              ) : (
                <rect className="panel-paper" {...{ x, y }} width={place.side} height={place.side} />
              )}
              <rect className="panel-frame" {...{ x, y }} width={place.side} height={place.side} />
              <text
                className="panel-text is-middle"
                x={x + place.side / 2}
                y={y + place.side + 14}
                {...TRANSLATED}
              >
                <tspan className="is-strong">{label}</tspan> {readWord[language]}{' '}
                <tspan className={label === read ? 'is-strong' : 'is-wrong'}>{read}</tspan>
              </text>
            </a>
          );
        })}
      </g>
      {cell && (
        // biome-ignore lint/a11y/useSemanticElements: a button within a drawing
        <g
          role="button"
          tabIndex={0}
          className="panel-button"
          aria-label={WORDS.all[language]}
          onClick={() => onChoice({ cell: null })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') {
              event.preventDefault();
              onChoice({ cell: null });
            }
          }}
        >
          <rect x={box.x + box.width - 22} y={box.y - 2} width="22" height="22" rx="5" />
          <path d={`M${box.x + box.width - 15.5} ${box.y + 4.5}l9 9m0 -9l-9 9`} />
        </g>
      )}
    </g>
  );
}
