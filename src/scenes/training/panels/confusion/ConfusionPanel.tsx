import { thousands } from '../../../../formula/numbers.ts';
import { valueColor } from '../../../../kit/colour/valueScale.ts';
import { TRANSLATED, UNTRANSLATED } from '../../../../kit/stage/untranslated.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { PressGrid, type Spot } from '../parts/PressGrid.tsx';
import { CLASSES, confusionOf } from './confusion.ts';
import { cellName, noteOf, WORDS } from './words.ts';

const [TITLE, WIDEST, LEFT] = [20, 42, 46] as const;
const NUMBERS = Array.from({ length: CLASSES }, (_, n) => n);

/** Which digits are read as which; pressing a number shows its digits among those that are misread. */
export function ConfusionPanel({ run, box, language, choice, onChoice }: PanelProps) {
  const made = run.readings?.readings;
  const note = made ? noteOf(made.correct, made.count)[language] : '';
  const title = <PanelTitle box={box} title={WORDS.title[language]} note={note} />;
  if (!made)
    return (
      <>
        {title}
        <PanelSentence box={box} text={WORDS.none[language]} />
      </>
    );
  const { counts, totals, worst } = confusionOf(made);
  const height = (box.height - TITLE) / (CLASSES + 1);
  const width = Math.min(WIDEST, (box.width - LEFT) / CLASSES);
  const corner = { x: box.x + LEFT, y: box.y + TITLE + height };
  const boxOf = ({ row, col }: Spot) => ({
    ...{ x: corner.x + col * width, y: corner.y + row * height },
    ...{ width, height },
  });
  const countOf = ({ row, col }: Spot): number => counts[row]?.[col] ?? 0;
  /** Errors against the most frequent one, what is right against its class. */
  const tintOf = ({ row, col }: Spot): string =>
    row === col
      ? valueColor(countOf({ row, col }) / (2 * Math.max(1, totals[row] ?? 1)), 1)
      : valueColor(-countOf({ row, col }), Math.max(1, worst));
  const middle = (spot: Spot) => {
    const { x, y } = boxOf(spot);
    return { x: x + width / 2, y: y + height / 2 + 4.3 };
  };
  return (
    <g className="panel-confusion">
      {title}
      <text className="panel-text" x={box.x} y={box.y + TITLE + height / 2 + 4} {...TRANSLATED}>
        {WORDS.read[language]}
      </text>
      <g {...UNTRANSLATED}>
        {NUMBERS.map((n) => (
          <g key={n}>
            <text
              className="panel-text is-strong is-middle"
              x={corner.x + (n + 0.5) * width}
              y={box.y + TITLE + height / 2 + 4}
            >
              {n}
            </text>
            <text className="panel-text is-strong is-end" x={corner.x - 8} y={middle({ row: n, col: 0 }).y}>
              {n}
            </text>
          </g>
        ))}
        <text className="panel-text" x={box.x} y={middle({ row: 0, col: 0 }).y} {...TRANSLATED}>
          {WORDS.label[language]}
        </text>
        {NUMBERS.flatMap((row) =>
          NUMBERS.map((col) => (
            <g key={`${row} ${col}`}>
              <rect className="panel-count" {...boxOf({ row, col })} style={{ fill: tintOf({ row, col }) }} />
              {countOf({ row, col }) > 0 && (
                <text className="panel-text is-strong is-middle" {...middle({ row, col })}>
                  {thousands(countOf({ row, col }))}
                </text>
              )}
            </g>
          )),
        )}
      </g>
      <PressGrid
        label={WORDS.grid[language]}
        rows={CLASSES}
        cols={CLASSES}
        area={{ ...corner, width: CLASSES * width, height: CLASSES * height }}
        boxOf={boxOf}
        spotAt={(x, y) => {
          const [col, row] = [Math.floor((x - corner.x) / width), Math.floor((y - corner.y) / height)];
          return col >= 0 && col < CLASSES && row >= 0 && row < CLASSES ? { row, col } : null;
        }}
        nameOf={({ row, col }) => cellName(run.settings.data, row, col, countOf({ row, col }))[language]}
        numberOf={countOf}
        pressed={choice.cell && { row: choice.cell.label, col: choice.cell.read }}
        onPress={({ row: label, col: read }) => {
          const again = choice.cell?.label === label && choice.cell.read === read;
          onChoice({ cell: again ? null : { label, read } });
        }}
      />
    </g>
  );
}
