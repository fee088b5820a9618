import { describe, expect, it } from 'vitest';
import {
  forgetOwnWeights,
  keepOwnWeights,
  ownWeights,
  type WeightStorage,
} from '../../../src/kit/ownWeights/ownWeights.ts';
import { chosenBytes, readWeights, type Wanted } from '../../../src/kit/ownWeights/readWeights.ts';
import { sameNetwork } from '../../../src/kit/ownWeights/sameNetwork.ts';
import { crc32 } from '../../../src/network/crc32.ts';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork, type LayerSpec } from '../../../src/network/spec.ts';
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

/** What a figure of the digit network takes. */
const DIGITS: Wanted = {
  fits: (network) => sameNetwork(network, digitNetwork()),
  otherNetwork: { en: 'another network', zh: '另一个网络' },
};

/** A file without a fault, of a header that may say anything, and no weights. */
function fileWith(header: string): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(12 + json.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PXG1'));
  view.setUint32(4, json.length, true);
  bytes.set(json, 12);
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

const describing = (layers: unknown, input: unknown = [1, 28, 28]): Uint8Array =>
  fileWith(JSON.stringify({ network: { input, layers }, storage: 'float32' }));

describe('a file', () => {
  it('of weights becomes the model that was saved', () => {
    const read = readWeights(file, DIGITS).model;
    expect(read?.params.map(({ data }) => [...data])).toEqual(model.params.map(({ data }) => [...data]));
  });

  it('that is none gets an answer of its own', () => {
    const answer = (bytes: Uint8Array) => readWeights(bytes, DIGITS).problem?.en;
    expect(answer(new Uint8Array(0))).toContain('no file of weights');
    expect(answer(new TextEncoder().encode('GIF89a and so on'))).toContain('no file of weights');
    expect(answer(file.slice(0, 900))).toContain('cut off');
    expect(answer(file.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)))).toContain('has changed');
    expect(answer(new Uint8Array(20e6 + 1))).toContain('larger');
    const broken = createModel(digitNetwork());
    broken.params[0]?.data.set([Number.NaN]);
    expect(answer(saveWeights(broken))).toContain('not finite');
  });

  // Each is a few bytes long, and built it would take the machine's whole memory, or minutes.
  it.each<readonly [string, Uint8Array]>([
    ['a billion weights', describing([{ type: 'flatten' }, { type: 'linear', out: 1e6 }])],
    ['kernels of a picture’s size', describing([{ type: 'conv2d', out: 1e5, kernel: 27, padding: 13 }])],
    ['an endless picture', describing([{ type: 'conv2d', out: 1, kernel: 1 }], [1, 1e9, 1e9])],
    ['twenty thousand layers', describing(Array(20_000).fill({ type: 'activation', name: 'relu' }))],
    [
      'twenty thousand layers that do nothing',
      describing([...digitNetwork().layers, ...Array<LayerSpec>(20_000).fill({ type: 'dropout', p: 0.5 })]),
    ],
  ])('that asks for %s is not built', (_, bytes) => {
    expect(readWeights(bytes, DIGITS).problem).toBe(DIGITS.otherNetwork);
  });

  it.each(['null', '[]', '5', '', '{"storage":"float32"}', '{"network":null,"storage":"float32"}'])(
    'whose header is %s gets an answer',
    (header) => expect(readWeights(fileWith(header), DIGITS).problem?.en).toContain('cut off'),
  );

  it('that the browser does not hand over, or that is far too large, is not opened', async () => {
    const never = {
      size: 5,
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    };
    expect((await chosenBytes(never)).problem?.en).toContain('could not read');
    const large = {
      size: 5e9,
      arrayBuffer: () => {
        throw new Error('read');
      },
    };
    expect((await chosenBytes(large)).problem?.en).toContain('larger');
    expect((await chosenBytes(new Blob([new Uint8Array([1, 2])]))).bytes).toEqual(new Uint8Array([1, 2]));
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
