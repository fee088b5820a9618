import { reject } from '../tensor/errors.ts';
import { type Shape, sizeOf } from '../tensor/tensor.ts';
import { createModel, type Model } from './model.ts';
import { fromFloat16, int8Scale, type Storage, toFloat16 } from './quantise.ts';
import type { NetworkSpec } from './spec.ts';

/*
 * A weights file, all numbers little-endian:
 *
 *   0   4 bytes   "PXG1": what it is, and the version
 *   4   uint32    length L of the header, in bytes
 *   8   uint32    CRC-32 (as in zip and PNG) of everything behind this number
 *   12  L bytes   header, JSON in UTF-8: { network, storage, tensors: [{ shape, scale? }, …] }, filled up
 *                 with spaces until the data start at a multiple of 4
 *   …             the tensors, first all parameters and then all buffers in the order of the layers, row-major,
 *                 without gaps: float32; or float16; or int8, a number being the integer times `scale`
 */
const MAGIC = 'PXG1';
const START = 12;
const DAMAGED = 'loadWeights: the file is damaged or not a weights file';

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
  int8: {
    bytes: 1,
    read: (view, at) => view.getInt8(at),
    write: (view, at, value) => view.setInt8(at, Math.round(value)),
  },
};

interface Header {
  readonly network: NetworkSpec;
  readonly storage: Storage;
  readonly tensors: readonly { readonly shape: readonly number[]; readonly scale?: number }[];
}

/** The parameters and buffers of a model as a file, with the description of the network. */
export function saveWeights(model: Model, storage: Storage = 'float32'): Uint8Array<ArrayBuffer> {
  const tensors = [...model.params, ...model.buffers];
  const header: Header = {
    network: model.spec,
    storage,
    tensors: tensors.map(({ shape, data }) =>
      storage === 'int8' ? { shape, scale: int8Scale(data) } : { shape },
    ),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / 4) * 4;
  const { bytes, write } = FORMATS[storage];
  const file = new Uint8Array(START + headerLength + countOf(tensors) * bytes).fill(32);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, headerLength, true);
  file.set(json, START);
  let at = START + headerLength;
  tensors.forEach(({ data }, i) => {
    for (const value of data) {
      write(view, at, value / (header.tensors[i]?.scale ?? 1));
      at += bytes;
    }
  });
  view.setUint32(8, crc32(file.subarray(START)), true);
  return file;
}

/**
 * The model that was saved.
 *
 * @throws Error saying what is wrong with the file: not one, another version, cut off, damaged, or
 *   not fitting the network that it describes
 */
export function loadWeights(file: Uint8Array): Model {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const magic = String.fromCharCode(...file.subarray(0, 4));
  if (magic !== MAGIC) reject(DAMAGED, 'its start', magic, `'${MAGIC}'`);
  if (file.length < START) reject(DAMAGED, 'its length', file.length, `at least ${START}`);
  const start = START + view.getUint32(4, true);
  if (start > file.length) reject(DAMAGED, 'its length', file.length, `at least ${start} to hold its header`);
  const { network, storage, tensors } = readHeader(file.subarray(START, start));
  const { bytes, read } = FORMATS[storage];
  const length = start + countOf(tensors) * bytes;
  if (file.length !== length) reject(DAMAGED, 'its length', file.length, `${length}, by its header`);
  const [sum, stored] = [crc32(file.subarray(START)), view.getUint32(8, true)];
  if (sum !== stored) reject(DAMAGED, 'its checksum', sum, `${stored}: the bytes have changed`);

  const model = createModel(network);
  const own = [...model.params, ...model.buffers];
  if (own.length !== tensors.length)
    reject(DAMAGED, 'the number of its tensors', tensors.length, `${own.length} for its network`);
  let at = start;
  own.forEach(({ shape: needed, data }, i) => {
    const { shape, scale = 1 } = tensors[i] as Header['tensors'][number];
    if (String(shape) !== String(needed))
      reject(DAMAGED, `the shape of tensor ${i}`, shape, `[${needed}] for its network`);
    for (let j = 0; j < data.length; j++, at += bytes) data[j] = read(view, at) * scale;
  });
  return model;
}

/** How many numbers the tensors hold. */
function countOf(tensors: readonly { readonly shape: Shape }[]): number {
  return tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

function readHeader(bytes: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header;
    if (
      Object.hasOwn(FORMATS, header.storage) &&
      header.network &&
      header.tensors.every((t) => Array.isArray(t.shape))
    )
      return header;
  } catch {
    // Said below.
  }
  throw new Error(`${DAMAGED}: its header cannot be read`);
}

/** CRC-32 of ISO 3309 and zip: polynomial 0xEDB88320, reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
