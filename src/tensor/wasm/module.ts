import { type Code, type Local, stringTogether, unsigned } from './code.ts';

/** Types of values: whole numbers and addresses, single numbers, vectors of four. */
const TYPES = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
type Type = keyof typeof TYPES;

/** The local variables of a function that is being written. */
export interface Locals {
  i32(): Local;
  f32(): Local;
  v128(): Local;
  /** So many vectors. */
  vectors(count: number): Local[];
}

/** A function that has been written, and can be called when the module is linked. */
export interface Kernel {
  call: (...args: number[]) => void;
}

/** Collects functions over one imported memory, and compiles them as one module. */
export interface ModuleBuilder {
  /**
   * Adds a function. All its parameters are i32, and it returns nothing.
   *
   * @param write its body, from its variables and its parameters
   */
  add(params: number, write: (locals: Locals, ...params: Local[]) => Code): Kernel;
  /** The module in WebAssembly's binary format. */
  bytes(): Uint8Array<ArrayBuffer>;
  /** Compiles, and lets every kernel be called. */
  link(memory: WebAssembly.Memory): void;
}

interface Function {
  readonly params: number;
  readonly locals: readonly Type[];
  readonly body: readonly number[];
}

export function moduleBuilder(): ModuleBuilder {
  const functions: Function[] = [];
  const kernels: Kernel[] = [];
  return {
    add(params, write) {
      const types: Type[] = [];
      const local = (type: Type) => () => params + types.push(type) - 1;
      const v128 = local('v128');
      const locals: Locals = {
        i32: local('i32'),
        f32: local('f32'),
        v128,
        vectors: (count) => Array.from({ length: count }, v128),
      };
      const body = stringTogether(write(locals, ...Array.from({ length: params }, (_, i) => i)));
      functions.push({ params, locals: types, body });
      const kernel: Kernel = {
        call() {
          throw new Error('a kernel was called before its module was linked');
        },
      };
      kernels.push(kernel);
      return kernel;
    },
    bytes: () => encode(functions),
    link(memory) {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(encode(functions)), {
        m: { m: memory },
      });
      kernels.forEach((kernel, i) => {
        kernel.call = exports[nameOf(i)] as Kernel['call'];
      });
    },
  };
}

const nameOf = (index: number) => `f${index}`;

/** Sections of the binary format, in the order that it asks for (Core 2.0, §5.5). */
function encode(functions: readonly Function[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [0x60, ...vector(Array(params).fill([TYPES.i32])), 0]);
  const memory = [...text('m'), ...text('m'), 0x02, 0x00, ...unsigned(1)];
  const exported = functions.map((_, i) => [...text(nameOf(i)), 0x00, ...unsigned(i)]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, TYPES[type]])), ...body, 0x0b];
    return unsigned(code.length).concat(code);
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(7, exported),
    ...section(10, bodies),
  ]);
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): number[] {
  return vector(Array.from(new TextEncoder().encode(name), (byte) => [byte]));
}
