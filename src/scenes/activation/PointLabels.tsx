import { printNumber } from '../../formula/numbers.ts';
import { type PlotFrame, within } from '../../kit/plot/frame.ts';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import type { ActivationView } from './view.ts';

interface PointLabelsProps {
  readonly frame: PlotFrame;
  readonly point: ActivationView['point'];
}

const [BESIDE, OVER] = [12, 15];
/** Room for a label between the point and the edge. */
const ROOM = 76;

/** The two numbers of the point beside it, in the colours of their curves: the higher one above it, the other below. */
export function PointLabels({ frame, point }: PointLabelsProps) {
  const { x, y, area, yDomain } = frame;
  const at = x(point.z);
  const value = y(within(yDomain, point.value));
  const slope = y(within(yDomain, point.slope));
  const [top, bottom] = [area.y + 8, area.y + area.height - 8];
  const label = (isUpper: boolean, middle: number) => {
    // What lies above goes to the left, what lies below to the right: most curves rise.
    const wanted = isUpper ? 'end' : 'start';
    const anchor = at - area.x < ROOM ? 'start' : area.x + area.width - at < ROOM ? 'end' : wanted;
    return {
      anchor,
      x: at + (anchor === 'end' ? -BESIDE : BESIDE),
      y: Math.min(bottom, Math.max(top, middle + (isUpper ? -OVER : OVER))),
    } as const;
  };
  const isValueUpper = value <= slope;
  return (
    <>
      <PlotLabel hue="output" {...label(isValueUpper, value)} text={`φ ${printNumber(point.value).text}`} />
      <PlotLabel
        hue="gradient"
        {...label(!isValueUpper, slope)}
        text={`φ′ ${printNumber(point.slope).text}`}
      />
    </>
  );
}
