import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/formula/arithmetic.ts';
import { SYMBOLS, tex } from '../../../src/formula/symbols.ts';
import { equationTex, momentTex, plainTex } from '../../../src/kit/copy/latex.ts';
import { numpyArray, pythonNumber, pythonRows, torchTensor } from '../../../src/kit/copy/python.ts';
import type { Equation } from '../../../src/kit/scene/view.ts';

const term = (...values: number[]) => ({
  value: values.reduce((a, b) => a * b),
  factors: values.map((value, i) => ({ tensor: i === 0 ? 'x' : 'w', index: [0, 0], value })),
});
const grids = new Map([
  ['y', { rows: 3, cols: 3 }],
  ['f', { symbol: 'y', rows: 3, cols: 3, planes: 2 }],
  ['b', { rows: 1, cols: 1 }],
]);
const sum = (terms: ReturnType<typeof term>[], done = terms.length): Equation => ({
  kind: 'sum',
  target: { grid: 'y', plane: 0, row: 1, col: 2 },
  head: 'y₁,₂',
  terms,
  done,
  line: lineOf(terms, done),
  placeOf: () => null,
});

describe('LaTeX of numbers', () => {
  it('writes a sum of products', () => {
    expect(equationTex(sum([term(2, -1), term(3, 0.5), term(1)]), grids)).toBe(
      'y_{1,2} = 2 \\times (-1) + 3 \\times 0.5 + 1 = 0.5',
    );
    expect(equationTex(sum([term(2, -1)], 0), grids)).toBe('y_{1,2} = 0 = 0');
    expect(equationTex(sum([term(1, 1 / 3)]), grids)).toBe('y_{1,2} = 1 \\times 0.333 \\approx 0.333');
    expect(equationTex(sum([term(1e-9, 2)]), grids)).toContain('1.00 \\cdot 10^{-9}');
  });

  it('writes any other arithmetic', () => {
    const equation: Equation = {
      kind: 'expression',
      target: { grid: 'f', plane: 1, row: 0, col: 2 },
      head: 'size',
      parts: ['⌊(', { text: '5' }, ' + 2 × 1 − 3) / 2⌋ + max(0, −2)^2 + exp(−1)'],
      sign: '≈',
      result: '−2',
      value: -2,
    };
    expect(equationTex(equation, grids)).toBe(
      'y_{1,0,2} = \\lfloor (5 + 2 \\times  1 - 3) / 2\\rfloor  + \\max(0, -2)^{2} + \\exp(-1) \\approx -2',
    );
    expect(equationTex({ ...equation, target: null }, grids)).toMatch(/^\\text\{size\} = /);
    expect(equationTex({ ...equation, target: { grid: 'b', plane: 0, row: 0, col: 0 } }, grids)).toMatch(
      /^b = /,
    );
  });

  it('takes away what links a letter with the page, for every symbol', () => {
    for (const [id, entry] of Object.entries(SYMBOLS)) {
      expect(plainTex(`a+${tex(id, 'i,{j}')}-1`)).toBe(`a+${entry.tex}_{i,{j}}-1`);
    }
    expect(momentTex(tex('y'), [sum([term(2, 3)])], grids)).toBe(
      '\\begin{gathered}\ny \\\\\ny_{1,2} = 2 \\times 3 = 6\n\\end{gathered}',
    );
    expect(momentTex(undefined, [], grids)).toBe('');
  });
});

describe('Python', () => {
  it('reads back every double', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (x) => Number(pythonNumber(x)) === x || x === 0,
      ),
    );
    expect([Number.NaN, 1 / 0, -1 / 0].map(pythonNumber)).toEqual([
      'float("nan")',
      'float("inf")',
      'float("-inf")',
    ]);
  });

  it('writes rows and shapes', () => {
    expect(pythonRows([1, 2, 3, 4], 2)).toBe('[[1, 2],\n     [3, 4]]');
    expect(torchTensor({ shape: [1, 1, 1, 2], data: [1, 2] })).toBe(
      'torch.tensor([[1, 2]], dtype=torch.float64).reshape(1, 1, 1, 2)',
    );
    expect(numpyArray({ shape: [1, 2], data: [1, 2] })).toBe('np.array([[1, 2]], dtype=float)');
    expect(torchTensor({ shape: [1], data: [0.1] })).toBe(
      'torch.tensor([[0.1]], dtype=torch.float64).reshape(1)',
    );
  });

  it('is Python', () => {
    const list = pythonRows([0.1, -2, 1e-9, 1 / 3], 2);
    const printed = execFileSync('python3', ['-c', `print(repr(${list}))`], { encoding: 'utf8' });
    expect(printed.trim()).toBe('[[0.1, -2], [1e-09, 0.3333333333333333]]');
  });
});
