import { numberText } from '../../formula/numbers.ts';
import type { PlotFrame } from '../../kit/plot/frame.ts';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import type { ActivationParams } from './parameters.ts';

interface HeldMeasureProps {
  readonly frame: PlotFrame;
  readonly params: ActivationParams;
  /** The parameter whose slider is held. */
  readonly held: string | null;
}

/** What a held slider measures, drawn into the plot with its number. */
export function HeldMeasure({ frame: { x, y, xDomain }, params, held }: HeldMeasureProps) {
  const { name, alpha, bias, z } = params;
  // Along the axis: how far the point is from 0; how far the bias moves every sum.
  const along = held === 'z' ? z : held === 'bias' ? bias : 0;
  if (along !== 0)
    return <DimensionLine from={[x(0), y(0)]} to={[x(along), y(0)]} text={numberText(along)} />;
  if (held !== 'alpha') return null;
  // Leaky ReLU falls by α over one unit; ELU nears −α.
  const at = name === 'elu' ? xDomain[0] + 0.5 : -1;
  return <DimensionLine from={[x(at), y(0)]} to={[x(at), y(-alpha)]} text={numberText(alpha)} />;
}
