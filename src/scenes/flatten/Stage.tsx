import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { cellBox } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { UNTRANSLATED } from '../../kit/stage/untranslated.ts';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import type { FlattenModel, MapPlace } from './model.ts';
import type { FlattenParams } from './parameters.ts';
import type { FlattenView } from './view.ts';

/** Room for the addresses, above the vector; on a phone below it. */
const HEADS = 16;

/** The maps above; below, the vector stands over the columns of the weights that multiply it. */
const layout: Layout<string> = ({ band }) => {
  const names = room('names', band === 'phone' ? 34 : 60, 10);
  if (band === 'phone') {
    const result = (id: string) => grid(id, { size: 'result', largest: 28 });
    const above = row([grid('x', { size: 'maps', planeGap: 10 }), result('b'), result('logits'), names], {
      gap: 12,
    });
    return column(
      [above, column([grid('flat', LINE), grid('w', LINE)], { gap: HEADS + 2, justify: 'start' })],
      {
        justify: 'evenly',
      },
    );
  }
  const line = (id: string, title: 'left' | 'above') => grid(id, { ...LINE, title });
  const product = column([room('heads', 1, HEADS), line('flat', 'left'), line('w', 'left')], {
    gap: 6,
    justify: 'start',
    align: 'end',
  });
  return column(
    [
      grid('x', { size: 'maps', planeGap: 22 }),
      row([product, line('b', 'above'), line('logits', 'above'), names], {
        align: 'end',
        gap: 16,
        justify: 'start',
      }),
    ],
    { justify: 'evenly' },
  );
};

const LINE = { size: 'line' } as const;

export function Stage({ model, view, size, language }: StageProps<FlattenParams, FlattenModel, FlattenView>) {
  const boxes = useLayout(layout);
  const { x, flat, logits } = boxes;
  const { c, i, j } = model.places[view.at] as MapPlace;
  const led = view.subject === 'cell' || (view.asked && view.subject === 'logit');
  const isSmall = (flat?.cell ?? 0) < 14;
  return (
    <StageDrawing boxes={boxes}>
      {view.subject === 'cell' && x && flat && (
        <Beam hue="input" from={cellBox(x, i, j, c)} to={cellBox(flat, 0, view.at)} />
      )}
      {flat && (
        <g className="flatten-addresses" aria-hidden="true" {...UNTRANSLATED}>
          {[...model.places.keys()].map((at) => {
            const { x: left, y, width, height } = cellBox(flat, 0, at);
            const isHere = led && at === view.at;
            // Where the cells are narrow every fourth address is enough.
            if (isSmall && at % 4 !== 0 && !isHere) return null;
            return (
              <text
                key={at}
                className={isHere ? 'is-here' : undefined}
                x={left + width / 2}
                y={size.band === 'phone' ? y + height + 10 : y - 8}
              >
                {at}
              </text>
            );
          })}
        </g>
      )}
      {['x', 'flat', 'w', 'b', 'logits'].map((id) => (
        <Grid key={id} id={id} note="" />
      ))}
      {logits && (
        <g className="flatten-names" aria-hidden="true">
          {model.names.map((name, k) => {
            const { x: left, y, width, height } = cellBox(logits, k, 0);
            return (
              <text key={name.en} x={left + width + 8} y={y + height / 2}>
                {name[language]}
              </text>
            );
          })}
        </g>
      )}
      <Flights />
    </StageDrawing>
  );
}
