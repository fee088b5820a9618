import { type GridBox, windowBox } from '../../kit/stage/boxes.ts';
import type { KernelPhotoView } from './view.ts';

/** A box around a place is never smaller than can be seen. */
const LEAST = 14;

interface LocatorProps {
  readonly box: GridBox;
  readonly at: KernelPhotoView['cursor'];
  readonly of: 'input' | 'output';
}

/** The scan line through a picture, and a box around the place. */
export function Locator({ box, at, of }: LocatorProps) {
  const window = windowBox(box, at);
  const [x, y] = [window.x + window.width / 2, window.y + window.height / 2];
  const side = Math.max(window.width, LEAST);
  const scan = `M${box.x} ${y}H${x - side / 2}M${x + side / 2} ${y}H${box.x + box.width}`;
  const ring = { x: x - side / 2, y: y - side / 2, width: side, height: side };
  return (
    <g className={`kernel-photo-locator role-${of}`} aria-hidden="true">
      <path className="kernel-photo-halo" d={scan} />
      <path className="kernel-photo-scan" d={scan} />
      <rect className="kernel-photo-halo" {...ring} />
      <rect className="kernel-photo-ring" {...ring} />
    </g>
  );
}
