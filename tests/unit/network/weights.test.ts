import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from '../../../src/network/float16.ts';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork, type NetworkSpec } from '../../../src/network/spec.ts';
import { loadWeights, saveWeights } from '../../../src/network/weights.ts';

const spec: NetworkSpec = {
  input: [1, 6, 6],
  layers: [
    { type: 'conv2d', out: 2, kernel: 3 },
    { type: 'batchNorm2d' },
    { type: 'flatten' },
    { type: 'linear', out: 3 },
  ],
};
const model = createModel(spec, { seed: 8 });

describe('a weights file', () => {
  it.each([
    ['float32', 0],
    ['float16', 2 ** -11],
  ] as const)('of %s gives the model back', (storage, tolerance) => {
    const loaded = loadWeights(saveWeights(model, storage));
    expect(loaded.spec).toEqual(spec);
    [...model.params, ...model.buffers].forEach((t, k) => {
      const scale = Math.max(...t.data.map(Math.abs));
      const back = [...loaded.params, ...loaded.buffers][k];
      t.data.forEach((v, i) => {
        expect(Math.abs(v - (back?.data[i] as number))).toBeLessThanOrEqual(tolerance * scale);
      });
    });
  });

  it('of the digit network takes 23 KB in half precision', () => {
    expect(saveWeights(createModel(digitNetwork()), 'float16').length).toBeLessThan(24_000);
  });

  it('is found out when any byte has changed, or when it is cut off', () => {
    const file = saveWeights(model, 'float16');
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = file.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        expect(() => loadWeights(damaged)).toThrow(/loadWeights: the file is damaged/);
        expect(() => loadWeights(file.subarray(0, at))).toThrow(/loadWeights: the file is damaged/);
      }),
      { numRuns: 300 },
    );
    expect(() => loadWeights(new TextEncoder().encode('<!doctype html>'))).toThrow(
      /its start is '<!do'.*'PXG1'/,
    );
  });

  it('of before, which listed its tensors and had spaces behind its header, is read', () => {
    const old = readFileSync('public/weights/mnist-lenet.bin');
    expect(old.toString('latin1', 12, 2000)).toMatch(/"tensors":\[.*\} *[^ ]/);
    const read = loadWeights(old);
    expect(read.spec).toEqual(digitNetwork());
    expect(read.params.reduce((sum, p) => sum + p.size, 0)).toBe(11_274);
    expect(read.params.every((p) => p.data.every((v) => v !== 0 && Math.abs(v) < 4))).toBe(true);
  });

  it('stored in a way that is not known says so', () => {
    const file = saveWeights(model, 'float16');
    const at = Buffer.from(file).indexOf('"float16"');
    file.set(new TextEncoder().encode('"float99"'), at);
    new DataView(file.buffer).setUint32(8, crc32(file.subarray(12)), true);
    expect(() => loadWeights(file)).toThrow(/damaged.*storage is 'float99'.*float32, float16/);
  });

  it('may stand anywhere in a larger buffer', () => {
    const file = saveWeights(model);
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 3);
    expect(loadWeights(larger.subarray(3, 3 + file.length)).params[0]?.data).toEqual(model.params[0]?.data);
  });
});

describe('float16', () => {
  it('knows all 65,536 numbers', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = fromFloat16(bits);
      if (Number.isNaN(value)) expect(Number.isNaN(fromFloat16(toFloat16(value)))).toBe(true);
      else if (toFloat16(value) !== bits) expect.fail(`${bits} came back as ${toFloat16(value)}`);
    }
  });

  it.each([
    [1 / 3, 0x3555],
    [65504, 0x7bff],
    [65519, 0x7bff],
    [65520, 0x7c00],
    [2 ** -25, 0],
    [2 ** -24 * 1.5, 2],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
  ])('rounds %s to nearest, ties to even', (value, bits) => {
    expect(toFloat16(value)).toBe(bits);
    expect(toFloat16(-value)).toBe(bits | 0x8000);
  });
});
