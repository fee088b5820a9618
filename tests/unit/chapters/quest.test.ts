import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '../../../src/network/evaluate.ts';
import { pixelSamples } from '../../../src/network/samples.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { runSettings } from '../../../src/scenes/training/model.ts';
import { training } from '../../../src/scenes/training/scene.ts';
import { createDigitLoader } from '../../../src/worker/loadDigits.ts';
import { createSession } from '../../../src/worker/session.ts';

/** What chapter 19 calls par: a whole run of the laboratory with four filters and batch norm. */
const PIXELS = 784;
const fromDisk = async (file: unknown): Promise<Response> => new Response(readFileSync(String(file)));
const percent = (of: number, all: number): string => `${Number(((100 * of) / all).toFixed(2))}%`;

it('par is reached by the network that chapter 19 names', { timeout: 600_000 }, async () => {
  const loader = createDigitLoader({ base: 'public/data/mnist/', fetch: fromDisk as typeof fetch });
  const samplesOf = async (set: 'train' | 'test', count: number) => {
    const { pixels, labels } = await loader.load(set, count);
    return pixelSamples(pixels, labels, PIXELS);
  };
  const [train, test] = await Promise.all([samplesOf('train', 20_000), samplesOf('test', 10_000)]);
  const store = createFigureStore(training);
  store.actions.setParams({ filters: 4, batchNorm: true });
  const run = runSettings(store.getState().params, 'a');
  if (!run) throw new Error('there is no run');
  const session = createSession(run.settings, train);
  const { model } = session;
  expect(model.params.reduce((all, { size }) => all + size, 0)).toBe(4854);
  while (session.step < run.settings.steps) session.advanceStep();
  const [few, all] = [evaluate(model, test, 1000), evaluate(model, test)];
  const share = few.correct / few.count;
  expect((100 * Math.sqrt((share * (1 - share)) / few.count)).toFixed(1)).toBe('0.4');
  for (const language of ['en', 'zh']) {
    const prose = readFileSync(`src/chapters/19-workbench/${language}.mdx`, 'utf8');
    expect(prose).toContain(percent(few.correct, few.count));
    expect(prose).toContain(percent(all.correct, all.count));
  }
});
