import { useMemo } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { Lines } from '../../kit/network/Lines.tsx';
import { nodeColumns } from '../../kit/network/nodes.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import type { Box, GridBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Larger } from './Larger.tsx';
import type { SharingModel } from './model.ts';
import { INPUTS, OUTPUTS, type SharingParams } from './parameters.ts';
import type { SharingView } from './view.ts';
import { WORDS } from './words.ts';

const NAMELESS = { title: 'none' } as const;

/** The network at the left; at the right its weights as a matrix, and below them what sharing leaves. */
function layout({ band, width, height }: StageSize): Plan {
  const phone = band === 'phone';
  const pair = (weights: string, bias: string): Plan =>
    row([grid(weights, NAMELESS), grid(bias, NAMELESS)], { gap: phone ? 20 : 24, justify: 'start' });
  const heading = (id: string): Plan => room(id, phone ? 120 : 170, 16);
  const left = column(
    [heading('left'), pair('shared', 'sharedBias'), heading('gradients'), pair('dshared', 'db')],
    { gap: 4, justify: 'start' },
  );
  const matrix = row([grid('w'), grid('b', phone ? NAMELESS : {})], {
    ...{ gap: phone ? 8 : 18, justify: 'start', align: 'end' },
  });
  const counts = column([room('tally', 176, 28), room('larger', 176, phone ? 62 : 76)], {
    gap: phone ? 4 : 14,
  });
  if (phone)
    return row([room('network', width - 210, height - 6, { grows: true }), column([matrix, left, counts])], {
      gap: 10,
    });
  return row([
    room('network', 300, height - 6, { grows: true }),
    column([matrix, row([left, counts], { gap: 34, justify: 'start', align: 'center' })], { gap: 12 }),
  ]);
}

function networkBoxes(network: GridBox, { band }: StageSize): Record<'x' | 'y' | 'dy', GridBox> {
  const phone = band === 'phone';
  const inset = phone ? 8 : 16;
  return nodeColumns(
    { ...network, x: network.x + inset, width: network.width - 2 * inset },
    [
      { id: 'x', rows: INPUTS, cols: 1, at: 0 },
      { id: 'y', rows: OUTPUTS, cols: 1, at: phone ? 0.7 : 0.86, round: true },
      { id: 'dy', rows: OUTPUTS, cols: 1, at: 1, round: true, title: 'none' },
    ],
    phone ? { largest: 32, gap: 10, head: 26 } : { largest: 42, gap: 8, head: 28 },
  );
}

export function Stage({ model, view, size }: StageProps<SharingParams, SharingModel, SharingView>) {
  const say = useSay();
  const plan = useLayout(layout);
  const boxes = useMemo(
    () => ({ ...plan, ...(plan['network'] && networkBoxes(plan['network'], size)) }),
    [plan, size],
  );
  const { dy, tally, larger, left, gradients } = boxes as Readonly<Record<string, GridBox | undefined>>;
  const { shares, showsGradient } = view;
  return (
    <StageDrawing boxes={boxes}>
      <Lines lines={view.lines} />
      <g className="network-nodes">
        <Grid id="x" note="" />
        <Grid id="y" note="" />
        {showsGradient && <Grid id="dy" />}
      </g>
      {showsGradient && dy && (
        <text className="sharing-dy" x={dy.x + dy.width / 2} y={(dy.corners?.[0]?.[1] ?? 0) + dy.y - 12}>
          ∂y
        </text>
      )}
      <Grid id="w" />
      <Grid id="b" note="" />
      {shares && (
        <>
          <Heading box={left} text={say(WORDS.left)} />
          <Grid id="shared" />
          <Grid id="sharedBias" />
          <Heading box={gradients} text={say(WORDS.gradients)} gradient />
          <Grid id="dshared" />
          <Grid id="db" />
        </>
      )}
      {tally && <Tally box={tally} left={view.layer.left} words={say(WORDS.toLearn)} />}
      {larger && <Larger box={larger} model={model} stage={view.stage} />}
      <Flights />
    </StageDrawing>
  );
}

interface HeadingProps {
  readonly box: GridBox | undefined;
  readonly text: string;
  readonly gradient?: boolean;
}

const Heading = ({ box, text, gradient = false }: HeadingProps) =>
  box && (
    <text className={`sharing-heading${gradient ? ' is-gradient' : ''}`} x={box.x} y={box.y + 11}>
      {text}
    </text>
  );

interface TallyProps {
  readonly box: Box;
  readonly left: number;
  readonly words: string;
}

/** How many numbers the drawn layer has left to learn. */
function Tally({ box, left, words }: TallyProps) {
  return (
    <g className="sharing-tally">
      <text x={box.x} y={box.y + 23}>
        <tspan className="sharing-left">{left}</tspan>
        <tspan dx={8}>{words}</tspan>
      </text>
    </g>
  );
}
