import { expect, type Locator, type Page, test } from '@playwright/test';
import { openFigure, readFigure, watchErrors } from './figure.ts';
import { gifOf, pngOf, turnedJpeg } from './pictures.ts';

const SCENE = 'pixel-tensor';

const give = (figure: Locator, name: string, buffer: Buffer, mimeType = 'application/octet-stream') =>
  figure.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

const said = (figure: Locator): Locator => figure.locator('.own-said');

/** The three numbers of a pixel of the patch. */
const pixel = (figure: Locator, row: number, col: number): Promise<number[]> =>
  figure
    .locator(`[data-tensor=x] [data-row="${row}"][data-col="${col}"]`)
    .evaluateAll((cells) => cells.map((cell) => Number((cell as SVGElement).dataset['value'])));

/** Opens what stands behind the plus. */
const ways = (figure: Locator): Promise<void> =>
  figure.getByRole('button', { name: 'Your own picture' }).click();

test('a file becomes the picture, and the loupe reads its bytes', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', SCENE);
  await give(
    figure,
    'mine.png',
    pngOf(10, 8, (x, y) => [x * 10, y * 10, 7, 255]),
    'image/png',
  );
  await expect(said(figure)).toHaveText('mine.png: 10 × 8 pixels.');
  await expect(figure.locator('select:has(option[value=own])')).toHaveValue('own');
  // A picture of 10 × 8 pixels, the loupe of 4 × 4 in its middle.
  expect(await pixel(figure, 0, 0)).toEqual([30, 20, 7]);
  await figure.getByRole('group', { name: /^Loupe/ }).press('ArrowRight');
  expect(await pixel(figure, 0, 0)).toEqual([40, 20, 7]);
  expect(errors).toEqual([]);
});

for (const [name, buffer, sentence] of [
  ['notes.txt', Buffer.from('no picture at all'), '“notes.txt” is not a picture that this browser can read.'],
  ['nothing.png', Buffer.alloc(0), '“nothing.png” is empty.'],
  ['cut.png', pngOf(40, 40, () => [9, 9, 9, 255]).subarray(0, 60), '“cut.png” is cut short'],
  ['thin.png', pngOf(20_000, 3, () => [9, 9, 9, 255]), '“thin.png” has only 20000 × 3 pixels'],
  ['strip.png', pngOf(20_000, 40, () => [9, 9, 9, 255]), '“strip.png” has 20000 × 40 pixels'],
] as const)
  test(`one sentence, and the figure goes on: ${name}`, async ({ page }) => {
    const figure = await openFigure(page, './', SCENE);
    const before = await pixel(figure, 0, 0);
    await give(figure, name, buffer);
    const alert = figure.getByRole('alert');
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('The figure keeps the picture it had.');
    expect(await pixel(figure, 0, 0)).toEqual(before);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    await give(
      figure,
      'good.png',
      pngOf(8, 8, () => [1, 2, 3, 255]),
    );
    await expect(alert).toHaveCount(0);
    expect(await pixel(figure, 0, 0)).toEqual([1, 2, 3]);
  });

test('a picture 20,000 pixels wide is shrunk, and that is said', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  await give(
    figure,
    'wide.png',
    pngOf(20_000, 1000, () => [10, 200, 30, 255]),
  );
  await expect(said(figure)).toHaveText('wide.png: shrunk from 20000 × 1000 to 96 × 5 pixels.');
  expect(await pixel(figure, 1, 1)).toEqual([10, 200, 30]);
});

test('a photograph that lies on its side is turned', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  // Orientation 6: the stored left half is the upper half.
  await give(figure, 'turned.jpg', turnedJpeg(16, 8, [250, 10, 10], [10, 10, 250], 6), 'image/jpeg');
  await expect(said(figure)).toHaveText('turned.jpg: 8 × 16 pixels.');
  const [top, bottom] = [await pixel(figure, 0, 0), await pixel(figure, 3, 0)];
  expect(Number(top[0])).toBeGreaterThan(200);
  expect(Number(top[2])).toBeLessThan(60);
  expect(Number(bottom[0])).toBeLessThan(60);
  expect(Number(bottom[2])).toBeGreaterThan(200);
});

test('an animation gives its first frame, transparency is laid on white', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  await give(
    figure,
    'two.gif',
    gifOf(8, 8, [
      [200, 30, 40],
      [0, 0, 255],
    ]),
    'image/gif',
  );
  await expect(said(figure)).toContainText('first frame of an animation');
  expect(await pixel(figure, 0, 0)).toEqual([200, 30, 40]);
  await give(
    figure,
    'glass.png',
    pngOf(8, 8, () => [0, 0, 0, 0]),
  );
  await expect(said(figure)).toContainText('transparent parts laid on white');
  expect(await pixel(figure, 0, 0)).toEqual([255, 255, 255]);
});

test('an SVG is drawn', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0a6e2d"/></svg>';
  await give(figure, 'drawing.svg', Buffer.from(svg), 'image/svg+xml');
  await expect(said(figure)).toHaveText('drawing.svg: 40 × 20 pixels.');
  expect(await pixel(figure, 0, 0)).toEqual([10, 110, 45]);
});

/** Sends a drop or a paste with one file, or with text alone. */
const send = (figure: Locator, type: 'drop' | 'paste', bytes: readonly number[] | null): Promise<void> =>
  figure.evaluate(
    (root, { kind, data }) => {
      const transfer = new DataTransfer();
      if (data) transfer.items.add(new File([Uint8Array.from(data)], 'sent.png', { type: 'image/png' }));
      else transfer.setData('text/plain', 'words');
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
      root.querySelector('.pixel-photo')?.dispatchEvent(event);
    },
    { kind: type, data: bytes },
  );

test('a picture can be dropped and pasted; words cannot', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  await send(figure, 'drop', [...pngOf(6, 6, () => [11, 22, 33, 255])]);
  await expect(said(figure)).toHaveText('sent.png: 6 × 6 pixels.');
  expect(await pixel(figure, 0, 0)).toEqual([11, 22, 33]);
  await send(figure, 'paste', [...pngOf(7, 7, () => [44, 55, 66, 255])]);
  await expect(said(figure)).toHaveText('sent.png: 7 × 7 pixels.');
  await send(figure, 'drop', null);
  await expect(figure.getByRole('alert')).toContainText('no picture');
  expect(await pixel(figure, 0, 0)).toEqual([44, 55, 66]);
});

/** Puts another camera, or none, in the place of the browser's. */
const withCamera = (page: Page, camera: string): Promise<unknown> =>
  page.addInitScript((kind) => {
    const getUserMedia = async (): Promise<MediaStream> => {
      if (kind !== 'canvas') throw new DOMException('', kind);
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [64, 48];
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = '#c80000';
      context.fillRect(0, 0, 64, 48);
      setInterval(() => context.fillRect(0, 0, 64, 48), 50);
      const stream = canvas.captureStream(20);
      (window as unknown as { stream: MediaStream }).stream = stream;
      return stream;
    };
    Object.defineProperty(navigator, 'mediaDevices', {
      value: kind === 'none' ? undefined : { getUserMedia },
    });
  }, camera);

for (const [camera, sentence] of [
  ['none', 'There is no camera that this page could use.'],
  ['NotAllowedError', 'The camera was not allowed.'],
  ['NotFoundError', 'There is no camera that this page could use.'],
  ['NotReadableError', 'another program may be using it'],
] as const)
  test(`the camera says why not: ${camera}`, async ({ page }) => {
    await withCamera(page, camera);
    const figure = await openFigure(page, './', SCENE);
    const before = await pixel(figure, 0, 0);
    await ways(figure);
    await figure.getByRole('button', { name: 'Camera' }).click();
    await expect(figure.getByRole('alert')).toContainText(sentence);
    await expect(figure.getByRole('dialog')).toHaveCount(0);
    expect(await pixel(figure, 0, 0)).toEqual(before);
  });

test('the camera takes one picture and is off afterwards', async ({ page }) => {
  await withCamera(page, 'canvas');
  const figure = await openFigure(page, './', SCENE);
  await ways(figure);
  await figure.getByRole('button', { name: 'Camera' }).click();
  await figure.getByRole('button', { name: 'Take the picture' }).click();
  await expect(said(figure)).toContainText('Camera picture');
  const [red, green, blue] = await pixel(figure, 0, 0);
  expect(Number(red)).toBeGreaterThan(150);
  expect(Number(green) + Number(blue)).toBeLessThan(80);
  const live = () =>
    page.evaluate(() =>
      (window as unknown as { stream: MediaStream }).stream.getTracks().some((t) => t.readyState === 'live'),
    );
  expect(await live()).toBe(false);
  await ways(figure);
  await figure.getByRole('button', { name: 'Camera' }).click();
  await expect(figure.getByRole('button', { name: 'Take the picture' })).toBeEnabled();
  expect(await live()).toBe(true);
  await figure.getByRole('button', { name: 'Cancel' }).click();
  expect(await live()).toBe(false);
});

test('a link of an own picture carries the numbers of the patch, not the picture', async ({
  page,
  context,
}) => {
  const figure = await openFigure(page, './', SCENE);
  await give(
    figure,
    'mine.png',
    pngOf(12, 12, (x, y) => [x, y, 200, 255]),
  );
  await expect(said(figure)).toContainText('12 × 12');
  const before = await readFigure(figure);
  await figure.getByRole('button', { name: 'Copy', exact: true }).click();
  await figure.getByRole('menuitem', { name: 'Link to this state' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await openFigure(await context.newPage(), link, SCENE);
  expect((await readFigure(other)).grids).toEqual(before.grids);
  await expect(other).toContainText('not the picture');
});

test('the loupe follows the pointer, and a finger beside it may scroll @phone', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const photo = figure.locator('.pixel-ground');
  const box = await photo.boundingBox();
  if (!box) throw new Error('no photograph');
  await photo.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect(figure.getByRole('group', { name: /^Loupe over rows 38–41, columns 38–41/ })).toBeAttached();
  expect(await photo.evaluate((element) => getComputedStyle(element).touchAction)).not.toBe('none');
});

test('a typed byte changes the pixel', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const cell = figure.getByRole('gridcell', { name: /^Red row 0, column 0/ });
  await cell.focus();
  await page.keyboard.press('9');
  await page.keyboard.press('Enter');
  expect((await pixel(figure, 0, 0))[0]).toBe(9);
  await expect(figure.getByRole('gridcell', { name: /^Pixel row 0, column 0: red 9,/ })).toBeVisible();
});

test('says it in Chinese', async ({ page }) => {
  const figure = await openFigure(page, './zh/', SCENE);
  await give(figure, 'a.txt', Buffer.from('x'));
  await expect(figure.getByRole('alert')).toContainText('不是这个浏览器能读取的图片');
});
