import type { TypedArray } from '../tensor/tensor.ts';
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
const BYTES: Record<Storage, number> = { float32: 4, float16: 2, int8: 1 };

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
  const count = tensors.reduce((sum, t) => sum + t.size, 0);
  const file = new Uint8Array(START + headerLength + count * BYTES[storage]).fill(32);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, headerLength, true);
  file.set(json, START);
  let at = START + headerLength;
  for (const [i, { data }] of tensors.entries())
    for (const value of data) {
      if (storage === 'float32') view.setFloat32(at, value, true);
      else if (storage === 'float16') view.setUint16(at, toFloat16(value), true);
      else view.setInt8(at, Math.round(value / (header.tensors[i]?.scale ?? 1)));
      at += BYTES[storage];
    }
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
  if (magic !== MAGIC) fail(`it starts with '${magic}', must be '${MAGIC}'`);
  if (file.length < START) fail(`it ends after ${file.length} bytes, inside the first ${START}`);
  const data = START + view.getUint32(4, true);
  if (data > file.length) fail(`it ends after ${file.length} bytes, the header needs ${data}`);
  const { network, storage, tensors } = readHeader(file.subarray(START, data));
  const count = tensors.reduce((sum, t) => sum + t.shape.reduce((product, side) => product * side, 1), 0);
  const length = data + count * BYTES[storage];
  if (file.length !== length) fail(`it has ${file.length} bytes, its header announces ${length}`);
  const [sum, stored] = [crc32(file.subarray(START)), view.getUint32(8, true)];
  if (sum !== stored) fail(`its checksum is ${sum}, must be ${stored}: the bytes have changed`);

  const model = createModel(network);
  const own = [...model.params, ...model.buffers];
  if (own.length !== tensors.length)
    fail(`it has ${tensors.length} tensors, its network needs ${own.length}`);
  let at = data;
  own.forEach((t, i) => {
    const { shape, scale = 1 } = tensors[i] as Header['tensors'][number];
    if (String(shape) !== String(t.shape)) fail(`tensor ${i} is [${shape}], its network needs [${t.shape}]`);
    at = readNumbers(view, at, storage, scale, t.data);
  });
  return model;
}

function readHeader(bytes: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header;
    if (
      Object.hasOwn(BYTES, header.storage) &&
      header.network &&
      header.tensors.every((t) => Array.isArray(t.shape))
    )
      return header;
  } catch {
    // Said below.
  }
  return fail('its header cannot be read');
}

function readNumbers(
  view: DataView,
  start: number,
  storage: Storage,
  scale: number,
  into: TypedArray,
): number {
  let at = start;
  for (let i = 0; i < into.length; i++, at += BYTES[storage]) {
    if (storage === 'float32') into[i] = view.getFloat32(at, true);
    else if (storage === 'float16') into[i] = fromFloat16(view.getUint16(at, true));
    else into[i] = view.getInt8(at) * scale;
  }
  return at;
}

function fail(why: string): never {
  throw new Error(`loadWeights: the file is damaged or not a weights file: ${why}`);
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
