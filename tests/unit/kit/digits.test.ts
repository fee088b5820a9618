import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTestDigits } from '../../../scripts/data/mnist.ts';
import { mnistPlacing, pictureOf, plainPlacing, SIDE } from '../../../src/kit/digits/centre.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { givenBy, packStrokes, unpackStrokes } from '../../../src/kit/digits/drawing.ts';
import { inkOf, PEN, type Stroke } from '../../../src/kit/digits/strokes.ts';
import { loadWeights } from '../../../src/network/weights.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

const stroke = fc
  .array(fc.tuple(fc.integer({ min: 15, max: 85 }), fc.integer({ min: 15, max: 85 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((points): Stroke => points.map(([x, y]) => [x / 100, y / 100]));

const boxOf = (pixels: Uint8Array) => {
  let [left, right, top, bottom] = [SIDE, -1, SIDE, -1];
  pixels.forEach((ink, i) => {
    if (ink < 26) return;
    const [row, col] = [Math.floor(i / SIDE), i % SIDE];
    [left, right] = [Math.min(left, col), Math.max(right, col)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  });
  return { width: right - left + 1, height: bottom - top + 1 };
};

const middleOf = (pixels: Uint8Array): [number, number] => {
  let [mass, x, y] = [0, 0, 0];
  pixels.forEach((ink, i) => {
    mass += ink;
    x += ink * ((i % SIDE) + 0.5);
    y += ink * (Math.floor(i / SIDE) + 0.5);
  });
  return [x / mass, y / mass];
};

describe('a drawing', () => {
  it('has full ink on its line, none a pen away from it', () => {
    const ink = inkOf(
      [
        [
          [0.2, 0.5],
          [0.8, 0.5],
        ],
      ],
      100,
    );
    const at = (x: number, y: number) => ink[y * 100 + x] as number;
    expect([at(50, 50), at(20, 50), at(79, 50)]).toEqual([1, 1, 1]);
    expect([at(50, 50 + Math.ceil(100 * PEN) + 1), at(10, 50), at(90, 50)]).toEqual([0, 0, 0]);
  });

  it('comes into a box of 20 pixels with its mass in the middle, however large and wherever it was', () => {
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 3 }), (strokes) => {
        const { pixels, placing } = givenBy({ sample: null, strokes }, true);
        const { width, height } = boxOf(pixels);
        // A box that is not centred on its mass may leave the picture; MNIST's digits hardly do.
        const [x, y] = middleOf(pixels);
        fc.pre(Math.max(width, height) > 17);
        expect(Math.max(width, height)).toBeLessThanOrEqual(22);
        expect(Math.abs(x - 14.5)).toBeLessThan(1);
        expect(Math.abs(y - 14.5)).toBeLessThan(1);
        expect(placing.scale).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its place where it is not centred, and is all paper where nothing was drawn', () => {
    const strokes: Stroke[] = [
      [
        [0.25, 0.25],
        [0.25, 0.3],
      ],
    ];
    const [x, y] = middleOf(givenBy({ sample: null, strokes }, false).pixels);
    expect(x / SIDE).toBeCloseTo(0.25, 1);
    expect(y / SIDE).toBeCloseTo(0.275, 1);
    expect(Math.max(...givenBy({ sample: null, strokes: [] }, true).pixels)).toBe(0);
  });

  it('comes back from the numbers of a link', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 4 }), (strokes) => {
        const packed = packStrokes(strokes);
        expect(packStrokes(unpackStrokes(packed))).toEqual(packed);
        expect(unpackStrokes(packed)).toHaveLength(strokes.length);
      }),
    );
    expect(unpackStrokes([50, 50, 1e9, 3, -1, 20])).toEqual([[[0.5, 0.5]]]);
  });
});

describe('what MNIST does to a digit', () => {
  it('leaves most of its own digits where they are', () => {
    const digits = readTestDigits().slice(0, 300);
    const moved = digits.map(({ pixels }) => {
      const ink = Array.from(pixels, (byte) => byte / 255);
      const again = pictureOf(ink, SIDE, mnistPlacing(ink, SIDE));
      const [x, y] = middleOf(again);
      const [px, py] = middleOf(pixels);
      return Math.max(Math.abs(x - px), Math.abs(y - py));
    });
    expect(moved.filter((by) => by < 0.6).length).toBeGreaterThan(0.95 * digits.length);
    const plain = digits[0]?.pixels ?? new Uint8Array();
    const ink = Array.from(plain, (byte) => byte / 255);
    expect([...pictureOf(ink, SIDE, plainPlacing(SIDE))]).toEqual([...plain]);
  });
});

describe('the network in the figures', () => {
  it('is the one that was shipped, and each is a model of its own', () => {
    const shipped = loadWeights(readFileSync('public/weights/mnist-lenet.bin'));
    const [one, other] = [digitNetwork({ dtype: 'float64' }), digitNetwork()];
    one.params.forEach((p, i) => {
      expect([...p.data]).toEqual([...(shipped.params[i]?.data ?? [])]);
    });
    const first = other.params[0]?.data ?? new Float32Array();
    first[0] = 9;
    expect(digitNetwork().params[0]?.data[0]).not.toBe(9);
  });

  it('reads the ten samples', () => {
    const model = digitNetwork();
    for (let label = 0; label < 10; label++) {
      const { pixels } = givenBy({ sample: label, strokes: [] }, true);
      const x = tensor(
        [1, 1, SIDE, SIDE],
        Array.from(pixels, (byte) => byte / 255),
      );
      const logits = [...model.forward(x).data];
      expect(logits.indexOf(Math.max(...logits))).toBe(label);
    }
  });

  it('reads a drawn seven and a drawn one', () => {
    const model = digitNetwork();
    const read = (strokes: Stroke[]) => {
      const { pixels } = givenBy({ sample: null, strokes }, true);
      const x = tensor(
        [1, 1, SIDE, SIDE],
        Array.from(pixels, (byte) => byte / 255),
      );
      const logits = [...model.forward(x).data];
      return logits.indexOf(Math.max(...logits));
    };
    expect(
      read([
        [
          [0.25, 0.25],
          [0.75, 0.25],
          [0.45, 0.85],
        ],
      ]),
    ).toBe(7);
    expect(
      read([
        [
          [0.5, 0.15],
          [0.5, 0.85],
        ],
      ]),
    ).toBe(1);
  });
});
