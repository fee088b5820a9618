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
  readonly body: Bytes;
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
  const types = functions.map(({ params }) => joined([[0x60, params], Array(params).fill(TYPES.i32), [0]]));
  const memory = joined([text('m'), text('m'), [0x02, 0x00], unsigned(1)]);
  const exported = functions.map((_, i) => joined([text(nameOf(i)), [0x00], unsigned(i)]));
  const bodies = functions.map(({ locals, body }) => {
    const declared = vector(locals.map((type) => [1, TYPES[type]]));
    return joined([unsigned(declared.length + body.length + 1), declared, body, [0x0b]]);
  });
  return joined([
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, types),
    section(2, [memory]),
    section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    section(7, exported),
    section(10, bodies),
  ]);
}

type Bytes = readonly number[] | Uint8Array;

function section(id: number, items: readonly Bytes[]): Bytes {
  const content = vector(items);
  return joined([[id], unsigned(content.length), content]);
}

function vector(items: readonly Bytes[]): Bytes {
  return joined([unsigned(items.length), ...items]);
}

function text(name: string): Bytes {
  const bytes = new TextEncoder().encode(name);
  return joined([unsigned(bytes.length), bytes]);
}

function joined(parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
