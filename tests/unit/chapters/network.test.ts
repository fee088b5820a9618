import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import { digitPass } from '../../../src/kit/digitPass/pass.ts';
import { receptiveField, regionOf } from '../../../src/kit/digitPass/regions.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { evaluate } from '../../../src/network/evaluate.ts';
import { pixelSamples } from '../../../src/network/samples.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { network } from '../../../src/scenes/network/scene.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { createDigitLoader } from '../../../src/worker/loadDigits.ts';

/** What chapter 17 says of its numbers is what the network computes. */
const fromDisk = async (file: unknown): Promise<Response> => new Response(readFileSync(String(file)));
const three = (label: number) => digitPass(digit(3).pixels, label);
const count = (of: ArrayLike<number>, is: (value: number) => boolean): number =>
  Array.from(of).filter(is).length;
const positive = (value: number): boolean => value > 0;
const nonzero = (value: number): boolean => value !== 0;
const text = (value: number, digits = 3): string => printNumber(value, { digits }).text;

/** How often a window of 5 × 5 that is moved over every place, with `pad` zeros around, reads a number that is not 0. */
function read({ shape, data }: Tensor, pad: number): number {
  const [, planes = 1, rows = 1, cols = 1] = shape;
  let reads = 0;
  for (let at = 0; at < planes * rows * cols; at++) {
    const [row, col] = [Math.floor(at / cols) % rows, at % cols];
    const uses = (side: number, size: number): number =>
      Math.min(size - 1, side + pad) - Math.max(0, side - pad) + 1;
    if (data[at] !== 0) reads += uses(row, rows) * uses(col, cols);
  }
  return reads;
}

function stateAt(beat: string) {
  const store = createFigureStore(network);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState();
}
const pinnedAt = (beat: string) => stateAt(beat).pinned;

const modelAt = (beat: string) => stateAt(beat).model;

describe.each(LANGUAGES)('the numbers of chapter 17, %s', (language) => {
  const prose = readFileSync(`src/chapters/17-network/${language}.mdx`, 'utf8');
  const says = (...texts: string[]): void => {
    for (const one of texts) expect(prose).toContain(one);
  };

  it('reads 9917 of 10,000 test digits', { timeout: 60_000 }, async () => {
    says('9917');
    const loader = createDigitLoader({ base: 'public/data/mnist/', fetch: fromDisk as typeof fetch });
    const { pixels, labels } = await loader.load('test', 10_000);
    const { correct, count: of } = evaluate(digitNetwork(), pixelSamples(pixels, labels, 784));
    expect([correct, of]).toEqual([9917, 10_000]);
  });

  it('counts multiplications and parameters', () => {
    const work = [25 * 784 * 8, 200 * 3136, 784 * 10] as const;
    const all = work[0] + work[1] + work[2];
    says('156,800', '627,200', '7840', '791,840', '79%', '70%', '11,274', '208+3216+7850');
    expect([...work, all]).toEqual([156_800, 627_200, 7840, 791_840]);
    expect(three(3).weights.reduce((sum, { size }) => sum + size, 0)).toBe(11_274);
    expect(Math.round((100 * work[1]) / all)).toBe(79);
    expect(Math.round((100 * 7850) / 11_274)).toBe(70);
  });

  it('finds a zero in five of six products', () => {
    const { values } = three(8);
    const live = [
      8 * read(values.image, 2),
      16 * read(values.pool1, 2),
      10 * count(values.pool2.data, nonzero),
    ].reduce((sum, one) => sum + one, 0);
    says((791_840 - live).toLocaleString('en'));
    expect((791_840 - live) / 791_840).toBeCloseTo(5 / 6, 2);
    expect(values.pool2.size).toBe(values.image.size);
  });

  it('takes the largest number of the second convolution apart', () => {
    const { values } = three(8);
    says('5.166', '272', '153', '25.351', '5.74', '14 × 14');
    expect(text(values.conv2.at(0, 4, 6, 10))).toBe('5.166');
    expect(values.conv2.at(0, 4, 6, 10)).toBe(Math.max(...values.conv2.data));
    expect(count(values.conv2.data, positive)).toBe(272);
    expect(count(values.pool2.data, nonzero)).toBe(153);
    expect([text(values.logits.at(0, 3)), text(values.logits.at(0, 5), 2)]).toEqual(['25.351', '5.74']);
    const field = receptiveField('conv2', regionOf({ plane: 4, row: 6, col: 7 }));
    expect(field.right - field.left + 1).toBe(14);
  });

  it('goes back from the right class and from a wrong one', () => {
    says('0.000000003', '23.772', '0.0144', '153', '−2.986', '−1.341', '"-2.986"');
    expect(three(3).loss.toFixed(9)).toBe('0.000000003');
    const { loss, gradients, values } = three(8);
    expect(text(loss)).toBe('23.772');
    expect(gradients.logits.at(0, 8)).toBeCloseTo(-1, 9);
    expect(text(0.1 * gradients.conv2.at(0, 4, 6, 10))).toBe('0.0144');
    expect(pinnedAt('back-shut')).toMatchObject({ grid: 'dconv2', plane: 3, row: 6, col: 2 });
    expect(text(values.conv2.at(0, 3, 6, 2))).toBe('−2.986');
    // A gradient arrives, the largest of all that meet a shut gate, and the gate makes 0 of it.
    expect(text(gradients.relu2.at(0, 3, 6, 2))).toBe('−1.341');
    expect(gradients.conv2.at(0, 3, 6, 2)).toBe(0);
    expect(count(gradients.conv2.data, nonzero)).toBe(153);
  });

  it('reads the small three of the corner only when it is centred', () => {
    says('64.6%');
    const [off, on] = [modelAt('corner'), modelAt('corner-centred')];
    expect([off.best, text(100 * (off.values.probs.data[7] as number), 1)]).toEqual([7, '64.6']);
    expect(on.best).toBe(3);
    expect(on.values.probs.data[3]).toBeGreaterThan(0.999);
  });

  it('names the map with the greatest share', () => {
    says('2.134');
    const store = createFigureStore(network);
    store.actions.goTo('one-map');
    const { model } = store.getState();
    expect(model.params.tile).toBe(5);
  });
});
