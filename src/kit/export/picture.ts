/** The stage as a picture of its own: its svg and its canvas, with today's colours written in. */

const COPIED = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'mix-blend-mode',
  'isolation',
  'stroke-linejoin',
  'stop-color',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
/** PNG pixels to a pixel of the stage. */
const SCALE = 2;

/** Writes the computed styles of a drawing into a copy of it, and leaves out what only the page needs. */
function writeStyles(source: Element, copy: Element): void {
  const style = getComputedStyle(source);
  const text = COPIED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  copy.setAttribute('style', text.replaceAll('"', "'"));
  for (const name of [...copy.getAttributeNames()])
    if (/^(role|tabindex|class|data-|aria-|translate$)/.test(name)) copy.removeAttribute(name);
  for (let i = 0; i < source.children.length; i++)
    writeStyles(source.children[i] as Element, copy.children[i] as Element);
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

export interface StagePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The stage of a figure as one SVG document.
 *
 * @param figure an element that has a stage in it
 * @throws Error when it has none
 */
export function pictureOf(figure: Element, title: string): StagePicture {
  const stage = figure.querySelector<HTMLElement>('[data-stage]');
  const drawing = stage?.querySelector('svg');
  const canvas = stage?.querySelector('canvas');
  if (!stage || !drawing) throw new Error('the figure has no stage');
  const { width: wide, height: high } = drawing.viewBox.baseVal;
  const [width, height] = [wide + 2 * MARGIN, high + 2 * MARGIN];
  const root = element('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height });
  const heading = element('title', {});
  heading.textContent = title;
  const ground = element('rect', { width, height, fill: groundOf(stage) });
  const place = { x: MARGIN, y: MARGIN, width: wide, height: high };
  root.append(heading, ground);
  // A canvas that nothing was painted on has the size that it is born with.
  if (canvas?.hasAttribute('width')) root.append(element('image', { ...place, href: canvas.toDataURL() }));
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  writeStyles(drawing, copy);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  for (const loupe of copy.querySelectorAll('[data-passing]')) loupe.remove();
  root.append(copy);
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** What the stage stands on: the first background behind it that is none to see through. */
function groundOf(stage: Element): string {
  for (let at: Element | null = stage; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
  return 'Canvas';
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Saves the stage as an SVG file. */
export function downloadSvg(figure: Element, title: string, name: string): void {
  const { svg } = pictureOf(figure, title);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  save(url, `${name}.svg`);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The stage as a PNG at twice its size. @throws Error when the browser cannot paint it */
export async function pngOf(figure: Element, title: string): Promise<HTMLCanvasElement> {
  const { svg, width, height } = pictureOf(figure, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0);
  return canvas;
}

/** Saves the stage as a PNG file at twice its size. @throws Error when the browser cannot paint it */
export async function downloadPng(figure: Element, title: string, name: string): Promise<void> {
  save((await pngOf(figure, title)).toDataURL('image/png'), `${name}.png`);
}
