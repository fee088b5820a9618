import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { LUMA } from '../../kit/colour/luma.ts';
import { Picture } from '../../kit/grid/Picture.tsx';
import nile from '../../kit/samples/photo-nile.jpg?inline';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { useStagePoint } from '../../kit/stage/useStagePoint.ts';
import type { PixelModel } from './model.ts';
import type { PixelParams } from './parameters.ts';
import { photoLayout } from './photoLayout.ts';
import { type Bytes, loupeChange } from './sources.ts';
import { loupeName } from './words.ts';

/** What one pixel is painted with: its colour, one channel's light, or the grey of the same weight. */
function paint(pixels: Uint8ClampedArray, { width, height, rgb }: Bytes, seen: PixelParams['seen']): void {
  const only = ['red', 'green', 'blue'].indexOf(seen);
  for (let i = 0; i < width * height; i++) {
    const at = (c: number): number => rgb[i * 3 + c] as number;
    const grey = LUMA[0] * at(0) + LUMA[1] * at(1) + LUMA[2] * at(2);
    for (let c = 0; c < 3; c++)
      pixels[i * 4 + c] = seen === 'grey' ? grey : only >= 0 && only !== c ? 0 : at(c);
    pixels[i * 4 + 3] = 255;
  }
}

/** The least that a finger or a mouse can take hold of. */
const GRIP = 32;

interface PhotoProps {
  readonly model: PixelModel;
  /** The room of the photograph. */
  readonly room: Box;
}

/** The photograph, and a loupe on it: drag it, press where it should go, or move it with the arrow keys. */
export function Photo({ model, room }: PhotoProps) {
  const { store } = useFigure();
  const say = useSay();
  const stagePoint = useStagePoint();
  const dragging = useRef(false);
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const { params } = model;
  const { seen, size, source } = params;
  const { bytes, fixed, row, col, box, loupe, pixel } = photoLayout(model, room);
  const { width, height } = bytes;
  const paintPhoto = useCallback((pixels: Uint8ClampedArray) => paint(pixels, bytes, seen), [bytes, seen]);
  const move = (nextRow: number, nextCol: number): void => {
    const r = Math.min(height - size, Math.max(0, nextRow));
    const c = Math.min(width - size, Math.max(0, nextCol));
    if (!fixed && (r !== row || c !== col))
      store.actions.setParams(loupeChange(params, bytes, { row: r, col: c }));
  };
  const moveTo = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): void => {
    const at = stagePoint(clientX, clientY);
    if (!at) return;
    const middle = (n: number): number => Math.floor(n / pixel - size / 2 + 0.5);
    move(middle(at.y - box.y), middle(at.x - box.x));
  };
  const isLoupe = (event: { readonly target: EventTarget }): boolean =>
    (event.target as Element).closest('.pixel-loupe') !== null;
  const onPointerDown = (event: PointerEvent<SVGGElement>): void => {
    // A finger beside the loupe may want to scroll the page; a tap there is a click.
    if (event.button !== 0 || (event.pointerType !== 'mouse' && !isLoupe(event))) return;
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!isLoupe(event)) moveTo(event);
  };
  const letGo = (): void => {
    dragging.current = false;
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
  const grip = {
    x: loupe.x + loupe.width / 2 - Math.max(GRIP, loupe.width) / 2,
    y: loupe.y + loupe.height / 2 - Math.max(GRIP, loupe.height) / 2,
    width: Math.max(GRIP, loupe.width),
    height: Math.max(GRIP, loupe.height),
  };
  return (
    <>
      <Picture id="photo" rows={height} cols={width} paint={paintPhoto} box={box} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the loupe inside takes the keys */}
      <g
        className="pixel-photo"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => dragging.current && moveTo(event)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onClick={(event) => {
          if (!isLoupe(event)) moveTo(event);
        }}
      >
        {/* What stands there before the code has come. */}
        {!isPainted && source === 'nile' && <image href={nile} {...box} />}
        <rect className="pixel-ground" {...box} />
        {/* biome-ignore lint/a11y/useSemanticElements: a loupe is no form group */}
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is none */}
        <g
          className="pixel-loupe"
          role="group"
          tabIndex={fixed ? -1 : 0}
          data-own-keys=""
          aria-label={say(loupeName(row, col, size))}
          onKeyDown={onKeyDown}
        >
          <rect className="pixel-grip" {...grip} />
          <rect className="pixel-loupe-edge" {...loupe} />
          <rect className="pixel-loupe-line" {...loupe} />
        </g>
      </g>
    </>
  );
}
