import { useMemo } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Journey, type Stop } from '../../kit/motion/Journey.tsx';
import type { PlotFrame } from '../../kit/plot/frame.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Box, type Boxes, cellBox, middleOf, placeBox } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { verdictOf } from './check.ts';
import { ErrorPlot } from './ErrorPlot.tsx';
import { curveFrame, LossPlot } from './LossPlot.tsx';
import type { CheckModel } from './model.ts';
import { TENSORS, type TensorName } from './network.ts';
import type { CheckParams } from './parameters.ts';
import { type CheckView, placeOf } from './view.ts';

type Id = TensorName | `d${TensorName}` | `of-${TensorName}` | 'over-b' | 'chain' | 'plots';

/** The largest cells: of the pictures, and of what is learned. */
const CELLS = { wide: [20, 40], medium: [15, 30], phone: [13, 23] } as const;
const GAPS = { wide: 22, medium: 22, phone: 9 } as const;
const VERDICT_HEIGHT = 18;
/** The bias is narrower than its verdict. On a phone that stands lower, where the weights beside it have ended. */
const VERDICT_WIDTH = 52;
const NARROW = 24;
/** Below this width the chain has no spaces. */
const TIGHT = 340;

/** The room of the two plots: one below the other, or on a phone side by side. */
function halves({ x, y, width, height }: Box, band: StageSize['band']): readonly [Box, Box] {
  if (band === 'phone')
    return [
      { x, y, width: width / 2, height },
      { x: x + width / 2, y, width: width / 2, height },
    ];
  return [
    { x, y, width, height: height / 2 },
    { x, y: y + height / 2, width, height: height / 2 },
  ];
}

/** Above what goes forwards, below it the gradients, each with its verdict; beside or below them the plots. */
const layout: Layout<Id> = ({ band }) => {
  const [pictures, learned] = CELLS[band];
  const sized = (name: TensorName) =>
    ({
      letter: true,
      ...(name === 'x' ? { size: 'pictures', largest: pictures } : { largest: learned }),
    }) as const;
  const gap = GAPS[band];
  const [bias, below] = band === 'phone' ? [NARROW, 40] : [VERDICT_WIDTH, 2];
  const lanes = column<Id>(
    [
      row(
        TENSORS.map((name) =>
          name === 'b'
            ? column<Id>([grid(name, sized(name)), room('over-b', bias, 0)], { gap: 0 })
            : grid(name, sized(name)),
        ),
        { gap, justify: 'start' },
      ),
      room('chain', 200, 18),
      row(
        TENSORS.map((name) =>
          column<Id>(
            [
              grid(`d${name}`, sized(name)),
              room(`of-${name}`, name === 'b' ? bias : VERDICT_WIDTH, VERDICT_HEIGHT),
            ],
            { gap: name === 'b' ? below : 2, justify: 'start' },
          ),
        ),
        { gap, justify: 'start' },
      ),
    ],
    { gap: 4, justify: 'start' },
  );
  return band === 'phone'
    ? column<Id>([lanes, room('plots', 240, 84, { grows: true })], { gap: 4 })
    : row<Id>([lanes, room('plots', 190, 240, { grows: true })], { gap: 26 });
};

export function Stage({
  model,
  moment,
  view,
  size,
  language,
}: StageProps<CheckParams, CheckModel, CheckView>) {
  const boxes = useLayout<Id>(layout);
  const [curve, errors] = useMemo(() => halves(boxes.plots, size.band), [boxes, size.band]);
  const frame = useMemo(
    () => curveFrame(curve, model, view.name, view.at),
    [curve, model, view.name, view.at],
  );
  return (
    <StageDrawing boxes={boxes}>
      <Chain box={boxes.chain} loss={model.pass.loss} isTight={size.width < TIGHT} />
      {TENSORS.map((name) => (
        <Grid key={name} id={name} />
      ))}
      {TENSORS.map((name) => (
        <Gradient key={name} name={name} {...{ model, boxes }} />
      ))}
      <LossPlot {...{ frame, model, view, language }} />
      <ErrorPlot box={errors} {...{ model, view, language }} />
      <Journey stops={stopsOf(boxes, frame, view, moment)} fraction={moment.fraction} hue="gradient" />
    </StageDrawing>
  );
}

/** What the network does, from left to right. */
function Chain({
  box,
  loss,
  isTight,
}: {
  readonly box: Boxes['chain'];
  readonly loss: number;
  readonly isTight: boolean;
}) {
  if (!box) return null;
  const text = `x ⋆ w + b → ReLU → max → W → softmax → L = ${Number(loss.toPrecision(4))}`;
  return (
    <text className="gradient-check-chain" x={box.x} y={box.y + box.height / 2}>
      {isTight ? text.replaceAll(' ', '') : text}
    </text>
  );
}

interface GradientProps {
  readonly name: TensorName;
  readonly model: CheckModel;
  readonly boxes: Boxes<Id>;
}

/** A gradient, its wrong numbers framed, its kinks dotted, and its verdict. */
function Gradient({ name, model, boxes }: GradientProps) {
  const id = `d${name}` as const;
  const box = boxes[id];
  const check = model.checks[name];
  const { state, mark, error } = verdictOf(check);
  const at = boxes[`of-${name}`];
  return (
    <>
      <Grid id={id} />
      <g aria-hidden="true">
        {check.numbers.map(({ isKink }, i) => {
          const isWrong = check.isWrong(i);
          if (!isWrong && !isKink) return null;
          const { plane, row: r, col } = placeOf(id, name, i);
          const { x, y, width } = cellBox(box, r, col, plane);
          return (
            <rect
              key={String(i)}
              className={isWrong ? 'gradient-check-wrong' : 'gradient-check-kink'}
              {...{ x: x + 1.5, y: y + 1.5, width: width - 3, height: width - 3 }}
            />
          );
        })}
        <text className={`gradient-check-verdict is-${state}`} x={at.x} y={at.y + VERDICT_HEIGHT / 2}>
          {`${mark} ${error}`}
        </text>
      </g>
    </>
  );
}

/** The nudged number goes to the curve; what comes out of it goes to its gradient. */
function stopsOf(
  boxes: Boxes<Id>,
  { x, y }: PlotFrame,
  { name, place, gradientPlace, check }: CheckView,
  { fraction, done }: StageProps<CheckParams, CheckModel, CheckView>['moment'],
): Stop[] {
  if (fraction === 0) return [];
  const cell = middleOf(placeBox(boxes[name], place));
  const { up, down, above, below, numeric } = check;
  const half = numeric;
  if (done === 1)
    return [
      { at: cell, number: up },
      { at: [x(1), y(half)], number: above.loss },
    ];
  if (done === 3)
    return [
      { at: cell, number: down },
      { at: [x(-1), y(-half)], number: below.loss },
    ];
  if (done !== 6) return [];
  return [
    { at: [x(0), y(0)], number: numeric },
    { at: middleOf(placeBox(boxes[`d${name}`], gradientPlace)), number: numeric },
  ];
}
