import { type Shape, type Tensor, zeros } from '../tensor.ts';
import { type Arena, holdArena, holdsArena } from './arena.ts';
import { TILE } from './correlate.ts';
import { type Block, layOut, type PlacedBlock } from './layout.ts';
import { copy, copyIn, copyOut } from './planes.ts';

/**
 * Blocks laid out once in the arena: every number of a forward and a backward pass has its place, so that
 * training allocates nothing but the result. Numbers inside are double precision; parameters come in and
 * gradients go out as float32 tensors.
 */
export interface Plan {
  /**
   * @param x [n, …]
   * @param slots for how many samples the numbers are kept; less than n where nobody goes back. Default n
   * @returns y [n, …outShape]
   */
  forward(x: Tensor, slots?: number): Tensor;
  /**
   * Writes the `grads` of the blocks, for the samples of the last forward pass. Neither its x nor the parameters
   * may have changed since: where the arena has had another user, it goes forward once more. Products with
   * a dy of 0 are left out, which shows where the other factor is not finite.
   *
   * @param dx where to write the gradient of x
   */
  backward(dy: Tensor, dx?: Tensor): void;
}

/** @param outShape of one sample, flattened or not */
export function createPlan(blocks: readonly Block[], outShape: Shape): Plan {
  const { placed, scratch, start, slot } = layOut(blocks);
  const first = placed[0]!;
  const last = placed.at(-1)!;
  let arena: Arena;
  let input: Tensor;
  /** Whether all parameters are: then the forward pass can leave out products with 0. */
  let finite: boolean;

  function forwardBlock(block: PlacedBlock, shift: number): void {
    const { conv: g, w, b, outs, taps, x, y, rectify = false, pool = 1 } = block;
    const from = x.start + shift;
    if (!g) {
      arena.denseForward(from, taps, w, b, y.place + shift, outs, rectify, scratch, !finite);
      return;
    }
    const { kh, cin, outWidth, outHeight } = g;
    const lists = scratch + outHeight * outWidth + TILE;
    const apart = arena.listRows(from, cin, kh, outWidth, outHeight, lists, !finite);
    for (let co = 0; co < outs; co++) {
      arena.correlate(lists, apart, w + co * taps, scratch, outWidth, outHeight, b + co, kh);
      for (let oy = 0; oy < y.rows; oy++) {
        const row = oy * pool;
        const to = y.place + shift + co * y.plane + oy * y.row;
        arena.poolRow(scratch + row * outWidth, outWidth, pool, to, y.cols, row * x.row, x.row, rectify);
      }
    }
  }

  /** Adds to the gradients of the parameters and writes dx. */
  function backwardBlock(block: PlacedBlock, shift: number): void {
    const { conv: g, w, dw, db, outs, taps, x, dx, y, dy, rectify } = block;
    const from = x.start + shift;
    const to = dx.start + shift;
    const [out, dout] = [y.place + shift, dy.place + shift];
    if (!g) {
      arena.denseBackward(from, taps, w, dw, db, rectify ? out : -1, dout, outs, to);
      return;
    }
    const { a } = arena;
    a.fill(0, to, to + dx.words);
    for (let co = 0; co < outs; co++) {
      let end = scratch;
      for (let oy = 0; oy < y.rows; oy++) {
        const row = co * y.plane + oy * y.row;
        end = arena.listRow(out + row, dout + row, y.cols, end);
      }
      for (let t = scratch; t < end; t++) a[db + co]! += a[t]!;
      const k = co * taps;
      arena.convolutionBackward(scratch, end, from, to, x.row, x.plane, g.cin, w + k, dw + k, g.kh);
    }
  }

  function forward(x: Tensor, slots = x.shape[0]!): Tensor {
    const y = zeros([x.shape[0]!, ...outShape]);
    arena = holdArena(plan, start + slot * slots);
    input = x;
    for (const { params, w, b } of placed) {
      arena.a.set(params[0]!.data, w);
      if (params[1]) arena.a.set(params[1].data, b);
    }
    finite = placed.every(({ w, dw }) => arena.finite(w, dw));
    for (let n = 0; n < y.shape[0]!; n++) {
      const shift = (n % slots) * slot;
      copyIn(arena.a, x, n, first.x, shift);
      for (const block of placed) forwardBlock(block, shift);
      copyOut(arena.a, y, n, last.y, shift);
    }
    return y;
  }

  function backward(dy: Tensor, dx?: Tensor): void {
    if (!holdsArena(plan, arena)) forward(input);
    const { a } = arena;
    for (const { dw, db, outs } of placed) a.fill(0, dw, db + outs);
    for (let n = 0; n < dy.shape[0]!; n++) {
      copyIn(a, dy, n, last.dy, n * slot);
      for (let i = placed.length - 1; i >= 0; i--) backwardBlock(placed[i]!, n * slot);
      if (dx) copyOut(a, dx, n, first.dx, n * slot);
    }
    for (const { grads, dw, db } of placed) {
      copy(a, dw, grads[0]!.data, 0, grads[0]!.size);
      if (grads[1]) copy(a, db, grads[1].data, 0, grads[1].size);
    }
  }

  const plan: Plan = { forward, backward };
  return plan;
}
