import type { Stroke } from '../../kit/digits/strokes.ts';

/** A three as the pen would write it: two bows, a point each few hundredths of the pad. */
function bow(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Stroke {
  const count = 14;
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / count) * Math.PI) / 180;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)] as const;
  });
}

const upper = bow(0.48, 0.34, 0.2, 0.17, 200, 440);
const lower = bow(0.47, 0.67, 0.23, 0.18, 285, 340);

/** A three that is not finished: so it stands on the pad when the page opens. */
export const UNFINISHED: Stroke = [...upper, ...lower];
/** The rest of it, to be traced. */
export const REST: Stroke = bow(0.47, 0.67, 0.23, 0.18, 340, 510);

/** The beginning of a stroke, by the part of its points that the pen has passed. */
export const begun = (stroke: Stroke, part: number): Stroke =>
  stroke.slice(0, Math.max(1, Math.round(part * stroke.length)));
