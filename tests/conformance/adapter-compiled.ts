import { compiledEngine } from '../../src/tensor/wasm/engine.ts';
import { planned } from './planned.ts';

export default planned('compiled kernels', () => {
  const engine = compiledEngine();
  if (!engine) throw new Error('WebAssembly with vectors is not to be had here');
  return engine;
});
