import { describe, expect, it } from 'vitest';
import {
  forgetOwnWeights,
  keepOwnWeights,
  ownWeights,
  type WeightStorage,
} from '../../../src/kit/ownWeights/ownWeights.ts';
import { readWeights } from '../../../src/kit/ownWeights/readWeights.ts';
import { sameNetwork } from '../../../src/kit/ownWeights/sameNetwork.ts';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork } from '../../../src/network/spec.ts';
import { saveWeights } from '../../../src/network/weights.ts';
import { DEFAULT_SETTINGS, networkOf } from '../../../src/worker/settings.ts';

function storageOf(first: Record<string, string> = {}, isFull = false): WeightStorage {
  const kept = new Map(Object.entries(first));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const model = createModel(digitNetwork(), { seed: 3 });
const file = saveWeights(model);

describe('weights of one’s own', () => {
  it('come back byte by byte, until they are forgotten', () => {
    const storage = storageOf();
    expect(ownWeights('network', storage)).toBeNull();
    expect(keepOwnWeights({ name: 'run A', file }, 'network', storage)).toBe(true);
    expect(ownWeights('network', storage)).toEqual({ name: 'run A', file });
    forgetOwnWeights('network', storage);
    expect(ownWeights('network', storage)).toBeNull();
  });

  it('that find no room leave those of before in their place', () => {
    const storage = storageOf({ 'own-weights': '{"name":"old","file":"AQI="}' }, true);
    expect(keepOwnWeights({ name: 'new', file }, 'network', storage)).toBe(false);
    expect(ownWeights('network', storage)).toEqual({ name: 'old', file: new Uint8Array([1, 2]) });
  });

  it.each(['{', '7', '{"name":1,"file":"AQI="}', '{"name":"a","file":"*"}', 'null'])(
    'are not made of what another left there: %s',
    (text) => expect(ownWeights('network', storageOf({ 'own-weights': text }))).toBeNull(),
  );

  it('without a storage are not kept, and say so', () => {
    expect(keepOwnWeights({ name: 'a', file }, 'network', null)).toBe(false);
    expect(ownWeights('network', null)).toBeNull();
  });
});

describe('a file', () => {
  it('of weights becomes the model that was saved', () => {
    const read = readWeights(file).model;
    expect(read?.params.map(({ data }) => [...data])).toEqual(model.params.map(({ data }) => [...data]));
  });

  it('that is none gets an answer of its own', () => {
    const answer = (bytes: Uint8Array) => readWeights(bytes).problem?.en;
    expect(answer(new Uint8Array(0))).toContain('no file of weights');
    expect(answer(new TextEncoder().encode('GIF89a and so on'))).toContain('no file of weights');
    expect(answer(file.slice(0, 900))).toContain('cut off');
    expect(answer(file.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)))).toContain('has changed');
    expect(answer(new Uint8Array(20e6 + 1))).toContain('larger');
    const broken = createModel(digitNetwork());
    broken.params[0]?.data.set([Number.NaN]);
    expect(answer(saveWeights(broken))).toContain('not finite');
  });
});

describe('a network', () => {
  it('is the same in other words, with dropout or without', () => {
    expect(sameNetwork(networkOf(DEFAULT_SETTINGS.architecture), digitNetwork())).toBe(true);
    expect(sameNetwork(networkOf({ ...DEFAULT_SETTINGS.architecture, dropout: 0.5 }), digitNetwork())).toBe(
      true,
    );
  });

  it.each([
    { filters: 9 },
    { kernel: 3 },
    { convolutions: 1 },
    { activation: 'tanh' },
    { pooling: 'average' },
  ] as const)('with %o is another', (change) =>
    expect(sameNetwork(networkOf({ ...DEFAULT_SETTINGS.architecture, ...change }), digitNetwork())).toBe(
      false,
    ),
  );
});
