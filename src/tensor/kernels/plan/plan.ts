import { reject } from '../../errors.ts';
import { type Shape, sizeOf, type Tensor, zeros } from '../../tensor.ts';
import { type Box, copyIn, copyOut, type Order } from './box.ts';
import { layOut, type Memory, type Site } from './layout.ts';
import { type PassMode, type Stage, takesAll } from './stage.ts';

/**
 * Stages laid out once in a memory of their own: every number of a forward and a backward pass has its place, so
 * that training allocates nothing but the result. Parameters come in and gradients go out as float32 tensors.
 */
export interface Plan {
  /**
   * @param x [n, …]
   * @returns y [n, …outShape]
   * @throws Error when n samples do not fit into the memory
   */
  forward(x: Tensor, mode?: PassMode): Tensor;
  /**
   * Writes the `grads` of the stages, for the samples of the last forward pass. The parameters may not have
   * changed since.
   *
   * @param dx where to write the gradient of x, if it is wanted
   */
  backward(dy: Tensor, dx?: Tensor): void;
}

/** How one stage runs at its site. */
export interface Runner {
  /** Reads the parameters, before each forward pass. */
  load?(): void;
  /** @param n the sample; of a stage that takes all, how many there are */
  forward(n: number, mode: PassMode): void;
  /** Forgets the gradients of the parameters, before each backward pass. */
  clear?(): void;
  /** Adds to the gradients of the parameters. @param wantsDx whether anybody reads the gradient of x */
  backward(n: number, wantsDx: boolean): void;
  /** Writes the gradients of the parameters, after each backward pass. */
  store?(): void;
}

/** Brings samples from tensors into boxes and back. */
export interface Copier {
  copyIn(place: number, box: Box, from: Tensor, n: number): void;
  copyOut(place: number, box: Box, to: Tensor, n: number): void;
}

/** What a plan computes with. */
export interface Engine {
  readonly order: Order;
  readonly memory: Memory;
  /** So many words at the start belong to the engine. */
  readonly reserved?: number;
  runner(stage: Stage, site: Site): Runner;
  /** Its own way to copy, if it has one. @param words of the largest sample · @param reserve see `Site` */
  copier?(words: number, reserve: Site['reserve']): Copier;
  /** Called when all runners are made. */
  finish?(): void;
}

const EVALUATION: PassMode = { training: false, seed: 0 };

/** @param inShape of one sample · @param outShape of one sample, flattened or not */
export function createPlan(stages: readonly Stage[], inShape: Shape, outShape: Shape, engine: Engine): Plan {
  const { memory } = engine;
  const layout = layOut(stages, inShape, engine);
  const { first, last } = layout;
  const runners = stages.map((stage, i) => engine.runner(stage, layout.sites[i]!));
  const copy =
    engine.copier?.(Math.max(sizeOf(inShape), sizeOf(outShape)), first.reserve) ?? plainCopier(memory);
  engine.finish?.();
  const stretches = stretchesOf(stages);
  let samples = 0;
  /** What the runners of a stretch are called with, one after the other. */
  const turns = (all: boolean) => (all ? [samples] : Array.from({ length: samples }, (_, n) => n));

  return {
    forward(x, mode = EVALUATION) {
      samples = x.shape[0]!;
      const fits = Math.floor((memory.most - layout.words(0)) / (layout.words(1) - layout.words(0)));
      if (samples > fits)
        reject('forward', 'the number of samples in x', samples, `at most ${fits}: more do not fit`);
      memory.hold(layout.words(samples));
      for (const runner of runners) runner.load?.();
      for (let n = 0; n < samples; n++) copy.copyIn(first.xAt(n), first.x, x, n);
      for (const { from, end, all } of stretches)
        for (const n of turns(all)) for (let i = from; i < end; i++) runners[i]!.forward(n, mode);
      const y = zeros([samples, ...outShape]);
      for (let n = 0; n < samples; n++) copy.copyOut(last.yAt(n), last.y, y, n);
      return y;
    },

    backward(dy, dx) {
      for (const runner of runners) runner.clear?.();
      for (let n = 0; n < samples; n++) copy.copyIn(last.dyAt(n), last.y, dy, n);
      for (const { from, end, all } of stretches.toReversed())
        for (const n of turns(all))
          for (let i = end - 1; i >= from; i--) runners[i]!.backward(n, i > 0 || !!dx);
      if (dx) for (let n = 0; n < samples; n++) copy.copyOut(first.dxAt(n), first.x, dx, n);
      for (const runner of runners) runner.store?.();
    },
  };
}

const plainCopier = (memory: Memory): Copier => ({
  copyIn: (place, box, from, n) => copyIn(memory.cells, place, box, from, n),
  copyOut: (place, box, to, n) => copyOut(memory.cells, place, box, to, n),
});

/** Neighbouring stages that go sample by sample together; one that takes all samples goes by itself. */
interface Stretch {
  readonly from: number;
  readonly end: number;
  readonly all: boolean;
}

function stretchesOf(stages: readonly Stage[]): Stretch[] {
  const stretches: Stretch[] = [];
  stages.forEach((stage, i) => {
    const all = takesAll(stage);
    const before = stretches.at(-1);
    if (before && !all && !before.all) stretches[stretches.length - 1] = { ...before, end: i + 1 };
    else stretches.push({ from: i, end: i + 1, all });
  });
  return stretches;
}
