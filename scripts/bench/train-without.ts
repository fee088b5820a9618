Reflect.deleteProperty(globalThis, 'WebAssembly');

export {};
