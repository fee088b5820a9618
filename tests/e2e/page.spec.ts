import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openFigure, watchErrors } from './figure.ts';

for (const path of ['./', './zh/'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing serious: ${path} ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openFigure(page, path);
      const word = page.locator('[data-term=convolution]').first();
      await word.scrollIntoViewIfNeeded();
      await word.click();
      await expect(page.locator('.term-bubble')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('.katex').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    });

test('without JavaScript: prose, formulas and the first state of the figure', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const path of ['', 'zh/']) {
    const page = await context.newPage();
    await page.goto(`${baseURL}${path}`);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(2000);
    expect(await page.locator('.katex').count()).toBeGreaterThan(10);
    expect(await page.locator('figure[data-scene=convolution] [role=gridcell]').count()).toBeGreaterThan(40);
    await page.close();
  }
  await context.close();
});

test('the first screen fetches neither React nor KaTeX, and nothing from elsewhere', async ({
  page,
  baseURL,
}) => {
  const errors = watchErrors(page);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto('./', { waitUntil: 'networkidle' });
  const scripts = urls.filter((url) => url.endsWith('.js') && !url.endsWith('sw.js'));
  expect(urls.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
  expect(scripts.some((url) => /katex|client-/.test(url))).toBe(false);
  expect(errors).toEqual([]);
});

test('the language switch keeps the place', async ({ page }) => {
  await openFigure(page, './#scene=convolution&stride=2&position=7');
  await page.getByRole('link', { name: '中文' }).first().click();
  await expect(page).toHaveURL(/\/zh\//);
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/);
  const figure = page.locator('figure[data-scene=convolution]');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(figure.getByRole('slider', { name: '步幅' })).toHaveValue('2');
});

test('a sentence moves the figure', async ({ page }) => {
  const figure = await openFigure(page, './');
  await page.locator('[data-beat=target]').first().click();
  await expect(figure.getByRole('radio', { name: 'distance to target' })).toBeChecked();
});

test('works offline after one visit', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  for (const path of ['./', './zh/']) {
    const figure = await openFigure(page, path);
    await expect(figure.getByRole('slider').first()).toBeVisible();
  }
});

test.describe('words of the glossary', () => {
  const bubbleOf = (page: Page) => page.locator('.term-bubble');

  test('hover shows the definition; the pointer may move onto it; Esc closes it without moving', async ({
    page,
  }) => {
    await page.goto('./');
    const word = page.locator('[data-term=convolution]').first();
    await word.scrollIntoViewIfNeeded();
    await word.hover();
    const bubble = bubbleOf(page);
    await expect(bubble).toBeVisible();
    await expect(word).toHaveAttribute('aria-expanded', 'true');
    await expect(bubble).toContainText('sliding sum of products');
    await bubble.hover();
    await page.waitForTimeout(500);
    await expect(bubble).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bubble).toBeHidden();
    await expect(word).toHaveAttribute('aria-expanded', 'false');
  });

  test('by keyboard: focus opens, Tab reaches its links, Enter and Space close and open', async ({
    page,
  }) => {
    await page.goto('./');
    const word = page.getByRole('button', { name: 'convolution', exact: true }).first();
    await word.scrollIntoViewIfNeeded();
    await word.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const bubble = bubbleOf(page);
    await expect(word).toBeFocused();
    await expect(bubble).toBeVisible();
    await expect(word).toHaveAttribute('aria-describedby', 'term-bubble');
    await page.keyboard.press('Enter');
    await expect(bubble).toBeHidden();
    await page.keyboard.press(' ');
    await expect(bubble).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(bubble.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bubble).toBeHidden();
    await expect(word).toBeFocused();
  });

  test('a tap opens it inside the window, a tap elsewhere closes it @phone-only', async ({ page }) => {
    for (const path of ['./', './zh/']) {
      await page.goto(path);
      for (const term of ['convolution', 'cross-correlation', 'gradient']) {
        const word = page.locator(`[data-term=${term}]`).first();
        await word.scrollIntoViewIfNeeded();
        await word.tap();
        const bubble = bubbleOf(page);
        await expect(bubble).toBeVisible();
        const box = await bubble.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
        await page.locator('.site-title').dispatchEvent('pointerdown');
        await expect(bubble).toBeHidden();
      }
    }
  });

  test('without JavaScript a word is a link to its entry', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}`);
    await page.locator('[data-term=convolution]').first().click();
    await expect(page).toHaveURL(/#term-convolution$/);
    await expect(page.locator('#term-convolution')).toBeInViewport();
    await context.close();
  });

  test('the field finds a word by its names in both languages', async ({ page }) => {
    await page.goto('./#glossary');
    const field = page.getByRole('searchbox');
    const shown = page.locator('.entry:visible dt');
    for (const [typed, word] of [
      ['步长', 'stride'],
      ['1x1', 'pointwise'],
      ['Atrous', 'dilation'],
      ['moire', 'aliasing'],
    ] as const) {
      await field.fill(typed);
      await expect(shown).toHaveCount(1);
      await expect(shown).toContainText(word);
    }
    await field.fill('nothing of the kind');
    await expect(page.locator('.glossary-search [role=status]')).toHaveText('No such word here.');
    await field.fill('');
    expect(await shown.count()).toBeGreaterThan(40);
  });
});

test('the letters of a formula and the grids point at each other', async ({ page }) => {
  const figure = await openFigure(page, './');
  const letter = figure.locator('.equation-rule [data-symbol=w]').first();
  await letter.hover();
  await expect(figure.locator('.grid[data-tensor=w]')).toHaveAttribute('data-lit', '');
  await expect(figure.locator('.grid[data-tensor=x]')).not.toHaveAttribute('data-lit', '');
  await figure.locator('.grid[data-tensor=y] [role=gridcell]').first().hover();
  await expect(figure.locator('.equation-rule [data-symbol=y]').first()).toHaveClass(/active/);
  await expect(letter).not.toHaveClass(/active/);
  await expect(figure.locator('.grid[data-tensor=w]')).not.toHaveAttribute('data-lit', '');
  // The same by keyboard.
  await figure.getByRole('group', { name: 'Letters of the formula' }).getByText('Input').focus();
  await expect(figure.locator('.grid[data-tensor=x]')).toHaveAttribute('data-lit', '');
});

test.describe('theme and links', () => {
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

  test('a chosen theme stays, and is there before the first paint', async ({ page }) => {
    await page.goto('./');
    const button = page.locator('[data-theme-button]');
    await button.click();
    await button.click();
    expect(await theme(page)).toBe('dark');
    await page.goto('./zh/', { waitUntil: 'commit' });
    await page.waitForSelector('body');
    expect(await theme(page)).toBe('dark');
    await expect(button).toHaveAccessibleName('主题：深色');
  });

  test('where storage is refused, theme and ticks still work for this page', async ({ page }) => {
    const errors = watchErrors(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto('./');
    const button = page.locator('[data-theme-button]');
    await button.click();
    expect(await theme(page)).toBe('light');
    await page.locator('#kernels').scrollIntoViewIfNeeded();
    expect(errors).toEqual([]);
  });

  test('a link to an unknown figure, and one that is too long, say so', async ({ page }) => {
    await page.goto('./#scene=nothing&stride=2');
    const notice = page.locator('body > .notice');
    await expect(notice).toContainText('not on this page');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
    await page.goto('./zh/');
    await page.evaluate(() => {
      location.hash = `scene=convolution&x=${'1,'.repeat(11_000)}`;
    });
    await expect(notice).toContainText('太长');
  });

  test('after a link with an impossible value the figure goes on, whatever link follows', async ({
    page,
  }) => {
    const errors = watchErrors(page);
    await page.goto('./#scene=stride&input=9999');
    const figure = page.locator('figure[data-scene=stride]');
    await expect(figure.locator('.notice')).toContainText('(input)');
    await page.evaluate(() => {
      location.hash = 'stride';
    });
    await expect(figure.locator('.notice')).toHaveCount(1);
    await page.evaluate(() => {
      location.hash = 'scene=stride&stride=3';
    });
    await expect(figure.locator('.notice')).toHaveCount(0);
    await expect(figure.getByRole('slider', { name: 'Stride', exact: true })).toHaveValue('3');
    expect(errors).toEqual([]);
  });
});

test.describe('contents', () => {
  test('show where the reader is, tick what was read, and remember it', async ({ page }) => {
    await page.goto('./');
    const contents = page.locator('.side-contents');
    await contents.getByRole('link', { name: 'One number, nine products' }).focus();
    await page.keyboard.press('Enter');
    await expect(contents.locator('[aria-current]')).toContainText('One number, nine products');
    const section = contents.getByRole('link', { name: 'What a kernel does' });
    await section.focus();
    await page.keyboard.press('Enter');
    await expect(section).toHaveAttribute('aria-current', 'location');
    await expect(page.locator('#kernels')).toBeInViewport();
    // Long enough to be read, then on.
    await page.waitForTimeout(2300);
    await page.locator('#turned').evaluate((element) => element.scrollIntoView());
    await expect(section).toHaveAttribute('data-read', '');
    await expect(section).toHaveAccessibleName(/\(read\)/);
    await page.goto('./zh/');
    await expect(contents.locator('a[href="#kernels"]')).toHaveAttribute('data-read', '');
    await expect(contents.locator('a[href="#turned"]')).not.toHaveAttribute('data-read', '');
  });

  test('tick a chapter when all of its sections are read', async ({ page }) => {
    await page.goto('./');
    const chapter = page.locator('.side-contents li:has(> ol a[href="#depth-one-number"])');
    const ids = await chapter
      .locator('ol a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
    await page.evaluate((read) => localStorage.setItem('read', read.slice(1).join(' ')), ids);
    await page.reload();
    const head = chapter.locator('.contents-chapter');
    await expect(chapter.locator('ol a[data-read]')).toHaveCount(ids.length - 1);
    await expect(head).not.toHaveAttribute('data-read', '');
    await page.evaluate((read) => localStorage.setItem('read', read.join(' ')), ids);
    await page.reload();
    await expect(head).toHaveAttribute('data-read', '');
  });

  test('are a disclosure on the phone, closed by Esc and by a choice @phone-only', async ({ page }) => {
    await page.goto('./');
    const menu = page.locator('details.menu');
    const summary = menu.locator('summary');
    await summary.tap();
    const link = menu.getByRole('link', { name: 'Glossary' });
    await expect(link).toBeVisible();
    await summary.press('Escape');
    await expect(link).toBeHidden();
    await summary.tap();
    await link.tap();
    await expect(link).toBeHidden();
    await expect(page.locator('#glossary-title')).toBeInViewport();
    await expect(page.locator('details.note').first()).not.toHaveAttribute('open', '');
  });

  test('every link inside the page has its target, and every id is there once', async ({ page }) => {
    for (const path of ['./', './zh/']) {
      await page.goto(path);
      const wrong = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
        const dead = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .map((link) => decodeURIComponent(link.hash.slice(1)))
          .filter((id) => !document.getElementById(id));
        const stars = [...document.querySelectorAll('.prose :is(p, li)')]
          .map(({ textContent }) => textContent)
          .filter((text) => text.includes('**'));
        return { twice, dead, stars };
      });
      expect(wrong).toEqual({ twice: [], dead: [], stars: [] });
    }
  });
});

test('a link to a late section lands on it, although the sections above are laid out on the way', async ({
  page,
}) => {
  for (const id of ['check', 'eq-conv-dw', 'references', 'term-stride', 'kernels']) {
    await page.goto(`./#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await page.waitForTimeout(2500);
    const { top, end } = await page.evaluate((name) => {
      const { scrollY: y, innerHeight: height } = window;
      return {
        top: document.getElementById(name)?.getBoundingClientRect().top ?? 0,
        end: y + height >= document.documentElement.scrollHeight - 2,
      };
    }, id);
    // Below the header; at the end of the page there is no further to scroll.
    expect(top).toBeGreaterThan(40);
    if (!end) expect(top).toBeLessThan(110);
  }
});
