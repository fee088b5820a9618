import { expect, it } from 'vitest';
import { thin, trimMarkup } from '../../../tools/trim.ts';

it('a straight line keeps its ends, a corner stays', () => {
  const ramp = Array.from({ length: 50 }, (_, i): [number, number] => [i, Math.max(0, i - 20)]);
  expect(thin(ramp)).toEqual([
    [0, 0],
    [20, 0],
    [49, 29],
  ]);
});

it('a curve stays within a fifth of a unit', () => {
  const curve = Array.from({ length: 400 }, (_, i): [number, number] => [i, 80 * Math.tanh((i - 200) / 40)]);
  const thinned = thin(curve);
  expect(thinned.length).toBeLessThan(60);
  for (const [x, y] of curve) {
    const after = thinned.findIndex(([there]) => there >= x);
    const [x1, y1] = thinned[after] as [number, number];
    const [x0, y0] = thinned[Math.max(0, after - 1)] as [number, number];
    const between = x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    // Measured across the line, not upwards: a steep line may be a little further.
    expect(Math.abs(between - y)).toBeLessThan(0.5);
  }
});

it('formulas lose their source, drawings their decimals; numbers of cells lose nothing', () => {
  expect(
    trimMarkup(
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math>',
    ),
  ).toBe('<math><mi>x</mi></math>');
  expect(trimMarkup('<rect x="1.23456" data-value="0.123456789"></rect>')).toBe(
    '<rect x="1.23" data-value="0.123456789"/>',
  );
  expect(trimMarkup('<path d="M0,0L1,0L2,0L3.3333,0M5,5L6,6L7,7L8,8"/>')).toBe(
    '<path d="M0,0L3.33,0M5,5L8,8"/>',
  );
  expect(trimMarkup('<path d="M4.5 10a5.5 5.5 0 1 0 1.8-4.05123M4 3v3h3"/>')).toContain(
    'a5.5 5.5 0 1 0 1.8-4.05M4',
  );
  expect(trimMarkup('<span style="height:0.7167em;vertical-align:-0.2861em;">')).toBe(
    '<span style="height:0.717em;vertical-align:-0.286em">',
  );
  expect(trimMarkup('<p>1.23456</p>')).toBe('<p>1.23456</p>');
});
