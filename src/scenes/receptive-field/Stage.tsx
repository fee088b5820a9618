import { Grid } from '../../kit/grid/Grid.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import type { FieldModel } from './model.ts';
import { Pyramid } from './Pyramid.tsx';
import type { FieldParams } from './parameters.ts';
import type { FieldView } from './view.ts';

type Id = 'pyramid' | 'x' | 'dx';

/** The stack, and beside it (on a phone below it) the picture with the field on it and the effective field. */
function layout({ band, width }: StageSize): Plan<Id> {
  const phone = band === 'phone';
  const pyramid = room('pyramid', phone ? width - 8 : 400, phone ? 132 : 150, { grows: true });
  const picture = grid('x', { size: 'picture', largest: { wide: 9.5, medium: 9, phone: 10.5 }[band] });
  if (phone)
    return column(
      [
        pyramid,
        row([picture, grid('dx', { size: 'picture', largest: 10.5 })], { gap: 12, justify: 'evenly' }),
      ],
      { gap: 8 },
    );
  if (band === 'medium') return row([pyramid, column([picture, grid('dx', { largest: 10 })])]);
  return row([pyramid, picture, grid('dx')], { gap: 28, align: 'center' });
}

export function Stage({
  model,
  moment,
  view,
  size,
  language,
}: StageProps<FieldParams, FieldModel, FieldView>) {
  const boxes = useLayout<Id>(layout);
  const seen = view.grids['x']?.windows?.[0]?.rows ?? 0;
  const { middle, side } = model.facts;
  const middleNote = { en: `middle ${middle} × ${middle}`, zh: `中间 ${middle} × ${middle}` };
  return (
    <StageDrawing boxes={boxes}>
      <Pyramid {...{ model, view, language }} fraction={moment.fraction} titled={size.band !== 'phone'} />
      <Grid id="x" note={`${seen} × ${seen}`} />
      <Grid id="dx" note={view.complete ? middleNote[language] : `${side} × ${side}`} />
    </StageDrawing>
  );
}
