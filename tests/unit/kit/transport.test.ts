import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barLayout, positionAt, shareOf } from '../../../src/kit/transport/barLayout.ts';
import { whereText } from '../../../src/kit/transport/whereWords.ts';
import { createTrack } from '../../../src/playback/track.ts';

const name = (en: string) => ({ en, zh: en });
const tracks = fc
  .array(fc.record({ cells: fc.integer({ min: 1, max: 64 }), terms: fc.integer({ min: 1, max: 28 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => createTrack(parts.map((part, i) => ({ id: String(i), name: name(`part ${i}`), ...part }))));

describe('the bar', () => {
  it('gives every stretch its share, none too small to be hit', () => {
    fc.assert(
      fc.property(tracks, (track) => {
        const parts = barLayout(track);
        const widths = parts.map(({ width }) => width);
        expect(widths.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        for (const width of widths) expect(width).toBeGreaterThan(0.03);
        parts.slice(1).forEach(({ start }, i) => {
          const before = parts[i] as (typeof parts)[number];
          expect(start).toBeCloseTo(before.start + before.width, 12);
        });
      }),
    );
  });

  it('leads back to the position whose place was pressed', () => {
    fc.assert(
      fc.property(tracks, fc.double({ min: 0, max: 1, noNaN: true }), (track, at) => {
        const position = Math.round(at * track.total);
        expect(positionAt(track, shareOf(track, position))).toBe(position);
      }),
    );
  });

  it('reaches both ends', () => {
    const track = createTrack([
      { id: 'forward', cells: 25, terms: 10, name: name('forward') },
      { id: 'db', cells: 1, terms: 1, name: name('∂b') },
    ]);
    expect([positionAt(track, -1), positionAt(track, 2)]).toEqual([0, 251]);
    expect([shareOf(track, 0), shareOf(track, 251)]).toEqual([0, 1]);
  });
});

describe('the words of a sum', () => {
  const track = createTrack([
    {
      ...{ id: 'forward', cells: 25, terms: 10, name: { en: 'forward', zh: '前向' } },
      ...{ termWord: { en: 'product', zh: '个乘积' }, lastTerm: { en: 'bias', zh: '偏置' } },
    },
  ]);
  it.each([
    [76, 'cell 8 of 25 · product 6 of 9', '第 8 格，共 25 · 第 6 个乘积，共 9'],
    [79, 'cell 8 of 25 · product 9 of 9', '第 8 格，共 25 · 第 9 个乘积，共 9'],
    [79.5, 'cell 8 of 25 · bias', '第 8 格，共 25 · 偏置'],
    [80, 'cell 8 of 25 · bias', '第 8 格，共 25 · 偏置'],
    [80.5, 'cell 9 of 25 · product 1 of 9', '第 9 格，共 25 · 第 1 个乘积，共 9'],
  ])('%d', (position, en, zh) => {
    expect(whereText(track, position, 'en')).toBe(en);
    expect(whereText(track, position, 'zh')).toBe(zh);
  });

  it('counts each cell by its own number of steps', () => {
    const track = createTrack([{ id: 's', cells: 3, terms: 4, counts: [1, 4, 2], name: name('s') }]);
    expect(whereText(track, 4, 'en')).toBe('cell 2 of 3 · term 3 of 4');
    expect(whereText(track, 6, 'en')).toBe('cell 3 of 3 · term 1 of 2');
  });
});

describe('the words of a position', () => {
  const track = createTrack([
    { id: 'forward', cells: 25, terms: 10, name: { en: 'forward', zh: '前向' } },
    { id: 'dx', cells: 25, terms: 1, name: { en: '∂x', zh: '∂x' } },
  ]);
  it.each([
    [0, 'forward: cell 1 of 25 · term 0 of 10'],
    [76, 'forward: cell 8 of 25 · term 6 of 10'],
    [76.5, 'forward: cell 8 of 25 · term 7 of 10'],
    [80.5, 'forward: cell 9 of 25 · term 1 of 10'],
    [250.5, '∂x: cell 1 of 25'],
    [253, '∂x: cell 3 of 25'],
    [275, '∂x: all 275 steps done'],
  ])('at %f', (position, words) => expect(whereText(track, position, 'en')).toBe(words));

  it('in Chinese', () => expect(whereText(track, 76, 'zh')).toBe('前向：第 8 格，共 25 · 第 6 项，共 10'));
});

it('calls a cell what the stretch calls it', () => {
  const track = createTrack([
    {
      id: 'updates',
      cells: 20,
      terms: 3,
      name: { en: 'updates', zh: '更新' },
      cellWord: { en: 'update', zh: '次更新' },
      termWord: { en: 'part', zh: '步' },
    },
  ]);
  expect(whereText(track, 5, 'en')).toBe('update 2 of 20 · part 2 of 3');
  expect(whereText(track, 5, 'zh')).toContain('次更新，共 20');
});
