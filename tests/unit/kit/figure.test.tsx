import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bandOf, measureStage, prerendered } from '../../../src/kit/figure/bands.ts';
import { isWaiting, loadResources } from '../../../src/kit/figure/loadResources.ts';
import { sceneComponent } from '../../../src/kit/figure/SceneFigure.tsx';
import { currentTerm, middleTerm } from '../../../src/kit/line/currentTerm.ts';
import { placeName } from '../../../src/kit/line/placeName.ts';
import type { Resource } from '../../../src/playback/resources.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { small } from './smallScene.tsx';

describe('a pre-rendered figure', () => {
  const Scene = sceneComponent(small);
  const html = renderToStaticMarkup(<Scene language="en" number="3.1" />);

  it('stands in the page with all that it carries', () => {
    expect(html).toContain('data-scene="small"');
    expect(html).not.toContain('data-ready');
    expect(html).toContain('aria-labelledby="small-title"');
    expect(html).toContain('data-tensor="y"');
    for (const name of [
      'Input size',
      'Stride',
      'Padding',
      'Position',
      'Play',
      'Step back',
      'Reset',
      'All digits',
    ])
      expect(html).toContain(name);
  });

  it('has in its menu what the bar leaves out on a phone: the first step and the speeds', () => {
    const items = [...html.matchAll(/role="menuitem(?:radio)?"[^>]*>([^<]+)</g)].map(([, text]) => text);
    expect(items).toEqual(expect.arrayContaining(['Reset', '1', '2', '4', '12', '30']));
    expect(html).toMatch(/role="menuitemradio"[^>]*aria-checked="true"[^>]*aria-label="2\/s"/);
  });

  it('writes its arithmetic as text that can be evaluated', () => {
    const [, text = ''] = /data-arithmetic="">([^<]+)</.exec(html) ?? [];
    expect(text).toBe('0 × (−1) + 2 × 0 + 4 × 1 + 1 × (−2) + 3 × 0 + 1 × 2 = 4');
  });

  it('says the same in Chinese, with no English word of the kit left', () => {
    const html = renderToString(<Scene language="zh" number="3.1" />);
    const chinese = html.replace(/ (class|data-\w+|d)="[^"]*"/g, '');
    for (const word of ['输入大小', '步幅', '重置', '全部数位']) expect(chinese).toContain(word);
    for (const word of ['Reset', 'Speed', 'Position', 'Copy', 'digits', 'unpin'])
      expect(chinese.includes(word), word).toBe(false);
  });

  it('puts no two texts into one element, so that a translator that wraps texts cannot break it', () => {
    // React marks the seam between two texts of one element by an empty comment.
    expect(renderToString(<Scene language="en" number="3.1" />)).not.toContain('<!-- -->');
  });
});

describe('the size of a stage', () => {
  it('follows the width of the figure, in rem', () => {
    expect([1270, 1040, 1039, 760, 759, 320].map((width) => bandOf(width, 16))).toEqual([
      ...['wide', 'wide', 'medium', 'medium', 'phone', 'phone'],
    ]);
    expect([2080, 2079, 1519].map((width) => bandOf(width, 32))).toEqual(['wide', 'medium', 'phone']);
  });

  it('is quantised, and as pre-rendered where the figure is 1270 px wide', () => {
    expect(measureStage(1270, { width: 963, height: 336 }, 16, undefined)).toEqual(prerendered(undefined));
    expect(measureStage(390, { width: 362, height: 300 }, 16, { phone: 300 })).toEqual({
      size: { band: 'phone', width: 360, height: 300 },
      scale: 1,
    });
  });

  it('grows with a large font, as far as the window allows', () => {
    expect(measureStage(1270, { width: 1242, height: 660 }, 32, undefined)).toMatchObject({
      size: { width: 616 },
      scale: 2,
    });
    expect(measureStage(390, { width: 352, height: 660 }, 32, undefined)).toMatchObject({
      size: { width: 320 },
      scale: 1.1,
    });
    expect(measureStage(320, { width: 292, height: 660 }, 32, undefined)).toMatchObject({
      size: { width: 288 },
      scale: 1,
    });
  });
});

it('shrinks a stage into a low window, but never to less than half', () => {
  const slot = { width: 600, height: 0.6 * 304 };
  expect(measureStage(844, slot, 16, undefined)).toEqual({
    size: { band: 'medium', width: 1000, height: 304 },
    scale: 0.6,
  });
  expect(measureStage(844, { ...slot, height: 40 }, 16, undefined).scale).toBe(0.5);
});

describe('the term of the moment', () => {
  const terms = Array.from({ length: 10 }, () => ({ factors: [], value: 1 }));
  const played = (done: number) => ({ terms, done, positionOf: (count: number) => 70 + count });
  it('is the last that was added, or the one that is under way', () => {
    expect(currentTerm(played(6), { position: 76, fraction: 0 })).toEqual({ index: 5, fraction: 1 });
    expect(currentTerm(played(6), { position: 76.5, fraction: 0.5 })).toEqual({ index: 6, fraction: 0.5 });
    expect(currentTerm(played(10), { position: 80, fraction: 0 }).index).toBe(-1);
    expect(currentTerm(played(0), { position: 70.25, fraction: 0.25 })).toEqual({ index: 0, fraction: 0.25 });
  });
  it('is none of a sum that the reader asked for', () => {
    const asked = { terms, done: 10, positionOf: undefined };
    expect(currentTerm(asked, { position: 76.5, fraction: 0.5 })).toEqual({ index: -1, fraction: 1 });
    expect([middleTerm(asked, -1), middleTerm({ terms, done: 0 }, -1), middleTerm(asked, 4)]).toEqual([
      9, 0, 4,
    ]);
  });
});

it('names a cell by what is needed to find it', () => {
  const place = { grid: 'w', plane: 5, row: 0, col: 12 };
  expect(placeName(place, { id: 'w', rows: 3, cols: 13, planes: 6 })).toBe('w₅,₀,₁₂');
  expect(placeName(place, { id: 'w', rows: 3, cols: 13 })).toBe('w₀,₁₂');
  expect(placeName(place, { id: 'w', rows: 1, cols: 13 })).toBe('w₁₂');
  expect(placeName(place, { id: 'bias', symbol: 'b', rows: 1, cols: 1 })).toBe('b');
});

describe('resources', () => {
  const lateScene = () => {
    const asked: { key: string; signal: AbortSignal; settle(value?: string): void }[] = [];
    const scene = {
      ...small,
      resources: {
        photo: {
          key: ({ picture }: { readonly picture: string }) => (picture === 'numbers' ? null : picture),
          load: (key: string, signal: AbortSignal) =>
            new Promise<string>((resolve, reject) => {
              asked.push({
                key,
                signal,
                settle: (value) => (value === undefined ? reject() : resolve(value)),
              });
            }),
          failure: { en: 'The photograph did not arrive.', zh: '照片没有送达。' },
        },
      },
    };
    const store = createFigureStore(scene);
    const photo = () => (store.getState().resources as { photo: Resource<string> }).photo;
    const waits = () => isWaiting(scene.resources, store.getState().params, { photo: photo() });
    return { asked, store, scene, photo, waits };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('are fetched when the parameters ask for them, once', async () => {
    const { asked, store, scene, photo, waits } = lateScene();
    const stop = loadResources(store, scene.resources);
    expect([asked.length, waits()]).toEqual([0, false]);
    store.actions.setParams({ picture: 'ramp' });
    expect([asked.length, waits()]).toEqual([1, true]);
    asked[0]?.settle('a photograph');
    await settled();
    expect([photo(), waits()]).toEqual([{ state: 'there', value: 'a photograph' }, false]);
    store.actions.setParams({ picture: 'numbers' });
    store.actions.setParams({ picture: 'ramp' });
    expect(asked.length).toBe(1);
    stop();
  });

  it('that did not come are asked for again when the reader wants them, and only those', async () => {
    const { asked, store, scene, photo } = lateScene();
    const stop = loadResources(store, scene.resources);
    store.actions.setParams({ picture: 'ramp' });
    asked[0]?.settle();
    await settled();
    expect(photo().state).toBe('failed');
    store.actions.askAgain();
    expect([asked.length, photo().state]).toEqual([2, 'waiting']);
    store.actions.askAgain();
    expect(asked.length).toBe(2);
    asked[1]?.settle('a photograph');
    await settled();
    store.actions.askAgain();
    expect([asked.length, photo()]).toEqual([2, { state: 'there', value: 'a photograph' }]);
    stop();
  });

  it('of many keys stay at hand, but not all of them', () => {
    const { store, photo } = lateScene();
    for (let i = 0; i < 200; i++)
      store.actions.setResource('photo', `old ${i}`, { state: 'there', value: '' });
    store.actions.setResource('photo', 'ramp', { state: 'there', value: 'new' });
    store.actions.setParams({ picture: 'ramp' });
    expect(photo()).toEqual({ state: 'there', value: 'new' });
    for (let i = 0; i < 200; i++)
      store.actions.setResource('photo', `more ${i}`, { state: 'there', value: '' });
    store.actions.setParams({ picture: 'numbers' });
    store.actions.setParams({ picture: 'ramp' });
    expect(photo().state).toBe('waiting');
  });

  it('are given up when they are no longer asked for, and what failed is tried again', async () => {
    const { asked, store, scene, photo } = lateScene();
    const stop = loadResources(store, scene.resources);
    store.actions.setParams({ picture: 'ramp' });
    store.actions.setParams({ picture: 'numbers' });
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.settle('too late');
    await settled();
    store.actions.setParams({ picture: 'ramp' });
    expect([asked.length, photo().state]).toEqual([2, 'waiting']);
    asked[1]?.settle();
    await settled();
    expect(photo()).toEqual({ state: 'failed', message: scene.resources.photo.failure });
    store.actions.setParams({ picture: 'numbers' });
    store.actions.setParams({ picture: 'ramp' });
    expect(asked.length).toBe(3);
    stop();
    expect(asked[2]?.signal.aborted).toBe(true);
  });
});
