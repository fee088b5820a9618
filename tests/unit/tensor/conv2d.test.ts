import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conv2d, conv2dBackward, conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { convCase, distance, dot, numbers } from './arbitrary.ts';
import { gather } from './gather.ts';
import { gradCheck } from './gradCheck.ts';

/** These maps are linear (piecewise, for the maximum): a larger step is as true and rounds less. */
const STEP = 1e-3;

const ALL = ['zeros', 'reflect', 'replicate', 'circular'] as const;

describe('conv2d by hand', () => {
  const x = tensor([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const w = tensor([1, 1, 2, 2], [1, 0, 0, -1]);

  test('correlates, without a flip, and adds the bias', () => {
    const y = conv2d(x, w, tensor([1], [0.5]));
    expect(y.shape).toEqual([1, 1, 2, 2]);
    expect([...y.data]).toEqual([-3.5, -3.5, -3.5, -3.5]);
  });

  test('a stride that does not fit leaves the last row unread, with gradient 0', () => {
    const y = conv2d(x, w, null, { stride: 2 });
    expect(y.shape).toEqual([1, 1, 1, 1]);
    const { dx } = conv2dBackward(x, w, tensor([1, 1, 1, 1], [10]), { stride: 2 });
    expect([...dx.data]).toEqual([10, 0, 0, 0, -10, 0, 0, 0, 0]);
  });

  test.each([
    ['zeros', [0, 1, 2, 3, 0]],
    ['reflect', [2, 1, 2, 3, 2]],
    ['replicate', [1, 1, 2, 3, 3]],
    ['circular', [3, 1, 2, 3, 1]],
  ] as const)('%s padding', (padMode, expected) => {
    const row = tensor([1, 1, 1, 3], [1, 2, 3]);
    const y = conv2d(row, tensor([1, 1, 1, 1], [1]), null, { padding: [0, 1], padMode });
    expect([...y.data]).toEqual(expected);
  });

  test('db adds up each channel of dy', () => {
    const dy = tensor([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...conv2dBackward(zeros([2, 1, 1, 2]), zeros([2, 1, 1, 1]), dy).db.data]).toEqual([14, 22]);
  });
});

describe('conv2d gradients', () => {
  test('agree with central differences, all options and padding modes', () => {
    fc.assert(
      fc.property(convCase(ALL), fc.nat(), ({ x, w, b, options }, seed) => {
        const dy = numbers(conv2d(x, w, b, options).shape, seed);
        const { dx, dw, db } = conv2dBackward(x, w, dy, options);
        expect(gradCheck((t) => dot(conv2d(t, w, b, options), dy), x, dx, STEP).relativeError).toBeLessThan(
          1e-6,
        );
        expect(gradCheck((t) => dot(conv2d(x, t, b, options), dy), w, dw, STEP).relativeError).toBeLessThan(
          1e-6,
        );
        expect(gradCheck((t) => dot(conv2d(x, w, t, options), dy), b, db, STEP).relativeError).toBeLessThan(
          1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('gather = scatter, to 1e-12', () => {
    fc.assert(
      fc.property(convCase(), fc.nat(), ({ x, w, options }, seed) => {
        const dy = numbers(conv2d(x, w, null, options).shape, seed);
        const scatter = conv2dBackwardInput(w, dy, x.shape, options);
        expect(distance(gather(w, dy, x.shape, options), scatter)).toBeLessThan(1e-12);
      }),
      { numRuns: 200 },
    );
  });

  test('⟨conv(x), dy⟩ = ⟨x, dx⟩: the backward pass is the transposed map', () => {
    fc.assert(
      fc.property(convCase(ALL), fc.nat(), ({ x, w, options }, seed) => {
        const y = conv2d(x, w, null, options);
        const dy = numbers(y.shape, seed);
        const dx = conv2dBackwardInput(w, dy, x.shape, options);
        expect(dot(y, dy)).toBeCloseTo(dot(x, dx), 9);
      }),
      { numRuns: 100 },
    );
  });

  test('no argument is changed', () => {
    fc.assert(
      fc.property(convCase(), ({ x, w, b, options }) => {
        const dy = numbers(conv2d(x, w, b, options).shape, 1);
        const before = [x, w, b, dy].map((t) => [...t.data]);
        conv2d(x, w, b, options);
        conv2dBackward(x, w, dy, options);
        expect([x, w, b, dy].map((t) => [...t.data])).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('conv2d formats and special numbers', () => {
  test('float32 rounds the double sum once', () => {
    fc.assert(
      fc.property(convCase(), ({ x, w, b, options }) => {
        const [x32, w32, b32] = [x.as('float32'), w.as('float32'), b.as('float32')];
        const exact = conv2d(x32.as('float64'), w32.as('float64'), b32.as('float64'), options);
        expect([...conv2d(x32, w32, b32, options).data]).toEqual([...exact.as('float32').data]);
      }),
      { numRuns: 30 },
    );
  });

  test('NaN and infinity reach exactly the windows that read them', () => {
    const x = zeros([1, 1, 4, 4]).clone();
    x.data[0] = Number.NaN;
    x.data[15] = Number.POSITIVE_INFINITY;
    const y = conv2d(x, tensor([1, 1, 2, 2], [1, 1, 1, 1]));
    expect([...y.data]).toEqual([Number.NaN, 0, 0, 0, 0, 0, 0, 0, Number.POSITIVE_INFINITY]);
  });
});

describe('conv2d rejects', () => {
  const x = zeros([1, 4, 5, 5]);
  const w = zeros([2, 4, 3, 3]);
  test.each([
    [
      'a rank of x',
      () => conv2d(zeros([4, 5, 5]), w),
      /the shape of x is \[4, 5, 5\].*\[n, cin, height, width\]/,
    ],
    ['a rank of w', () => conv2d(x, zeros([4, 5, 5])), /the shape of w/],
    [
      'channels',
      () => conv2d(x, zeros([2, 3, 3, 3])),
      /the shape of w is \[2, 3, 3, 3\].*\[cout, 4, kh, kw\]/,
    ],
    ['groups of the input', () => conv2d(x, w, null, { groups: 3 }), /groups is 3.*divisor of the 4 input/],
    [
      'groups of the output',
      () => conv2d(x, zeros([3, 2, 1, 1]), null, { groups: 2 }),
      /divisor of the 3 output/,
    ],
    ['no groups', () => conv2d(x, w, null, { groups: 0 }), /groups is 0/],
    ['stride 0', () => conv2d(x, w, null, { stride: 0 }), /stride is 0.*at least 1/],
    ['stride 1.5', () => conv2d(x, w, null, { stride: [1, 1.5] }), /stride is 1\.5/],
    ['stride −1', () => conv2d(x, w, null, { stride: -1 }), /stride is -1/],
    ['stride NaN', () => conv2d(x, w, null, { stride: Number.NaN }), /stride is NaN/],
    ['dilation 0', () => conv2d(x, w, null, { dilation: 0 }), /dilation is 0/],
    ['negative padding', () => conv2d(x, w, null, { padding: [0, -1] }), /padding is -1/],
    ['three sides', () => conv2d(x, w, null, { padding: [1, 1, 1] as never }), /padding is \[1, 1, 1\]/],
    ['an unknown word', () => conv2d(x, w, null, { padding: 'some' as never }), /padding is 'some'/],
    ['an unknown mode', () => conv2d(x, w, null, { padMode: 'wrap' as never }), /padMode is 'wrap'/],
    [
      'too far a reflection',
      () => conv2d(x, w, null, { padding: 5, padMode: 'reflect' }),
      /padding is 5.*at most 4 with padMode 'reflect'/,
    ],
    ['too far a circle', () => conv2d(x, w, null, { padding: 6, padMode: 'circular' }), /padding is 6/],
    ['too large a kernel', () => conv2d(x, w, null, { dilation: 3 }), /3 × 3 \(dilation 3 × 3\).*5 × 5/],
    ['bias length', () => conv2d(x, w, zeros([3])), /the shape of b is \[3\].*\[2\]/],
    [
      'dy',
      () => conv2dBackward(x, w, zeros([1, 2, 3, 4])),
      /the shape of dy is \[1, 2, 3, 4\].*\[1, 2, 3, 3\]/,
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(/^conv2d: /);
  });
});
