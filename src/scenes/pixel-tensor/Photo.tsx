import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useFigure } from '../../figures/figureContext.ts';
import { LUMA, type Seen } from './model.ts';
import type { Bytes } from './sources.ts';
import { LOUPE } from './words.ts';

interface PhotoProps {
  readonly picture: Bytes;
  readonly seen: Seen;
  readonly row: number;
  readonly col: number;
  readonly size: number;
  /** The loupe cannot move: only the patch is known. */
  readonly fixed: boolean;
  /** The picture that stands there before the code has come. */
  readonly waiting: boolean;
  onMove(row: number, col: number): void;
}

/** What one pixel is painted with: its colour, one channel's light, or the grey of the same weight. */
function paint(pixels: Uint8ClampedArray, { width, height, rgb }: Bytes, seen: Seen): void {
  const only = ['red', 'green', 'blue'].indexOf(seen);
  for (let i = 0; i < width * height; i++) {
    const at = (c: number): number => rgb[i * 3 + c] as number;
    const grey = LUMA[0] * at(0) + LUMA[1] * at(1) + LUMA[2] * at(2);
    for (let c = 0; c < 3; c++)
      pixels[i * 4 + c] = seen === 'grey' ? grey : only >= 0 && only !== c ? 0 : at(c);
    pixels[i * 4 + 3] = 255;
  }
}

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/** The photograph, and a loupe on it: drag it, click where it should go, or move it with the arrow keys. */
export function Photo({ picture, seen, row, col, size, fixed, waiting, onMove }: PhotoProps) {
  const { language } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const dragging = useRef(false);
  const { width, height } = picture;
  const side = Math.max(width, height);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const image = context.createImageData(width, height);
    paint(image.data, picture, seen);
    context.putImageData(image, 0, 0);
  }, [picture, seen, width, height]);

  const move = (nextRow: number, nextCol: number): void => {
    const r = Math.min(height - size, Math.max(0, nextRow));
    const c = Math.min(width - size, Math.max(0, nextCol));
    if (!fixed && (r !== row || c !== col)) onMove(r, c);
  };
  const moveTo = (x: number, y: number): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return;
    move(
      Math.floor(((y - box.top) / box.height) * height - size / 2 + 0.5),
      Math.floor(((x - box.left) / box.width) * width - size / 2 + 0.5),
    );
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const onLoupe = (event.target as Element).closest('.pt-loupe');
    // A finger beside the loupe may want to scroll the page; a tap there is a click.
    if (event.button !== 0 || (event.pointerType !== 'mouse' && !onLoupe)) return;
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!onLoupe) moveTo(event.clientX, event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? size : 1;
    const [down, right] = {
      ArrowUp: [-step, 0],
      ArrowDown: [step, 0],
      ArrowLeft: [0, -step],
      ArrowRight: [0, step],
    }[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(row + (down as number), col + (right as number));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the loupe inside takes the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the loupe inside takes the keys
    <div
      className={`pt-photo${waiting ? ' is-nile' : ''}`}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragging.current && moveTo(event.clientX, event.clientY)}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
      onClick={(event) => {
        if (!(event.target as Element).closest('.pt-loupe')) moveTo(event.clientX, event.clientY);
      }}
    >
      <canvas
        ref={canvas}
        width={width}
        height={height}
        aria-hidden="true"
        style={{
          left: percent((side - width) / 2, side),
          top: percent((side - height) / 2, side),
          width: percent(width, side),
          height: percent(height, side),
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a loupe is no form group */}
      <div
        className="pt-loupe"
        data-connect="window"
        role="group"
        tabIndex={fixed ? -1 : 0}
        data-own-keys=""
        aria-label={LOUPE[language](row, col, size)}
        onKeyDown={onKeyDown}
        style={{
          left: percent((side - width) / 2 + col, side),
          top: percent((side - height) / 2 + row, side),
          width: percent(size, side),
          height: percent(size, side),
        }}
      />
    </div>
  );
}
