/** The figure as a picture of its own: what stands on the stage, with today's colours written in. */

const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
] as const;

const SVG = 'http://www.w3.org/2000/svg';

/** Writes the computed styles of a drawing into a copy of it. */
function withStyles(source: Element, copy: Element): void {
  const style = getComputedStyle(source);
  const text = COPIED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  if (!(copy instanceof SVGSVGElement)) copy.setAttribute('style', text);
  for (const name of [...copy.getAttributeNames()])
    if (/^(role|tabindex|class|data-|aria-)/.test(name)) copy.removeAttribute(name);
  for (let i = 0; i < source.children.length; i++)
    withStyles(source.children[i] as Element, copy.children[i] as Element);
}

function textNode(text: string, x: number, y: number, like: Element): SVGTextElement {
  const style = getComputedStyle(like);
  const node = document.createElementNS(SVG, 'text');
  node.setAttribute('x', String(x));
  node.setAttribute('y', String(y));
  node.setAttribute(
    'style',
    `font:${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily.replaceAll('"', "'")};fill:${style.color}`,
  );
  node.textContent = text;
  return node;
}

/** The stage as one SVG document. Hatches are patterns of the page, so their definitions come along. */
export function pictureOf(stage: HTMLElement, title: string): { svg: string; width: number; height: number } {
  const box = stage.getBoundingClientRect();
  const margin = 16;
  const width = Math.ceil(box.width) + 2 * margin;
  const height = Math.ceil(box.height) + 2 * margin;
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('xmlns', SVG);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const heading = document.createElementNS(SVG, 'title');
  heading.textContent = title;
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(stage.closest('figure') ?? stage).backgroundColor);
  root.append(heading, ground);
  const patterns = document.querySelector('svg[data-patterns] defs');
  if (patterns) {
    const copy = patterns.cloneNode(true) as Element;
    withStyles(patterns, copy);
    for (const [i, pattern] of [...patterns.children].entries())
      copy.children[i]?.setAttribute('id', pattern.id);
    root.append(copy);
  }
  for (const drawing of stage.querySelectorAll('svg, canvas')) {
    const place = drawing.getBoundingClientRect();
    const unseen = place.width === 0 || getComputedStyle(drawing).visibility === 'hidden';
    if (unseen || drawing.closest('button')) continue;
    const x = place.left - box.left + margin;
    const y = place.top - box.top + margin;
    let copy: Element;
    if (drawing instanceof HTMLCanvasElement) {
      copy = document.createElementNS(SVG, 'image');
      copy.setAttribute('href', drawing.toDataURL());
      copy.setAttribute('style', 'image-rendering:pixelated');
    } else {
      copy = drawing.cloneNode(true) as Element;
      withStyles(drawing, copy);
    }
    for (const [name, value] of Object.entries({ x, y, width: place.width, height: place.height }))
      copy.setAttribute(name, String(value));
    root.append(copy);
  }
  for (const label of stage.querySelectorAll<HTMLElement>(
    '.grid-name, .grid-note, .legend-ticks span, [data-picture-text]',
  )) {
    const place = label.getBoundingClientRect();
    if (place.width > 0 && label.textContent)
      root.append(
        textNode(
          label.textContent,
          place.left - box.left + margin,
          place.bottom - box.top + margin - 4,
          label,
        ),
      );
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Saves the stage as an SVG file. */
export async function downloadSvg(stage: HTMLElement, title: string, name: string): Promise<void> {
  const { svg } = pictureOf(stage, title);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  save(url, `${name}.svg`);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves the stage as a PNG file at twice its size. @throws Error when the browser cannot paint it */
export async function downloadPng(stage: HTMLElement, title: string, name: string): Promise<void> {
  const { svg, width, height } = pictureOf(stage, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  save(canvas.toDataURL('image/png'), `${name}.png`);
}
