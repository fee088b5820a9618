import { useCallback, useEffect } from 'react';
import { barAxis } from '../../kit/bars/axis.ts';
import { Bars } from '../../kit/bars/Bars.tsx';
import { whenIdle } from '../../kit/check/whenIdle.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { ahead } from './ahead.ts';
import { Curves } from './Curves.tsx';
import { Facts } from './Facts.tsx';
import { Grown } from './Grown.tsx';
import { AMPLIFIED, type PushModel, unitsOf } from './model.ts';
import type { PushParams } from './parameters.ts';
import type { PushView } from './view.ts';
import { WORDS } from './words.ts';

const NO_TICKS: readonly number[] = [];

type Props = StageProps<PushParams, PushModel, PushView>;

export function Stage(props: Props) {
  const { walk } = props.model;
  const { mode } = props.params;
  // In the pauses of the page.
  useEffect(() => whenIdle(ahead(walk, mode), () => undefined), [walk, mode]);
  return mode === 'fool' ? <FoolStage {...props} /> : <GrowStage {...props} />;
}

function foolPlan({ band }: StageSize): Plan {
  const phone = band === 'phone';
  const picture = (id: string) => grid(id, { size: 'picture', largest: phone ? 4 : 6.5 });
  const noise = grid('shuffled', { size: 'noise', largest: phone ? 2.5 : 5.25 });
  if (phone)
    return column(
      [
        row([picture('x0'), picture('change'), picture('x')], { gap: 8 }),
        row([room('curves', 200, 74, { grows: true })]),
        row([noise, room('facts', 200, 72, { grows: true })], { gap: 10 }),
      ],
      { gap: 8, justify: 'start' },
    );
  return column(
    [
      row(
        [
          ...['x0', 'dx', 'change', 'x'].map(picture),
          row([grid('probs', { size: 'probs', largest: 17 }), room('bars', 90, 40, { grows: true })], {
            gap: 0,
          }),
        ],
        { gap: 16 },
      ),
      row(
        [room('curves', 300, band === 'wide' ? 166 : 108, { grows: true }), noise, room('facts', 260, 120)],
        { gap: 20 },
      ),
    ],
    { gap: 12, justify: 'start' },
  );
}

/** The picture at first, the step's gradient, the change, the picture now; the shares; the same change shuffled. */
function FoolStage({ model, view, params }: Props) {
  const say = useSay();
  const boxes = useLayout(useCallback(foolPlan, []));
  const { probs, bars, curves, facts } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      <Grid id="x0" />
      {boxes['dx'] && <Grid id="dx" />}
      <Grid id="change" note={`× ${AMPLIFIED}`} />
      <Grid id="x" note="" />
      {probs && bars && (
        <>
          <Grid id="probs" note="" />
          <Bars
            axis={barAxis(probs, bars, [0, 1])}
            values={view.state.shares}
            hue="output"
            here={params.aim === 'to' ? params.target : model.own}
            numbers
            ticks={NO_TICKS}
          />
        </>
      )}
      {curves && <Curves box={curves} model={model} view={view} label={say(WORDS.shares)} />}
      <Grid id="shuffled" note="" />
      {facts && <Facts box={facts} view={view} />}
    </StageDrawing>
  );
}

function growPlan({ band }: StageSize, hasKernel: boolean, units: number): Plan {
  const phone = band === 'phone';
  const picture = (id: string) => grid(id, { size: 'picture', largest: phone ? 4.5 : 7, letter: phone });
  const kernel = hasKernel && grid('w', { size: 'w', largest: phone ? 14 : 26 });
  if (phone)
    return column(
      [
        row([picture('x'), picture('dx'), kernel || grid('unit', { largest: 44, size: 'unit' })], { gap: 8 }),
        row([room('curves', 200, 64, { grows: true })]),
        row([room('grown', 300, units > 8 ? 128 : 64, { grows: true })]),
      ],
      { gap: 8, justify: 'start' },
    );
  return column(
    [
      row(
        [
          picture('x'),
          picture('dx'),
          column(
            [
              row([kernel, grid('unit', { largest: 52, size: 'unit' })], { gap: 24, justify: 'start' }),
              room('curves', band === 'wide' ? 540 : 240, 60, { grows: true }),
            ],
            { gap: 8 },
          ),
        ],
        { gap: 20, justify: 'start' },
      ),
      row([room('grown', 600, band === 'wide' ? 164 : 124, { grows: true })]),
    ],
    { gap: 10, justify: 'start' },
  );
}

/** The picture that grows and the gradient of its step; the number that is raised; what all its like have grown. */
function GrowStage({ model, view }: Props) {
  const say = useSay();
  const { layer } = model.unit;
  const units = unitsOf(layer);
  const hasKernel = layer === 'conv1';
  const boxes = useLayout(
    useCallback((size: StageSize) => growPlan(size, hasKernel, units), [hasKernel, units]),
  );
  const { curves, grown } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      <Grid id="x" note="" />
      <Grid id="dx" note="" />
      {boxes['unit'] && <Grid id="unit" />}
      {hasKernel && <Grid id="w" note="" />}
      {curves && <Curves box={curves} model={model} view={view} label={say(WORDS.rise)} />}
      {grown && <Grown box={grown} model={model} step={view.step} />}
    </StageDrawing>
  );
}
