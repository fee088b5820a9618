import { type DependencyList, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { usePageTheme } from '../colour/usePageTheme.ts';
import type { Box } from './boxes.ts';
import { useStage } from './stageContext.ts';

/** Before the next frame is painted; in the render of the build there is none. */
const useFrameEffect = import.meta.env.SSR ? useEffect : useLayoutEffect;

const watchPixels = (changed: () => void): (() => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

export type Painter = (context: CanvasRenderingContext2D, host: Element) => void;

/**
 * Paints a part of the stage's canvas, in the coordinates of the stage, in the same commit in which the drawing above it
 * changes. What was painted there before is cleared first.
 *
 * @param paint null: nothing
 * @param depends what the painting is made of
 */
export function useCanvas(box: Box, paint: Painter | null, depends: DependencyList): void {
  const { canvas, width, height } = useStage();
  const theme = usePageTheme();
  const ratio = useSyncExternalStore(
    watchPixels,
    () => devicePixelRatio,
    () => 1,
  );
  const painting = paint !== null;
  useFrameEffect(() => {
    const element = canvas.current;
    const context = painting ? element?.getContext('2d') : null;
    if (!element || !context || !paint) return;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    // Setting a size clears a canvas, so it is set only when it changes.
    if (element.width !== wide) element.width = wide;
    if (element.height !== high) element.height = high;
    const unit = () => context.setTransform(ratio, 0, 0, ratio, 0, 0);
    unit();
    context.save();
    paint(context, element.parentElement ?? element);
    context.restore();
    return () => {
      unit();
      context.clearRect(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
    };
  }, [painting, canvas, width, height, theme, ratio, box.x, box.y, box.width, box.height, ...depends]);
}
