import { type RefObject, useEffect, useState } from 'react';
import { useFigure } from './figureContext.ts';
import { DRAWN } from './useLate.ts';

interface ConnectorsProps {
  readonly stage: RefObject<HTMLElement | null>;
  /** Changes whenever something moves. */
  readonly moment: unknown;
  /** The way the numbers flow: into the result, or out of it into the window. */
  readonly flow: 'into' | 'out';
}

interface Curve {
  readonly top: string;
  readonly bottom: string;
  readonly arrow: string;
  readonly width: number;
  readonly height: number;
}

/** A curve from one box to the other that leaves and arrives level. */
function curve(x1: number, y1: number, x2: number, y2: number, bend: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1 + bend},${middle} ${y2 + bend},${x2} ${y2}`;
}

const middleOf = (box: DOMRect): number => (box.top + box.bottom) / 2;

/** A chevron whose tip touches a box from its left (or, pointing left, from its right). */
function arrowAt(x: number, y: number, pointsRight: boolean): string {
  const back = pointsRight ? x - 12 : x + 12;
  const tip = pointsRight ? x - 4 : x + 4;
  return `M${back} ${y - 7}L${tip} ${y}L${back} ${y + 7}`;
}

/** The curves between the window and the result as they stand now; null where there are none to draw. */
function measure(element: HTMLElement | null, flow: ConnectorsProps['flow']): Curve | null {
  const window = element?.querySelector('[data-connect=window]')?.getBoundingClientRect();
  const result = element?.querySelector('[data-connect=result]')?.getBoundingClientRect();
  if (!element || !window || !result) return null;
  const box = element.getBoundingClientRect();
  // Side by side only: when the grids are stacked, lines would cross the numbers.
  const leftToRight = window.right < result.left;
  if (!leftToRight && result.right >= window.left) return null;
  const from = (leftToRight ? window.right : window.left) - box.left;
  const to = (leftToRight ? result.left : result.right) - box.left;
  const bend = Math.abs(to - from) * 0.06;
  return {
    top: curve(from, window.top - box.top, to, result.top - box.top, -bend),
    bottom: curve(from, window.bottom - box.top, to, result.bottom - box.top, bend),
    arrow: arrowAt(
      flow === 'into' ? to : from,
      middleOf(flow === 'into' ? result : window) - box.top,
      leftToRight === (flow === 'into'),
    ),
    width: box.width,
    height: box.height,
  };
}

/** Two thin curves from the window to the cell that it makes. They are measured, so they come with hydration. */
export function Connectors({ stage, moment, flow }: ConnectorsProps) {
  const [shape, setShape] = useState<Curve | null>(null);
  const [size, setSize] = useState(0);
  const { drawn } = useFigure();
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever something moved
  useEffect(() => {
    // In the next frame the page has been laid out anyway; measured at once, it would be laid out twice.
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setShape(measure(stage.current, flow)));
    };
    soon();
    drawn.addEventListener(DRAWN, soon);
    return () => {
      cancelAnimationFrame(frame);
      drawn.removeEventListener(DRAWN, soon);
    };
  }, [stage, moment, size, flow, drawn]);
  if (!shape) return null;
  return (
    <svg className="connectors" aria-hidden="true" viewBox={`0 0 ${shape.width} ${shape.height}`}>
      <path d={shape.top} />
      <path d={shape.bottom} />
      <path className="arrow" d={shape.arrow} />
    </svg>
  );
}
