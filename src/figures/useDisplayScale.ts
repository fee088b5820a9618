import { type RefObject, useEffect, useState } from 'react';

/** Steps of the scale that are told apart: a drag of the window's edge redraws rarely. */
const STEPS = 20;

/**
 * How many pixels of the page one unit of a drawing takes, so that text keeps its size when the drawing
 * shrinks. 1 until the drawing has been measured.
 */
export function useDisplayScale(drawing: RefObject<Element | null>, units: number): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = drawing.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0) setScale(Math.floor((width / units) * STEPS) / STEPS || 1 / STEPS);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawing, units]);
  return scale;
}
