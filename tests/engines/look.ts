/* What is asked of a figure in the page. These functions travel there as text: each uses nothing from around it. */

/** The height of a figure, what of it shows nothing, and whether it has a position. */
export function appearanceOf(figure: Element): { height: number; blank: string[]; hasTrack: boolean } {
  const isPainted = (canvas: HTMLCanvasElement): boolean => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value, i) => i % 4 === 3 && value > 0);
  };
  const grids = [...figure.querySelectorAll<SVGElement>('[role=grid]')];
  const blank = grids
    .filter((grid) => {
      const { width, height } = grid.getBoundingClientRect();
      return width < 1 || height < 1 || !grid.querySelector('[role=gridcell]');
    })
    .map((grid) => grid.getAttribute('aria-label') ?? grid.getAttribute('aria-labelledby') ?? 'a grid');
  const hasPainted = figure.querySelector('.painted-cell') !== null;
  if (hasPainted && ![...figure.querySelectorAll('canvas')].some(isPainted)) blank.push('the canvas');
  if (grids.length === 0) blank.push('the stage');
  return {
    height: figure.getBoundingClientRect().height,
    blank,
    hasTrack: figure.querySelector('.transport input[type=range], input[aria-label="Position"]') !== null,
  };
}

/** All that a figure shows as one text, to be compared with what it shows later. */
export async function faceOf(figure: Element): Promise<string> {
  await new Promise(requestAnimationFrame);
  while (figure.getAttribute('aria-busy')) await new Promise(requestAnimationFrame);
  const drawings = [...figure.querySelectorAll('.frame-drawing')].map((drawing) => drawing.innerHTML);
  const painted = [...figure.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
  const lines = [...figure.querySelectorAll('[data-arithmetic], figcaption')].map((line) => line.textContent);
  return [...drawings, ...painted, ...lines].join('\n');
}
