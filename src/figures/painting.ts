import { oncePerPlace } from './pageTheme.ts';

const INKS = [
  '--ink',
  '--ink-soft',
  '--ink-faint',
  '--line',
  '--ground',
  '--card',
  '--role-input',
  '--role-weight',
  '--role-output',
  '--role-gradient',
] as const;

/** The side of a tile of a hatch. */
const HATCH = 6;

/** From the middle of a line of digits down to their baseline, in their own size. */
export const MIDDLE = 0.345;

/**
 * The inks of the page at an element; the colours of its sums, of its window and of the zeros between its cells; its
 * face; and what unread cells keep of their value.
 */
export const inksOf = oncePerPlace((element) => {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const ink = Object.fromEntries(INKS.map((name) => [name, colour(name)])) as Record<
    (typeof INKS)[number],
    string
  >;
  const sum = ink[element.closest('.role-gradient') ? '--role-gradient' : '--role-output'];
  const unread = (Number.parseFloat(colour('--unread')) || 0) / 100;
  const window = colour('--window') || ink['--ink'];
  const zero = colour('--virtual-zero') || ink['--ink-faint'];
  return { ink, sum, window, zero, face: colour('--font-ui'), unread };
});

/** A cell's place, its colour and how much of it is seen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly alpha: number;
}

/**
 * Paints cells and the lines between them, `line` wide in all, with filled rectangles only, which are painted fastest:
 * the line below, the ground above it where the colour is not full, and the colour on top.
 */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  { ink }: ReturnType<typeof inksOf>,
  line: number,
): void {
  const fill = ({ x, y, width, height }: Box, edge: number): void =>
    context.fillRect(x - edge, y - edge, width + 2 * edge, height + 2 * edge);
  context.fillStyle = ink['--line'];
  for (const box of boxes) fill(box, line / 2);
  context.fillStyle = ink['--ground'];
  // Only under what can be seen through: the edges of two layers would cover the line between them twice.
  for (const box of boxes) if (box.alpha < 1) fill(box, -line / 2);
  let last = '';
  for (const box of boxes) {
    if (box.alpha !== context.globalAlpha) context.globalAlpha = box.alpha;
    if (box.colour !== last) context.fillStyle = box.colour;
    last = box.colour;
    fill(box, -line / 2);
  }
  context.globalAlpha = 1;
}

/** Lays a hatch of the page on the area within a path, as `Patterns` has them. */
export function hatch(
  context: CanvasRenderingContext2D,
  kind: 'padding' | 'inserted',
  path: string,
  ink: ReturnType<typeof inksOf>['ink'],
): void {
  if (!path) return;
  const area = new Path2D(path);
  context.save();
  context.save();
  context.clip(area);
  const { a, d } = context.getTransform();
  const far = Math.max(context.canvas.width / a, context.canvas.height / d);
  context.fillStyle = ink[kind === 'padding' ? '--line' : '--ink-faint'];
  context.beginPath();
  if (kind === 'padding') {
    context.rotate(Math.PI / 4);
    // A pattern shows the half of its line that lies in its tile.
    for (let x = 0; x < far * Math.SQRT2; x += HATCH) context.rect(x, -far, 0.6, 2 * far);
  } else
    for (let y = HATCH / 2; y < far; y += HATCH)
      for (let x = HATCH / 2; x < far; x += HATCH) {
        context.moveTo(x, y);
        context.arc(x, y, 0.9, 0, 2 * Math.PI);
      }
  context.fill();
  context.restore();
  context.lineWidth = 1;
  context.strokeStyle = ink['--line'];
  context.stroke(area);
  context.restore();
}

/** A text at a place of the drawing. */
export interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** Default: 1. */
  readonly alpha?: number;
}

interface Script {
  readonly weight: number;
  /** In units of the drawing. */
  readonly size: number;
  readonly face: string;
  readonly align: CanvasTextAlign;
}

/** The size in which a face is named. */
const NAMED = 16;

/**
 * Writes texts in one face. To name a face makes the browser bring the figure's styles and layout up to date, as the
 * frame would do later; to name it in a new size makes it look for a font as well, so all sizes are drawn from one.
 */
export function write(
  context: CanvasRenderingContext2D,
  list: readonly Writing[],
  { weight, size, face, align }: Script,
): void {
  if (list.length === 0 || !(size > 0)) return;
  const factor = size / NAMED;
  context.font = `${weight} ${NAMED}px ${face}`;
  context.textAlign = align;
  context.scale(factor, factor);
  let last: Writing | undefined;
  for (const writing of list) {
    const { text, x, y, colour, alpha = 1 } = writing;
    // To set a colour takes longer than to write a digit.
    if (colour !== last?.colour) context.fillStyle = colour;
    if (alpha !== (last?.alpha ?? 1)) context.globalAlpha = alpha;
    context.fillText(text, x / factor, y / factor);
    last = writing;
  }
  context.globalAlpha = 1;
  context.scale(1 / factor, 1 / factor);
}

/**
 * The size of the canvas for a drawing of `width` × `height` units, at `scale` pixels of the page to a unit. Given as
 * attributes: a canvas that changes its size while it is painted makes the browser lay out the page once more.
 */
export function canvasSize(width: number, height: number, scale: number): { width: number; height: number } {
  const factor = scale * devicePixelRatio;
  return { width: Math.ceil(width * factor), height: Math.ceil(height * factor) };
}

/**
 * The brush of a canvas whose drawing is `width` × `height` units large.
 *
 * @param size the pixels that the drawing takes at the canvas's upper left; default: all
 */
export function brushOf(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  size: Readonly<ReturnType<typeof canvasSize>> = canvas,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.setTransform(size.width / width, 0, 0, size.height / height, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}
