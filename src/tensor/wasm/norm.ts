import type { Box } from '../kernels/plan/box.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { Runner } from '../kernels/plan/plan.ts';
import type { NormStage } from '../kernels/plan/stage.ts';
import { checkBatch, squaresOf } from '../kernels/stages/norm.ts';
import { addV, get, type Local, load, mulV, none, seq, set, store, storeLanes, subtractV } from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Kernel, ModuleBuilder } from './module.ts';
import { overPixels } from './pixels.ts';

/** Batch norm over all samples, four channels at a time: the formulas are those of `batchNorm2d`. */
export function compiledNorm(
  { params, grads, buffers, momentum, eps }: NormStage,
  site: Site,
  { module, memory }: Compiler,
): Runner {
  const { x: from, y: to } = site;
  const { channels } = from;
  const plane = from.height * from.width;
  const [gamma, beta] = [params[0]!.data, params[1]!.data];
  const [mean, variance] = [buffers[0]!.data, buffers[1]!.data];
  const vector = () => site.reserve(4 * Math.ceil(channels / 4));
  const [middle, scale, shift, slope, first, second] = [
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
  ];
  site.overrun(4);
  const sum = addSum(module, from);
  const squares = addSquares(module, from);
  const products = addProducts(module, from, to);
  const forward = addScaling(module, from, to);
  const backward = addBackward(module, from, to);
  const backwardStill = addScaling(module, to, from);

  /** What the last forward pass normalised each channel with; sums of all samples. */
  const used = { mean: new Float64Array(channels), deviation: new Float64Array(channels) };
  const [one, other] = [new Float64Array(channels), new Float64Array(channels)];
  let training = false;

  const put = (place: number, value: (c: number) => number) => {
    for (let c = 0; c < channels; c++) memory.cells[place + c] = value(c);
  };
  /** Adds up what a kernel makes of each sample, in double precision. */
  const total = (sums: Float64Array, place: number) => {
    for (let c = 0; c < channels; c++) sums[c]! += memory.cells[place + c]!;
  };

  function squaresInDouble(samples: number, c: number): number {
    let all = 0;
    for (let n = 0; n < samples; n++)
      all += squaresOf(memory.cells, from, site.xAt(n), c, used.mean[c] as number);
    return all;
  }

  function measure(samples: number): void {
    const count = samples * plane;
    checkBatch(samples, count);
    one.fill(0);
    other.fill(0);
    for (let n = 0; n < samples; n++) {
      sum.call(4 * (site.xAt(n) + from.first), 4 * first);
      total(one, first);
    }
    for (let c = 0; c < channels; c++) used.mean[c] = one[c]! / count;
    put(middle, (c) => used.mean[c]!);
    for (let n = 0; n < samples; n++) {
      squares.call(4 * (site.xAt(n) + from.first), 4 * middle, 4 * first);
      total(other, first);
    }
    for (let c = 0; c < channels; c++) {
      // Squares of numbers above 10¹⁹ are more than single precision holds.
      if (!Number.isFinite(other[c])) other[c] = squaresInDouble(samples, c);
      used.deviation[c] = Math.sqrt(other[c]! / count + eps);
      mean[c] = (1 - momentum) * mean[c]! + momentum * used.mean[c]!;
      variance[c] = (1 - momentum) * variance[c]! + momentum * (other[c]! / (count - 1));
    }
  }

  return {
    forward(samples, mode) {
      training = mode.training;
      if (training) measure(samples);
      else
        for (let c = 0; c < channels; c++) {
          used.mean[c] = mean[c]!;
          used.deviation[c] = Math.sqrt(variance[c]! + eps);
        }
      put(middle, (c) => used.mean[c]!);
      put(scale, (c) => gamma[c]! / used.deviation[c]!);
      put(shift, (c) => beta[c]!);
      for (let n = 0; n < samples; n++)
        forward.call(
          4 * (site.xAt(n) + from.first),
          4 * (site.yAt(n) + to.first),
          4 * middle,
          4 * scale,
          4 * shift,
        );
    },
    backward(samples) {
      const m = samples * plane;
      one.fill(0);
      other.fill(0);
      put(middle, (c) => used.mean[c]!);
      put(scale, (c) => gamma[c]! / used.deviation[c]!);
      for (let n = 0; n < samples; n++) {
        const [x, dy] = [site.xAt(n) + from.first, site.dyAt(n) + to.first];
        products.call(4 * x, 4 * dy, 4 * middle, 4 * first, 4 * second);
        total(one, first);
        total(other, second);
      }
      for (let c = 0; c < channels; c++) {
        grads[0]!.data[c] = other[c]! / used.deviation[c]!;
        grads[1]!.data[c] = one[c]!;
      }
      put(shift, (c) => (training ? one[c]! / m : 0));
      put(slope, (c) => other[c]! / m / used.deviation[c]! ** 2);
      if (!training) put(middle, () => 0);
      for (let n = 0; n < samples; n++) {
        const [x, dx, dy] = [site.xAt(n) + from.first, site.dxAt(n) + from.first, site.dyAt(n) + to.first];
        if (training) backward.call(4 * x, 4 * dy, 4 * dx, 4 * middle, 4 * scale, 4 * shift, 4 * slope);
        else backwardStill.call(4 * dy, 4 * dx, 4 * middle, 4 * scale, 4 * shift);
      }
    },
  };
}

/** (x, to): Σ x of each channel. */
function addSum(module: ModuleBuilder, box: Box): Kernel {
  return module.add(2, (locals, x, to) => {
    const sum = locals.v128();
    return overPixels(locals, [{ at: x, box }], [to], {
      before: set(sum, none),
      each: () => set(sum, addV(get(sum), load(get(x)))),
      after: store(get(to), get(sum)),
    });
  });
}

/** (x, middle, to): Σ (x − middle)². */
function addSquares(module: ModuleBuilder, box: Box): Kernel {
  return module.add(3, (locals, x, middle, to) => {
    const [sum, apart, centre] = locals.vectors(3) as [Local, Local, Local];
    return overPixels(locals, [{ at: x, box }], [middle, to], {
      before: seq(set(sum, none), set(centre, load(get(middle)))),
      each: () =>
        seq(
          set(apart, subtractV(load(get(x)), get(centre))),
          set(sum, addV(get(sum), mulV(get(apart), get(apart)))),
        ),
      after: store(get(to), get(sum)),
    });
  });
}

/** (x, dy, middle, sums, products): Σ dy and Σ dy · (x − middle). */
function addProducts(module: ModuleBuilder, xBox: Box, yBox: Box): Kernel {
  return module.add(5, (locals, x, dy, middle, sums, products) => {
    const [sum, product, centre, own] = locals.vectors(4) as [Local, Local, Local, Local];
    const walkers = [
      { at: x, box: xBox },
      { at: dy, box: yBox },
    ];
    return overPixels(locals, walkers, [middle, sums, products], {
      before: seq(set(sum, none), set(product, none), set(centre, load(get(middle)))),
      each: () =>
        seq(
          set(own, load(get(dy))),
          set(sum, addV(get(sum), get(own))),
          set(product, addV(get(product), mulV(get(own), subtractV(load(get(x)), get(centre))))),
        ),
      after: seq(store(get(sums), get(sum)), store(get(products), get(product))),
    });
  });
}

/** (x, y, middle, scale, shift): y = (x − middle) · scale + shift. */
function addScaling(module: ModuleBuilder, xBox: Box, yBox: Box): Kernel {
  return module.add(5, (locals, x, y, middle, scale, shift) => {
    const [centre, factor, constant, value] = locals.vectors(4) as [Local, Local, Local, Local];
    const walkers = [
      { at: x, box: xBox },
      { at: y, box: yBox },
    ];
    return overPixels(locals, walkers, [middle, scale, shift], {
      before: seq(
        set(centre, load(get(middle))),
        set(factor, load(get(scale))),
        set(constant, load(get(shift))),
      ),
      each: (lanes) =>
        seq(
          set(value, addV(mulV(subtractV(load(get(x)), get(centre)), get(factor)), get(constant))),
          storeLanes(get(y), get(value), lanes),
        ),
    });
  });
}

/** (x, dy, dx, middle, scale, shift, slope): dx = (dy − shift − (x − middle) · slope) · scale. */
function addBackward(module: ModuleBuilder, xBox: Box, yBox: Box): Kernel {
  return module.add(7, (locals, x, dy, dx, middle, scale, shift, slope) => {
    const vectors = [middle, scale, shift, slope];
    const [centre, factor, constant, tilt, value] = locals.vectors(5) as [Local, Local, Local, Local, Local];
    const walkers = [
      { at: x, box: xBox },
      { at: dy, box: yBox },
      { at: dx, box: xBox },
    ];
    const lean = mulV(subtractV(load(get(x)), get(centre)), get(tilt));
    return overPixels(locals, walkers, vectors, {
      before: seq(...[centre, factor, constant, tilt].map((local, i) => set(local, load(get(vectors[i]!))))),
      each: (lanes) =>
        seq(
          set(value, mulV(subtractV(subtractV(load(get(dy)), get(constant)), lean), get(factor))),
          storeLanes(get(dx), get(value), lanes),
        ),
    });
  });
}
