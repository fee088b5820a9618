import { expect, test } from '@playwright/test';
import { openFigure, watchErrors } from './figure.ts';

const SCENE = 'conv-backward';

test('the badge checks the model on the screen, has no verdict of an older one, and tells how @phone', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&stride=2&method=scatter`, SCENE);
  const check = figure.locator('[data-check]');
  await expect(check).toHaveAttribute('data-check', 'ok');
  expect(Number(await check.getAttribute('data-relative-error'))).toBeLessThan(1e-6);
  const height = (await figure.boundingBox())?.height;

  // What each frame shows: the size of ∂y, and the verdict.
  await figure.evaluate((root) => {
    const frames: string[] = [];
    const note = (): void => {
      const cells = root.querySelectorAll('[data-tensor=dy] [role=gridcell]').length;
      const badge = root.querySelector<HTMLElement>('[data-check]');
      const error = badge?.dataset['relativeError'] === undefined ? '' : ' with error';
      const frame = `${cells} ${badge?.dataset['check']}${error}`;
      if (frame !== frames.at(-1)) frames.push(frame);
      requestAnimationFrame(note);
    };
    note();
    Object.assign(window, { frames });
  });
  await page.evaluate((scene) => {
    location.hash = `scene=${scene}&stride=1&method=scatter`;
  }, SCENE);
  const frames = () => page.evaluate(() => (window as unknown as { frames: string[] }).frames);
  await expect.poll(frames).toEqual(['9 ok with error', '25 pending', '25 ok with error']);

  await check.getByRole('button', { name: /checked relative error/ }).click();
  const panel = check.getByRole('region', { name: 'Gradient check' });
  await expect(panel).toContainText('9 of 9 numbers');
  await expect(panel).toContainText(/∂w.*backwards .*by nudging .*ε\s=\s1e−5/);
  expect((await figure.boundingBox())?.height).toBe(height);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(check.getByRole('button', { name: /checked/ })).toBeFocused();
  expect(errors).toEqual([]);
});
