import { conv2dGeometry } from '../conv2dGeometry.ts';
import { sharedRunners } from '../kernels/engine.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Engine } from '../kernels/plan/plan.ts';
import type { ConvStage, DenseStage } from '../kernels/plan/stage.ts';
import { compiledActivation, hasActivation } from './activation.ts';
import { compiledAvgPool } from './avgPool.ts';
import type { Compiler } from './compiler.ts';
import { compiledConv } from './conv.ts';
import { copierOf } from './copier.ts';
import { addFiniteTest } from './finite.ts';
import { compiledMaxPool } from './maxPool.ts';
import { wasmMemory } from './memory.ts';
import { moduleBuilder } from './module.ts';
import { compiledNorm } from './norm.ts';
import { ANSWER, addMovers, RESERVED } from './packing.ts';
import { wasmSupport } from './support.ts';

/**
 * Kernels in WebAssembly, compiled when the plan is made, for the very shapes of its stages; single precision. What has
 * no kernel runs in TypeScript in the same memory. Null where WebAssembly cannot be had (see `wasmSupport`).
 */
export function compiledEngine(): Engine | null {
  const support = wasmSupport();
  if (!support) return null;
  const memory = wasmMemory();
  const module = moduleBuilder();
  const shared = sharedRunners();
  const test = addFiniteTest(module);
  const compiler: Compiler = {
    module,
    support,
    memory,
    movers: addMovers(module),
    allFinite(place, count) {
      test.call(4 * place, count >> 2, count & 3, 4 * ANSWER);
      return memory.cells[ANSWER] === 0;
    },
  };
  return {
    order: 'pixels',
    memory,
    reserved: RESERVED,
    copier: (words, reserve) => copierOf(module, memory, reserve, words),
    runner(stage, site) {
      if (stage.kind === 'conv') return compiledConv(stage, site, compiler);
      if (stage.kind === 'dense') return compiledConv(asConvolution(stage, site), site, compiler);
      if (stage.kind === 'maxPool') return compiledMaxPool(stage, site, compiler);
      if (stage.kind === 'avgPool') return compiledAvgPool(stage, site, compiler);
      if (stage.kind === 'norm') return compiledNorm(stage, site, compiler);
      if (stage.kind === 'activation' && hasActivation(stage.name))
        return compiledActivation(stage, site, compiler);
      return shared(stage, site);
    },
    finish: () => module.link(memory.wasm),
  };
}

/** A dense layer is a convolution whose kernel covers the whole plane. */
function asConvolution({ params, grads, relu }: DenseStage, { x }: Site): ConvStage {
  const [outs] = params[0]!.shape as [number, number];
  const g = conv2dGeometry([1, x.channels, x.height, x.width], [outs, x.channels, x.height, x.width]);
  return { kind: 'conv', g, params, grads, relu };
}
