import { checkOneOf, reject } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { crc32 } from './crc32.ts';
import { fromFloat16, toFloat16 } from './float16.ts';
import { stateOf } from './layer.ts';
import { createModel, type Model } from './model.ts';
import type { NetworkSpec } from './spec.ts';

/*
 * A weights file, all numbers little-endian:
 *
 *   0   4 bytes   "PXG1": what it is, and the version
 *   4   uint32    length L of the header, in bytes
 *   8   uint32    CRC-32 (as in zip and PNG) of everything behind this number
 *   12  L bytes   header, JSON in UTF-8: { network, storage }; there may be spaces behind it
 *   …             the tensors of the network, first all parameters and then all buffers in the order of the layers,
 *                 row-major, without gaps: float32 or float16
 */
const MAGIC = 'PXG1';
const START = 12;
const DAMAGED = 'loadWeights: the file is damaged or not a weights file';

/** How numbers stand in the file. */
export type Storage = 'float32' | 'float16';

interface Format {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
  readonly write: (view: DataView, at: number, value: number) => void;
}

const FORMATS: Record<Storage, Format> = {
  float32: {
    bytes: 4,
    read: (view, at) => view.getFloat32(at, true),
    write: (view, at, value) => view.setFloat32(at, value, true),
  },
  float16: {
    bytes: 2,
    read: (view, at) => fromFloat16(view.getUint16(at, true)),
    write: (view, at, value) => view.setUint16(at, toFloat16(value), true),
  },
};

/** The parameters and buffers of a model as a file, with the description of the network. */
export function saveWeights(model: Model, storage: Storage = 'float32'): Uint8Array<ArrayBuffer> {
  const { bytes, write } = FORMATS[storage];
  const header = JSON.stringify({ network: model.spec, storage });
  const json = new TextEncoder().encode(header);
  const tensors = stateOf(model);
  let at = START + json.length;
  const file = new Uint8Array(lengthOf(tensors, at, bytes));
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, json.length, true);
  file.set(json, START);
  for (const { data } of tensors)
    for (const value of data) {
      write(view, at, value);
      at += bytes;
    }
  view.setUint32(8, crc32(file.subarray(START)), true);
  return file;
}

/**
 * The description of the network in a weights file, before anything is built of it. Of a file that is not one's own it may be
 * any JSON.
 *
 * @throws Error saying what is wrong with the file: not one, another version, cut off, or damaged
 */
export const networkIn = (file: Uint8Array): NetworkSpec => readHeader(file).network;

/**
 * The model that was saved. Whatever the header describes is built, however large: of a stranger's file look at
 * {@link networkIn} first.
 *
 * @throws Error saying what is wrong with the file: not one, another version, cut off, damaged, or
 *   not describing a network
 */
export function loadWeights(file: Uint8Array): Model {
  const { network, storage, end } = readHeader(file);
  const model = built(network);
  const { bytes, read } = FORMATS[storage];
  const view = viewOf(file);
  const tensors = stateOf(model);
  const length = lengthOf(tensors, end, bytes);
  if (file.length !== length) reject(DAMAGED, 'its length', file.length, `${length}, by its header`);
  let at = end;
  for (const { data } of tensors) for (let i = 0; i < data.length; i++, at += bytes) data[i] = read(view, at);
  return model;
}

const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength);

/** Bytes of a file whose numbers start at `start`. */
function lengthOf(tensors: readonly Tensor[], start: number, bytes: number): number {
  return tensors.reduce((sum, { size }) => sum + size * bytes, start);
}

interface Header {
  readonly network: NetworkSpec;
  readonly storage: Storage;
  /** Where the tensors begin. */
  readonly end: number;
}

function readHeader(file: Uint8Array): Header {
  const magic = String.fromCharCode(...file.subarray(0, 4));
  if (magic !== MAGIC) reject(DAMAGED, 'its start', magic, `'${MAGIC}'`);
  if (file.length < START) reject(DAMAGED, 'its length', file.length, `at least ${START}`);
  const view = viewOf(file);
  const sum = crc32(file.subarray(START));
  const stored = view.getUint32(8, true);
  if (sum !== stored) reject(DAMAGED, 'its checksum', sum, `${stored}: bytes have changed or are missing`);
  const end = START + view.getUint32(4, true);
  return aboutHeader(() => {
    const { network, storage } = JSON.parse(new TextDecoder().decode(file.subarray(START, end)));
    checkOneOf('loadWeights', 'storage', storage, Object.keys(FORMATS));
    return { network, storage: storage as Storage, end };
  });
}

const built = (network: NetworkSpec): Model => aboutHeader(() => createModel(network));

function aboutHeader<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${DAMAGED}: its header, ${(cause as Error).message}`, { cause });
  }
}
