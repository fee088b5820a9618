import { printNumber } from '../../../../formula/numbers.ts';
import { magnitude } from '../../../../kit/colour/valueScale.ts';
import { textWidth } from '../../../../kit/stage/textWidth.ts';
import { TRANSLATED } from '../../../../kit/stage/untranslated.ts';
import type { Look } from '../../../../worker/protocol.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { PressGrid, type Spot } from '../parts/PressGrid.tsx';
import { Tints } from '../parts/Tints.tsx';
import {
  type FirstLayer,
  firstLayer,
  latest,
  pictureOf,
  placedWeight,
  thenAndNow,
  weightName,
} from './filters.ts';
import { filtersLayout } from './layout.ts';
import { stepText, titleOf, WORDS } from './words.ts';

/** The first layer's weights at the start, on the way and now, all on one scale; pressing one chooses it. */
export function FiltersPanel(props: PanelProps) {
  const { run, box, language } = props;
  const looks = thenAndNow(run);
  const now = latest(run);
  const layer = firstLayer(now);
  if (!layer)
    return (
      <>
        <PanelTitle box={box} title={WORDS.title[language]} />
        <PanelSentence box={box} text={WORDS.none[language]} />
      </>
    );
  return <Pictures {...props} {...{ looks, now, layer }} />;
}

interface PicturesProps extends PanelProps {
  readonly looks: readonly Look[];
  readonly now: Look;
  readonly layer: FirstLayer;
}

function Pictures({ box, language, choice, onChoice, looks, now, layer }: PicturesProps) {
  const { side: cells, shown } = layer;
  const labels = looks.map(({ step }) => stepText(step)[language]);
  const label = Math.max(...labels.map((text) => textWidth(text, 13))) + 10;
  const place = filtersLayout(box, layer, looks.length, label);
  const max = magnitude(...looks.map(({ weights }) => weights[0]?.data ?? []));
  const last = looks.length - 1;
  const cell = place.side / cells;
  const weight = placedWeight(choice.weight, layer);

  // The pictures of now side by side are one grid: a line of it has the rows of its pictures.
  const spotOf = (at: number): Spot => {
    const [k, inside] = [Math.floor(at / cells ** 2), at % cells ** 2];
    return {
      row: Math.floor(k / place.perLine) * cells + Math.floor(inside / cells),
      col: (k % place.perLine) * cells + (inside % cells),
    };
  };
  const pictureAt = ({ row, col }: Spot): number =>
    Math.min(shown - 1, Math.floor(row / cells) * place.perLine + Math.floor(col / cells));
  const weightAt = (spot: Spot) => ({
    param: 0,
    at: pictureAt(spot) * cells ** 2 + (spot.row % cells) * cells + (spot.col % cells),
  });
  const boxOf = (spot: Spot) => {
    const { x, y } = place.corner(last, pictureAt(spot));
    return { x: x + (spot.col % cells) * cell, y: y + (spot.row % cells) * cell, width: cell, height: cell };
  };
  const numberOf = (spot: Spot): number => now.weights[0]?.data[weightAt(spot).at] ?? Number.NaN;
  const corner = place.corner(last, 0);
  const area = { ...corner, width: box.x + box.width - corner.x, height: place.lines * place.pitch };
  const spotAt = (x: number, y: number): Spot | null => {
    const [column, line] = [
      Math.floor((x - corner.x) / place.pitch),
      Math.floor((y - corner.y) / place.pitch),
    ];
    const k = line * place.perLine + column;
    const [dx, dy] = [x - corner.x - column * place.pitch, y - corner.y - line * place.pitch];
    if (column < 0 || column >= place.perLine || k < 0 || k >= shown || dx >= place.side || dy >= place.side)
      return null;
    return { row: line * cells + Math.floor(dy / cell), col: column * cells + Math.floor(dx / cell) };
  };
  const chosen = place.corner(last, Math.floor(weight.at / cells ** 2));
  return (
    <g className="panel-filters">
      <PanelTitle box={box} title={titleOf(layer)[language]} note={WORDS.press[language]} />
      {looks.map((look, i) => (
        <g key={look.step}>
          <text
            className="panel-text"
            x={box.x}
            y={place.corner(i, 0).y + (place.lines * place.pitch) / 2}
            {...TRANSLATED}
          >
            {labels[i]}
          </text>
          {Array.from({ length: shown }, (_, k) => (
            <Tints
              key={String(k)}
              values={pictureOf(look, layer, k)}
              cols={cells}
              max={max}
              {...place.corner(i, k)}
              width={place.side}
            />
          ))}
        </g>
      ))}
      <rect
        className="panel-chosen"
        x={chosen.x - 2.5}
        y={chosen.y - 2.5}
        width={place.side + 5}
        height={place.side + 5}
        rx="2"
      />
      <PressGrid
        label={WORDS.grid[language]}
        rows={place.lines * cells}
        cols={place.perLine * cells}
        {...{ area, boxOf, spotAt, numberOf }}
        nameOf={(spot) => `${weightName(weightAt(spot), layer)}: ${printNumber(numberOf(spot)).text}`}
        pressed={spotOf(weight.at)}
        onPress={(spot) => onChoice({ weight: weightAt(spot) })}
      />
    </g>
  );
}
