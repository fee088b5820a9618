/*
 * WebAssembly instructions as lists of bytes, written as expressions: `set(sum, add(get(sum), i32(4)))`. Names and numbers
 * are those of the specification (WebAssembly Core 2.0, appendix "Index of Instructions").
 */

/** A piece of a function's body: bytes, and pieces made of them. They are strung together once, at the end. */
export type Code = readonly (number | Code)[];

/** The number of a parameter or local variable. */
export type Local = number;

export const seq = (...parts: readonly Code[]): Code => parts;

/** The bytes of a piece, behind those that are there. */
export function stringTogether(code: Code, bytes: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') bytes.push(part);
    else stringTogether(part, bytes);
  }
  return bytes;
}

/** A whole number of at least 0, seven bits a byte (LEB128). */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push(rest > 127 ? (rest % 128) + 128 : rest);
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** The same with a sign: the last byte's seventh bit. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const done = (rest === 0 && low < 64) || (rest === -1 && low > 63);
    bytes.push(done ? low : low + 128);
    if (done) return bytes;
  }
}

/** Of two arguments, one of them on the stack before the other. */
const binary =
  (...op: number[]) =>
  (a: Code, b: Code): Code => [a, b, ...op];
const simd = (op: number) => [0xfd, ...unsigned(op)];
/** Alignment 1 (any address is right) and a constant that is added to the address. */
const at = (offset: number) => [0, ...unsigned(offset)];

export const get = (local: Local): Code => [0x20, ...unsigned(local)];
export const set = (local: Local, value: Code): Code => [value, 0x21, ...unsigned(local)];
export const tee = (local: Local, value: Code): Code => [value, 0x22, ...unsigned(local)];
/** Adds a constant to a variable that holds a whole number. */
export const advance = (local: Local, by: number): Code =>
  by === 0 ? [] : set(local, add(get(local), i32(by)));

export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add = binary(0x6a);
export const or = binary(0x72);
export const shiftLeft = binary(0x74);
export const differs = binary(0x47);
export const atLeast = binary(0x4e);

export const loadI32 = (address: Code, offset = 0): Code => [address, 0x28, ...at(offset)];
export const storeI32 = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  0x36,
  ...at(offset),
];
export const loadF32 = (address: Code, offset = 0): Code => [address, 0x2a, ...at(offset)];
export const storeF32 = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  0x38,
  ...at(offset),
];
export const f32 = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
export const addF32 = binary(0x92);
export const mulF32 = binary(0x94);
export const differsF32 = binary(0x5c);

/** Four neighbours, one number in all four lanes, and back. */
export const load = (address: Code, offset = 0): Code => [address, ...simd(0x00), ...at(offset)];
export const loadSplat = (address: Code, offset = 0): Code => [address, ...simd(0x09), ...at(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  ...simd(0x0b),
  ...at(offset),
];
export const storeLane = (address: Code, value: Code, offset: number, lane: number): Code => [
  address,
  value,
  ...simd(0x5a),
  ...at(offset),
  lane,
];
/** The first so many lanes. @param value what is cheap to read again: a variable */
export const storeLanes = (address: Code, value: Code, lanes: number, offset = 0): Code =>
  lanes === 4
    ? store(address, value, offset)
    : seq(...Array.from({ length: lanes }, (_, i) => storeLane(address, value, offset + 4 * i, i)));
export const splatI32 = (value: Code): Code => [value, ...simd(0x11)];
export const splatF32 = (value: Code): Code => [value, ...simd(0x13)];
export const lane = (value: Code, index: number): Code => [value, ...simd(0x1f), index];
/** Four whole numbers, bit patterns of 32. */
export const bits = (...values: readonly [number, number, number, number]): Code => [
  ...simd(0x0c),
  ...new Uint8Array(Int32Array.from(values).buffer),
];
export const none = bits(0, 0, 0, 0);
export const addV = binary(...simd(0xe4));
export const mulV = binary(...simd(0xe6));
export const subtractV = binary(...simd(0xe5));
export const divV = binary(...simd(0xe7));
/** b < a ? b : a, which leaves a NaN in a as it is. */
export const pseudoMin = binary(...simd(0xea));
/** a < b ? b : a, which leaves a NaN in a as it is; `max` would take three instructions. */
export const pseudoMax = binary(...simd(0xeb));
/** Four lanes chosen from the eight of a and b. */
export const shuffle = (a: Code, b: Code, lanes: readonly number[]): Code => [
  a,
  b,
  ...simd(0x0d),
  ...lanes.flatMap((i) => [0, 1, 2, 3].map((byte) => 4 * i + byte)),
];
export const absV = (a: Code): Code => [a, ...simd(0xe0)];
export const nearestV = (a: Code): Code => [a, ...simd(0x6a)];
/** 2ⁿ of whole numbers n from −126 to 127: the exponent's bits of a single number. */
export const powerOfTwo = (n: Code): Code => {
  const biased: Code = [n, ...simd(0xf8), bits(127, 127, 127, 127), ...simd(0xae)];
  return [biased, i32(23), ...simd(0xab)];
};
/** Masks: all bits of a lane, or none. */
export const differsV = binary(...simd(0x42));
export const greaterV = binary(...simd(0x44));
export const atMostV = binary(...simd(0x45));
export const negativeI32 = (a: Code): Code => binary(...simd(0x39))(a, none);
export const andV = binary(...simd(0x4e));
export const complement = (a: Code): Code => [a, ...simd(0x4d)];
export const differsBits = binary(...simd(0x51));
export const orV = binary(...simd(0x50));
/** a where the mask is set, else b. */
export const select = (a: Code, b: Code, mask: Code): Code => [a, b, mask, ...simd(0x52)];
export const anySet = (a: Code): Code => [a, ...simd(0x53)];
/** a · b + c in one step and one rounding, where the machine can. */
export const relaxedMadd = (a: Code, b: Code, c: Code): Code => [a, b, c, ...simd(0x105)];

/** Runs the body, and again as long as the condition behind it holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [
  0x03,
  0x40,
  body,
  condition,
  0x0d,
  0,
  0x0b,
];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, 0x40, body, 0x0b];
