import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flightFrame } from '../../../src/kit/motion/flightFrame.ts';
import type { Chip, FlightFrame } from '../../../src/kit/motion/frame.ts';
import { glide, windowAt } from '../../../src/kit/motion/glide.ts';
import { phaseAt, phasesOf, progressOf } from '../../../src/kit/motion/phases.ts';
import { cellKey, type Flight, type GridWindow, type SceneView } from '../../../src/kit/scene/view.ts';
import { arrange } from '../../../src/kit/stage/arrange.ts';
import { placeBox } from '../../../src/kit/stage/boxes.ts';
import { column, grid, row } from '../../../src/kit/stage/plan.ts';
import { createTrack, momentAt } from '../../../src/playback/track.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const sides = { x: 5, w: 3, product: 3, y: 5, b: 1 };
const specs = new Map(
  Object.entries(sides).map(([id, n]) => [id, { id, rows: n, cols: n, values: new Float64Array(n * n) }]),
);
const plan = row([grid('x'), column([grid('w'), grid('product')]), grid('y'), grid('b')]);
const boxes = arrange(SIZE, { plan, specs });
const place = (id: string, r: number, c: number) => ({ grid: id, plane: 0, row: r, col: c });

const view = (marks: Record<string, string> = {}): SceneView => ({
  grids: {
    x: marks['x'] ? { marks: new Map([[marks['x'], { kind: 'active' }]]) } : {},
    y: { known: () => false, partial: (i) => (i === 7 ? -1 : undefined) },
  },
  equations: [],
});

const setting = (speed = 1, of = view()) => ({
  ...{ boxes, view: of, speed, width: SIZE.width, height: SIZE.height },
  maxOf: () => 4,
});

const forward = (fraction: number, entersCell = false): Flight => ({
  ...{ direction: 'forward', fraction, entersCell },
  products: [
    {
      value: { place: place('x', 2, 3), number: 2 },
      weight: { place: place('w', 1, 2), number: 2 },
      product: place('product', 1, 2),
      number: 4,
      target: place('y', 1, 2),
    },
  ],
});

const bias = (fraction: number): Flight => ({
  ...{ direction: 'forward', fraction, entersCell: false },
  products: [
    {
      value: { place: place('b', 0, 0), number: 1 },
      weight: null,
      product: null,
      number: 1,
      target: place('y', 1, 2),
    },
  ],
});

const scatter = (fraction: number): Flight => ({
  ...{ direction: 'scatter', fraction, entersCell: true },
  products: Array.from({ length: 9 }, (_, i) => ({
    value: { place: place('y', 1, 2), number: 2 },
    weight: { place: place('w', Math.floor(i / 3), i % 3), number: i - 4 },
    product: place('product', Math.floor(i / 3), i % 3),
    number: 2 * (i - 4),
    target: place('x', Math.floor(i / 3) + 1, (i % 3) + 1),
  })),
});

/** Nine products of one window at once, all into one sum. */
const window = (fraction: number): Flight => ({
  ...{ direction: 'forward', fraction, entersCell: true },
  products: Array.from({ length: 9 }, (_, i) => ({
    value: { place: place('x', Math.floor(i / 3), i % 3), number: 2 },
    weight: { place: place('w', Math.floor(i / 3), i % 3), number: i },
    product: place('product', Math.floor(i / 3), i % 3),
    number: 2 * i,
    target: place('y', 1, 2),
  })),
});

const flights = { forward, entering: (f: number) => forward(f, true), bias, scatter, window };
const speeds = [1, 2, 4, 8, 12, 30];

describe('phases of a step', () => {
  it('are those of the table at leisure', () => {
    const table = phasesOf(forward(0, true), 1).map(({ id, from, to }) => [
      id,
      +from.toFixed(3),
      +to.toFixed(3),
    ]);
    expect(table).toEqual([
      ['glide', 0, 0.25],
      ['light', 0.25, 0.38],
      ['drop', 0.38, 0.52],
      ['merge', 0.52, 0.62],
      ['settle', 0.62, 0.74],
      ['fly', 0.74, 0.92],
      ['take', 0.92, 1],
    ]);
    expect(phasesOf(scatter(0), 1).map(({ to }) => +to.toFixed(3))).toEqual([
      0.12, 0.34, 0.5, 0.6, 0.85, 0.96, 1,
    ]);
  });

  it('fill the step without a gap, at any speed', () => {
    for (const flight of Object.values(flights))
      for (const speed of speeds) {
        const phases = phasesOf(flight(0), speed);
        expect(phases[0]?.from).toBe(0);
        expect(phases.at(-1)?.to).toBe(1);
        for (const [i, phase] of phases.slice(1).entries()) expect(phase.from).toBe(phases[i]?.to);
      }
  });

  it('the ring hops in a tenth without a new cell; the others stretch', () => {
    const phases = phasesOf(forward(0), 1);
    expect(phases[0]?.to).toBe(0.1);
    expect(phases).toHaveLength(7);
  });

  it('tell less the faster they go', () => {
    expect(phasesOf(forward(0, true), 4).map(({ id }) => id)).toEqual(['glide', 'light', 'fly', 'take']);
    expect(phasesOf(scatter(0), 4).map(({ id }) => id)).toEqual(['lift', 'travel', 'add', 'rest']);
    expect(phasesOf(forward(0, true), 12).map(({ id }) => id)).toEqual(['glide']);
  });

  it('progress runs from 0 to 1, and never back', () => {
    const phases = phasesOf(forward(0, true), 1);
    for (const { id } of phases) {
      let last = 0;
      for (let f = 0; f <= 1; f += 0.01) {
        const now = progressOf(phases, id, f);
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
      expect(progressOf(phases, id, 1)).toBe(1);
    }
    expect(phaseAt(phases, 0.8)).toBe('fly');
    expect(phaseAt(phases, 1)).toBe('take');
  });
});

const within = ({ x, y, width, height }: Chip): boolean =>
  x - width / 2 >= -1e-9 &&
  y - height / 2 >= -1e-9 &&
  x + width / 2 <= SIZE.width + 1e-9 &&
  y + height / 2 <= SIZE.height + 1e-9;

describe('what is in flight', () => {
  const anyFlight = fc.constantFrom(...Object.values(flights));
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });

  it('stays on the stage, and is never more than the products', () => {
    fc.assert(
      fc.property(anyFlight, fraction, fc.constantFrom(...speeds), (flight, f, speed) => {
        const now = flight(f);
        const frame = flightFrame(now, setting(speed));
        expect(frame.chips.length).toBeLessThanOrEqual(now.products.length);
        expect(frame.chips.every(within)).toBe(true);
        for (const { ghosts } of frame.chips)
          for (const { x, y, r } of ghosts) {
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(r / 2);
            expect(x).toBeLessThanOrEqual(SIZE.width);
            expect(y).toBeLessThanOrEqual(SIZE.height);
          }
      }),
    );
  });

  it('moves without a jump: the same chip is never far from where it was a thousandth of a step ago', () => {
    for (const flight of Object.values(flights))
      for (const speed of [1, 4]) {
        let [farthest, brightest] = [0, 0];
        let last = flightFrame(flight(0), setting(speed));
        for (let f = 0; f <= 1; f += 0.001) {
          const frame = flightFrame(flight(f), setting(speed));
          if (frame.chips.length === last.chips.length)
            for (const [i, { x, y, text }] of frame.chips.entries()) {
              const before = last.chips[i] as Chip;
              if (before.text === text) farthest = Math.max(farthest, Math.hypot(x - before.x, y - before.y));
            }
          brightest = Math.max(brightest, Math.abs(frame.veil.opacity - last.veil.opacity));
          last = frame;
        }
        expect(farthest).toBeLessThan(14);
        expect(brightest).toBeLessThan(0.02);
      }
  });

  it('begins with nothing and ends with the sum alone', () => {
    for (const flight of [forward, bias]) {
      const start = flightFrame(flight(0), setting());
      expect([start.chips, start.rolling, start.resting]).toEqual([[], [], []]);
      const end = flightFrame(flight(1), setting());
      expect(end.chips).toEqual([]);
      expect(end.veil.opacity).toBe(0);
      expect(end.rolling[0]?.roll).toBe(1);
    }
    expect(flightFrame(forward(1), setting()).rolling[0]).toMatchObject({ from: '−1', to: '3' });
    expect(flightFrame(forward(1), setting()).resting[0]?.text).toBe('4');
  });

  it('a weight drops on its pixel, and their product flies from its place into the sum', () => {
    const at = (phase: string, t = 0.5): FlightFrame => {
      const found = phasesOf(forward(0), 1).find(({ id }) => id === phase) as { from: number; to: number };
      return flightFrame(forward(found.from + (found.to - found.from) * t), setting());
    };
    expect(at('drop').chips[0]?.text).toBe('×2');
    expect(at('merge').chips[0]).toMatchObject({ text: '2·2 → 4', tint: { mix: 0.5 } });
    expect(at('settle').chips[0]?.text).toBe('4');
    expect(at('fly').chips[0]?.ghosts).toHaveLength(3);
    const target = placeBox(boxes.y, place('y', 1, 2));
    const landed = at('fly', 0.9999).chips[0] as Chip;
    expect(landed.x).toBeCloseTo(target.x + target.width / 2, 0);
    expect(landed.y).toBeCloseTo(target.y + target.height / 2, 0);
  });

  it('sets the ring out from the last pair and brings it to this one', () => {
    const of = view({ x: cellKey(0, 0) });
    const ring = (f: number) => flightFrame(forward(f), setting(1, of)).rings[0]?.box;
    expect(ring(0)).toEqual(placeBox(boxes.x, place('x', 0, 0)));
    expect(ring(0.1)).toEqual(placeBox(boxes.x, place('x', 2, 3)));
  });

  it('splits a gradient in as many copies as there are weights, and adds each where it lands', () => {
    const split = flightFrame(scatter(0.3), setting());
    expect(split.chips.map(({ text }) => text)).toEqual(Array(9).fill('2'));
    const meet = flightFrame(scatter(0.45), setting());
    expect(meet.chips[0]?.text).toBe('×−4');
    expect(flightFrame(scatter(0.58), setting()).resting.map(({ text }) => text)).toEqual([
      '−8',
      '−6',
      '−4',
      '−2',
      '0',
      '2',
      '4',
      '6',
      '8',
    ]);
    const end = flightFrame(scatter(1), setting());
    expect([end.chips, end.rings[0]?.opacity]).toEqual([[], 0]);
    expect(end.rolling).toHaveLength(9);
  });

  it('leaves windows and tints alone when the figure runs fast', () => {
    for (const f of [0, 0.3, 0.8, 1]) expect(flightFrame(forward(f), setting(12)).chips).toEqual([]);
  });
});

describe('a window', () => {
  const at = (r: number, c: number): GridWindow => ({ row: r, col: c, rows: 3, cols: 3, role: 'window' });

  it('arrives in the first quarter of a step', () => {
    expect(glide(at(0, 0), at(0, 2), 0)).toEqual(at(0, 0));
    expect(glide(at(0, 0), at(0, 2), 0.125).col).toBeCloseTo(1);
    expect(glide(at(0, 0), at(0, 2), 0.25)).toEqual(at(0, 2));
    expect(glide(at(0, 0), at(0, 2), 1)).toEqual(at(0, 2));
  });

  it('stands still within a cell, and meets the next position where it is', () => {
    const track = createTrack([{ id: 'a', cells: 4, terms: 3, name: { en: '', zh: '' } }]);
    const windowOf = (cell: number): GridWindow => at(Math.floor(cell / 2), cell % 2);
    expect(windowAt(momentAt(track, 1.5), windowOf)).toEqual(at(0, 0));
    for (let position = 0; position <= track.total; position++) {
      const here = windowAt(momentAt(track, position), windowOf);
      if (position === 0) continue;
      const before = windowAt(momentAt(track, position - 1e-9), windowOf);
      expect(Math.abs(here.row - before.row) + Math.abs(here.col - before.col)).toBeLessThan(1e-6);
    }
  });
});

describe('several products at once', () => {
  it('the sum takes all of them in one roll, and none is dimmed', () => {
    const frame = flightFrame(window(0.99), setting());
    expect(frame.rolling).toHaveLength(1);
    expect(frame.rolling[0]).toMatchObject({ from: '−1', to: String(-1 + 72) });
    expect(flightFrame(window(0.35), setting()).veil.holes).toHaveLength(18);
  });

  it('their chips are no wider than two cells, and lie in their own', () => {
    for (const fraction of [0.45, 0.55, 0.7, 0.8])
      for (const { height } of flightFrame(window(fraction), setting()).chips)
        expect(height).toBeLessThanOrEqual(placeBox(boxes.x as never, { plane: 0, row: 0, col: 0 }).height);
  });
});
