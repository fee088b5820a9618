import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Band, MeasuredStage } from './bands.ts';
import { measureStage, prerendered } from './bands.ts';

const sameStage = (a: MeasuredStage, b: MeasuredStage): boolean =>
  a.scale === b.scale &&
  a.size.band === b.size.band &&
  a.size.width === b.size.width &&
  a.size.height === b.size.height;

// Effects of the layout do not exist where the page is pre-rendered, and nothing is measured there.
const useMeasuring = import.meta.env.SSR ? () => {} : useLayoutEffect;

/** The size of the stage, from the width of its slot; as pre-rendered until it has been measured. */
export function useStage(
  figure: RefObject<HTMLElement | null>,
  slot: RefObject<HTMLElement | null>,
  heights: Partial<Record<Band, number>> | undefined,
): MeasuredStage {
  const [stage, setStage] = useState(() => prerendered(heights));
  useMeasuring(() => {
    const [whole, part] = [figure.current, slot.current];
    if (!whole || !part) return;
    const measure = (): void => {
      // A docked stage keeps its drawing and is scaled.
      if (part.clientWidth === 0 || part.closest('[data-docked]')) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const now = measureStage(
        whole.clientWidth,
        { width: part.clientWidth, height: part.clientHeight },
        rem,
        heights,
      );
      setStage((old) => (sameStage(old, now) ? old : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(part);
    return () => observer.disconnect();
  }, [figure, slot, heights]);
  return stage;
}
