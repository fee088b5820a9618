import { printNumber } from '../../../../formula/numbers.ts';
import { plotFrame } from '../../../../kit/plot/frame.ts';
import { Plot } from '../../../../kit/plot/Plot.tsx';
import { powerText } from '../../../../kit/plot/powerText.ts';
import { TRANSLATED, UNTRANSLATED } from '../../../../kit/stage/untranslated.ts';
import { latest } from '../filters/filters.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { healthOf, powersOf } from './health.ts';
import { deadText, shortNames, WORDS } from './words.ts';

const [TITLE, LINE, DASH] = [22, 20, 22] as const;
/** Lines are told apart by their dash. */
const DASHES = ['none', '8 4', '2 3', '8 3 2 3', '14 4'] as const;
/** Right edges of the columns, from the left edge of the table, where there is room and where there is not. */
const COLUMNS = { gradient: 132, move: 206, dead: 262 } as const;
const NARROW = { gradient: 100, move: 168, dead: 224 } as const;
/** A box narrower than this has a narrow table. */
const ROOMY = 400;

const two = (value: number | null): string =>
  value === null ? '–' : printNumber(Number(value.toPrecision(2)), { digits: 4 }).text;

/** The size of each layer's gradient over the steps; how far its weights move; how many units of its ReLU are dead. */
export function HealthPanel({ run, box, language }: PanelProps) {
  if (run.reports.length === 0)
    return (
      <>
        <PanelTitle box={box} title={WORDS.title[language]} />
        <PanelSentence box={box} text={WORDS.none[language]} />
      </>
    );
  const columns = box.width < ROOMY ? NARROW : COLUMNS;
  const width = Math.max(90, box.width - columns.dead - 14);
  const health = healthOf(run.reports, run.layers, latest(run).dead, Math.max(20, Math.floor(width / 2)));
  const frame = plotFrame(
    { x: box.x + 10, y: box.y + TITLE - 4, width: width - 10, height: box.height - TITLE + 4 },
    { x: [0, Math.max(1, run.reached)], y: powersOf(health) },
  );
  const names = shortNames(run.layers.map(({ type }) => type));
  const left = box.x + box.width - columns.dead;
  return (
    <g className="panel-health">
      <PanelTitle box={box} title={WORDS.title[language]} note={WORDS.note[language]} />
      <Plot frame={frame} label={WORDS.plot[language]} upText={powerText}>
        {health.map(({ layer, line }, i) => (
          <path
            key={layer}
            className="panel-path is-plain"
            strokeDasharray={DASHES[i % DASHES.length]}
            d={line
              .map(
                ({ step, power }, k) =>
                  `${k > 0 ? 'L' : 'M'}${frame.x(step).toFixed(1)} ${frame.y(power).toFixed(1)}`,
              )
              .join('')}
          />
        ))}
      </Plot>
      <g {...UNTRANSLATED}>
        {(['gradient', 'move', 'dead'] as const).map((column) => (
          <text
            key={column}
            className="panel-text is-end"
            x={left + columns[column]}
            y={box.y + TITLE + 12}
            {...TRANSLATED}
          >
            {WORDS[column][language]}
          </text>
        ))}
        {health.map(({ layer, gradient, move, dead }, i) => {
          const y = box.y + TITLE + 12 + (i + 1) * LINE;
          return (
            <g key={layer}>
              <path
                className="panel-path is-plain"
                strokeDasharray={DASHES[i % DASHES.length]}
                d={`M${left} ${y - 4.5}h${DASH}`}
              />
              <text className="panel-text" x={left + DASH + 6} y={y} {...TRANSLATED}>
                {names[i]?.[language]}
              </text>
              <text className="panel-text is-strong is-end" x={left + columns.gradient} y={y}>
                {two(gradient)}
              </text>
              <text className="panel-text is-strong is-end" x={left + columns.move} y={y}>
                {two(move)}
              </text>
              {dead && (
                <text
                  className={`panel-text is-strong is-end`}
                  x={left + columns.dead}
                  y={y}
                  data-dead={dead.dead}
                  {...TRANSLATED}
                >
                  <tspan className={dead.dead > 0 ? 'is-wrong' : undefined}>
                    {deadText(dead.dead, dead.of)[language]}
                  </tspan>
                </text>
              )}
            </g>
          );
        })}
      </g>
    </g>
  );
}
