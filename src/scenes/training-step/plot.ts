import { type PlotFrame, plotFrame } from '../../kit/plot/frame.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { CurvePoint } from './curves.ts';
import type { StepModel } from './model.ts';
import type { StepView } from './view.ts';

/** The end of the level axis: 1, 2 or 5 times a power of ten, a quarter above the learning rate at least. */
export function topOf(rate: number): number {
  const least = 1.25 * rate;
  const power = Math.floor(Math.log10(least));
  const found = [1, 2, 5, 10].find((n) => n * 10 ** power >= least * (1 - 1e-12)) ?? 10;
  return Number(`${found}e${power}`);
}

export interface LossCurves {
  readonly frame: PlotFrame;
  readonly own: readonly CurvePoint[];
  /** Empty where one weight alone moves. */
  readonly others: readonly CurvePoint[];
  readonly slope: number;
}

/** The plot of the loss over the learning rate of a step, and its curves. */
export function lossCurves(box: Box, { params }: StepModel, { step, weight, loss }: StepView): LossCurves {
  const top = topOf(params.rate);
  const inner = { ...box, x: box.x + 14, width: box.width - 14 };
  const frame = (low: number, high: number): PlotFrame => plotFrame(inner, { x: [0, top], y: [low, high] });
  if (params.along === 'one') {
    const slope = -(weight.gradient ** 2);
    const own = step.curves.alone(weight.index, top);
    const all = [...own.map(([, value]) => value), loss, loss + slope * params.rate];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const room = 0.2 * (high - low) || 0.5;
    return { frame: frame(low - room, high + room), own, others: [], slope };
  }
  const others = step.curves.others(top);
  const high = 1.2 * Math.max(loss, others[0]?.[1] ?? 0, 1e-6);
  return { frame: frame(-0.45 * high, high), own: step.curves.own(top), others, slope: -step.square };
}
