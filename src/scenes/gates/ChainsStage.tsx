import { useMemo } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Journey, type Stop } from '../../kit/motion/Journey.tsx';
import { type PlotFrame, plotFrame } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { powerText } from '../../kit/plot/powerText.ts';
import { type Box, type Boxes, cellBox, middleOf } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { plotLabel } from './captions.ts';
import { arriving, CHAINS, type Chains } from './chains.ts';
import { mostLeft, steepest } from './formula.ts';
import type { GatesParams } from './parameters.ts';
import type { Props } from './Stage.tsx';
import type { GatesView } from './view.ts';

type Id = 'gates' | 'left' | 'plot';

const layoutOf: Layout<Id> = ({ band }) => {
  const grids = column<Id>([grid('gates'), grid('left')], { gap: 14, justify: 'center' });
  if (band !== 'phone')
    return row<Id>([grids, room('plot', 250, 200, { grows: true })], { gap: 36, align: 'end' });
  return column<Id>([grids, room('plot', 200, 84, { grows: true })], { gap: 8 });
};

/** The exponents that the axis holds: those of all that is left, and of what can be left at most. */
function exponents({ left, depth }: Chains, most: (layers: number) => number): readonly [number, number] {
  const sizes = [...left, most(depth)].filter((value) => value > 0).map(Math.log10);
  return [Math.min(-2, Math.floor(Math.min(...sizes))), Math.max(1, Math.ceil(Math.max(...sizes)))];
}

/** Powers of ten are wider than the numbers for which a plot keeps room. */
const inset = (box: Box): Box => ({ ...box, x: box.x + 14, width: box.width - 14 });

/** What the layers leave at most: 0.25ⁿ. */
function mostText({ name, weight }: GatesParams): string {
  const [slope, w] = [steepest(name), printNumber(weight).text];
  if (weight === 1) return slope === 1 ? '1' : `${slope}ⁿ`;
  return slope === 1 ? `${w}ⁿ` : `(${w} × ${slope})ⁿ`;
}

/** Beside the middle of that line, on the side that it leaves free. */
function placeOfBound({ x, y, area, xDomain: [, depth] }: PlotFrame, params: GatesParams) {
  const rises = mostLeft(params, depth) > 1;
  const at = depth * (rises ? 0.55 : 0.45);
  const up = Math.max(area.y + 9, y(Math.log10(mostLeft(params, depth - at))) - 14);
  return { x: x(at) + (rises ? 6 : -6), y: up, anchor: rises ? 'start' : 'end' } as const;
}

/** Gates and what is left, a column a layer; beside them the same on a logarithmic scale. */
export function ChainsStage({ params, model, moment, view, language }: Props) {
  const boxes = useLayout<Id>(layoutOf);
  const { chains } = model;
  const { depth } = chains;
  const { plot } = boxes;
  const frame = useMemo(
    () =>
      plotFrame(inset(plot), { x: [0, depth], y: exponents(chains, (layers) => mostLeft(params, layers)) }),
    [plot, depth, chains, params],
  );
  const { x, y } = frame;
  const all = view.asked || view.held !== null;
  const last = all ? 0 : depth - moment.finished;
  const chosen = view.place.chain;
  const bound = `M${x(depth)} ${y(0)}L${x(0)} ${y(Math.log10(mostLeft(params, depth)))}`;
  return (
    <StageDrawing boxes={boxes}>
      <Grid id="gates" />
      <Grid id="left" />
      <Plot frame={frame} letter="l" label={plotLabel(model)[language]} upText={powerText}>
        <path className="plot-curve role-plain is-dashed" d={bound} />
        {Array.from({ length: CHAINS }, (_, chain) => (chain + chosen + 1) % CHAINS).map((chain) => (
          <Line key={chain} {...{ frame, chains, chain, last }} isChosen={chain === chosen} />
        ))}
      </Plot>
      <PlotLabel {...placeOfBound(frame, params)} text={`≤ ${mostText(params)}`} />
      {/* At rest its way would lie across the numbers: the framed columns say where it went. */}
      {!view.waits && !view.asked && view.way === 'chains' && moment.fraction > 0 && (
        <Journey stops={stopsOf(boxes, depth, view)} fraction={moment.fraction} hue="gradient" />
      )}
    </StageDrawing>
  );
}

interface LineProps {
  readonly frame: PlotFrame;
  readonly chains: Chains;
  readonly chain: number;
  /** The layer before which the gradient has come. */
  readonly last: number;
  readonly isChosen: boolean;
}

/** What is left of one chain's gradient, from the last layer to the first. Where nothing is, it lies on the floor. */
function Line({ frame: { x, y, area }, chains, chain, last, isChosen }: LineProps) {
  const floor = area.y + area.height;
  const points = Array.from({ length: chains.depth - last + 1 }, (_, i) => {
    const layer = chains.depth - i;
    const value = arriving(chains, chain, layer - 1);
    return { layer, value, at: value === 0 ? floor : y(Math.log10(value)) };
  });
  return (
    <g>
      <path
        className={`gates-chain${isChosen ? ' is-chosen' : ''}`}
        d={`M${points.map(({ layer, at }) => `${x(layer)} ${at}`).join('L')}`}
      />
      {isChosen &&
        points.map(({ layer, value, at }) => (
          <circle
            key={layer}
            className={`gates-dot${value === 0 ? ' is-dead' : ''}`}
            cx={x(layer)}
            cy={at}
            r={3.5}
          />
        ))}
    </g>
  );
}

/** From the layer behind, by way of the gate, to what is left. */
function stopsOf({ gates, left }: Boxes<Id>, depth: number, view: GatesView): Stop[] {
  const { chain, layer, arriving: from, left: to } = view.place;
  const behind =
    layer === depth - 1
      ? { ...cellBox(left, chain, layer), x: left.x + left.width }
      : cellBox(left, chain, layer + 1);
  return [
    { at: middleOf(behind), number: from },
    { at: middleOf(cellBox(gates, chain, layer)), number: to },
    { at: middleOf(cellBox(left, chain, layer)), number: to },
  ];
}
