import { expect, test } from '@playwright/test';
import { FACTS, gradientGrid, LAST_GRADIENT, NODES, nodeAt } from '../../src/kit/digitPass/nodes.ts';
import { formatPlace } from '../../src/playback/place.ts';
import { createRandom } from '../../src/tensor/random.ts';
import { evaluateLine, openFigure } from './figure.ts';

const CELLS = 240;

test('hundreds of numbers of all layers of the network close on the page, forwards and backwards', async ({
  page,
}) => {
  const figure = await openFigure(page, './#scene=network', 'network');
  const random = createRandom(23);
  for (let i = 0; i < CELLS; i++) {
    const isBack = i % 2 === 1;
    const node = nodeAt(Math.floor(i / 2) % (isBack ? LAST_GRADIENT + 1 : NODES.length));
    const { maps, rows, cols } = FACTS[node];
    const grid = isBack ? gradientGrid(node) : node;
    const place = { grid, plane: random.below(maps), row: random.below(rows), col: random.below(cols) };
    const pin = formatPlace([{ id: grid, rows, cols, planes: maps }], place);
    const position = isBack ? 2 * (NODES.length - 1) : 1;
    const told = await figure.evaluate(async (root, hash) => {
      const turned = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = hash;
      await turned;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const cell = root.querySelector<SVGElement>('[role=gridcell][aria-selected=true]');
      return {
        lines: [...root.querySelectorAll('[data-arithmetic]')].map((line) => line.textContent ?? ''),
        ...{ row: Number(cell?.dataset['row']), col: Number(cell?.dataset['col']) },
        ...{ plane: Number(cell?.dataset['plane'] ?? 0), value: Number(cell?.dataset['value']) },
      };
    }, `scene=network&i=${i}&position=${position}&pin=${pin}`);
    expect(told, pin).toMatchObject({ row: place.row, col: place.col, plane: place.plane });
    expect(told.lines.length, pin).toBeGreaterThan(0);
    for (const [at, line] of told.lines.entries()) {
      const { left, right, exact } = evaluateLine(line);
      const size = Math.max(1, Math.abs(right));
      if (exact) expect(left, `${pin}: ${line}`).toBeCloseTo(right, 9);
      // Each of up to 800 printed operands is rounded.
      else expect(Math.abs(left - right), `${pin}: ${line}`).toBeLessThan(0.02 * size);
      if (at === 0) expect(Math.abs(right - told.value), `${pin}: ${line}`).toBeLessThan(1e-3 * size);
    }
  }
});
