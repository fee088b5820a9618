import { useCallback } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { isBroken, LAYERS, placeOfFilter, toggled } from '../../kit/ablation/breaks.ts';
import { FilterStrip } from '../../kit/ablation/FilterStrip.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Box, type Boxes, cellBox, type GridBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Flips } from './Flips.tsx';
import { type BrokenModel, kernelOf } from './model.ts';
import type { BrokenParams } from './parameters.ts';
import { Result } from './Result.tsx';
import type { BrokenView } from './view.ts';
import { filterText, WORDS } from './words.ts';

const MAPS = ['x', 'was', 'w', 'y'] as const;
/** The side of the digit, its map and the kernel, and between two of them. */
const SIDE = 112;
const GAP = 16;
const APART = 26;
const SCORES = 92;

/** The filters; below them the digit and what becomes of it, and what becomes of all test digits. */
function planOf({ band, width }: StageSize, mapSide: number): Plan {
  const phone = band === 'phone';
  const strip = row([room('strip', 300, { wide: 112, medium: 100, phone: 132 }[band], { grows: true })]);
  const cell = { wide: 17, medium: 14, phone: 12 }[band];
  const of = { size: 'share', largest: cell };
  const shares = row(
    [
      grid('share', { ...of, title: phone ? 'none' : 'above' }),
      grid('logits', { ...of, title: 'none' }),
      room('scores', SCORES, 10 * cell),
    ],
    { gap: 6, align: 'end' },
  );
  if (phone) {
    const line = (id: string, height: number) => row([room(id, 300, height, { grows: true })]);
    return column([strip, shares, line('result', 40), line('flips', 66)], { gap: 8 });
  }
  const used = 17 * cell + 2 * 6 + SCORES + APART + (band === 'wide' ? 2 * SIDE + GAP + APART : 0);
  const wide = Math.max(160, width - used - 8);
  const square = (id: (typeof MAPS)[number], cells: number) => grid(id, { size: id, largest: SIDE / cells });
  const maps = column(
    [
      row([square('x', 28), square('was', mapSide)], { gap: GAP }),
      row([square('w', 5), square('y', mapSide)], { gap: GAP }),
    ],
    { gap: 8 },
  );
  const counts = column([room('result', wide, 128), room('flips', wide, band === 'wide' ? 120 : 68)], {
    gap: 12,
  });
  return column([strip, row([band === 'wide' && maps, shares, counts], { gap: APART, justify: 'start' })], {
    gap: 12,
    justify: 'start',
  });
}

export function Stage({ model, size }: StageProps<BrokenParams, BrokenModel, BrokenView>) {
  const { side } = LAYERS[placeOfFilter(model.params.filter).layer];
  const layout = useCallback((of: StageSize) => planOf(of, side), [side]);
  const boxes: Boxes = useLayout(layout);
  const { strip, result, flips, logits, scores } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      {strip && <Filters box={strip} model={model} phone={size.band === 'phone'} />}
      {[...MAPS, 'share', 'logits'].map((id) => boxes[id] && <Grid key={id} id={id} note="" />)}
      {logits && scores && (
        <Scores cells={logits} box={scores} model={model} isTight={size.band === 'phone'} />
      )}
      {result && <Result box={result} model={model} isShort={size.band === 'phone'} />}
      {flips && <Flips box={flips} model={model} />}
    </StageDrawing>
  );
}

interface FiltersProps {
  readonly box: Box;
  readonly model: BrokenModel;
  readonly phone: boolean;
}

/** The strip of all filters. A press breaks one, or mends it. */
function Filters({ box, model, phone }: FiltersProps) {
  const { actions } = useFigure().store;
  const say = useSay();
  const { broken, filter: chosen, how, map } = model.params;
  const press = (filter: number): void =>
    actions.setParams({
      ...{ filter, broken: toggled(broken, filter) },
      ...(filter !== chosen && { weights: null }),
    });
  const filters = model.costs.map((cost, filter) => ({
    ...{ cost, kernel: kernelOf(model, filter) },
    ...{ isBroken: isBroken(broken, filter), name: say(filterText(filter)) },
  }));
  return (
    <FilterStrip
      {...{ box, filters, chosen, phone, press }}
      label={say(WORDS.broken)}
      heads={[
        ...([say(WORDS.first), say(WORDS.second)] as const),
        say(how === 'silent' ? WORDS.lost : WORDS.lostFrozen),
      ]}
      depends={[broken, map, model.kernel]}
    />
  );
}

interface ScoresProps {
  readonly cells: GridBox;
  readonly box: GridBox;
  /** No room above them for their names. */
  readonly isTight: boolean;
  readonly model: BrokenModel;
}

/** Beside the scores as tints: their numbers, before and now. The largest wins. */
function Scores({ cells, box, isTight, model: { before, now, label } }: ScoresProps) {
  const say = useSay();
  const ends = [box.x + box.width * 0.5, box.x + box.width];
  return (
    <g className="broken-text" aria-hidden="true">
      {!isTight &&
        [WORDS.before, WORDS.now].map((word, i) => (
          <text key={word.en} className="is-soft" x={ends[i]} y={box.y - 6} textAnchor="end">
            {say(word)}
          </text>
        ))}
      {Array.from({ length: 10 }, (_, k) => {
        const { y, height } = cellBox(cells, k, 0);
        const [was, is] = [before, now].map(({ logits }) => printNumber(logits.at(0, k), { digits: 1 }).text);
        return (
          <text
            key={String(k)}
            x={box.x}
            y={y + height / 2 + 4}
            className={k === now.best ? 'is-strong' : 'is-soft'}
          >
            <tspan className={k === label ? 'is-right' : undefined}>{k}</tspan>
            <tspan x={ends[0]} textAnchor="end">
              {was}
            </tspan>
            <tspan x={ends[1]} textAnchor="end">
              {is}
            </tspan>
          </text>
        );
      })}
    </g>
  );
}
