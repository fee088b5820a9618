import type { Arena } from '../tensor/kernels/arena.ts';
import { correlatePair, loadInput, loadWeights } from '../tensor/kernels/convolution.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Layout, PlacedBlock, View } from './planLayout.ts';

/** One block, one sample, whose numbers stand `shift` behind those of the first. */
export function blockForward(
  arena: Arena,
  { block, at, out }: PlacedBlock,
  shift: number,
  scratch: number,
): void {
  const [x, y] = [at.x + shift, at.y + shift];
  if (block.kind === 'dense') {
    arena.denseForward(x, block.ins, at.w, at.b, out.place + shift, block.outs, block.rectify, scratch);
    return;
  }
  const { cout, xRow, yRow, yPlane, pool, rectify } = block;
  const places = { ...at, scratch };
  loadInput(arena, block, places, x);
  for (let co = 0; co < cout; co += 2) correlatePair(arena, block, places, x, co, y + co * yPlane);
  const { place, row, plane, rows, cols } = out;
  arena.poolForward(y, yRow, yPlane, pool, place + shift, row, plane, rows, cols, cout, rectify, xRow);
}

/** Adds to the gradients of the block's parameters and, if asked, writes dx. */
export function blockBackward(
  arena: Arena,
  { block, at, out, dout }: PlacedBlock,
  inputGradient: boolean,
  shift: number,
  scratch: number,
): void {
  const { a } = arena;
  const [x, dx, y, dy] = [at.x + shift, at.dx + shift, out.place + shift, dout.place + shift];
  if (block.kind === 'dense') {
    const opened = block.rectify ? y : -1;
    arena.denseBackward(x, block.ins, at.w, at.dw, at.db, opened, dy, block.outs, dx, scratch);
    return;
  }
  const { cin, cout, k, xRow, xPlane } = block;
  const weightGradientAt = k === 3 ? arena.weightGradientAt3 : arena.weightGradientAt5;
  const inputGradientAt = k === 3 ? arena.inputGradientAt3 : arena.inputGradientAt5;
  if (inputGradient) a.fill(0, dx, dx + cin * xPlane);
  for (let co = 0; co < cout; co++) {
    const plane = co * out.plane;
    const count = arena.listGradients(y + plane, dy + plane, out.row, dout.row, out.rows, out.cols, scratch);
    let sum = a[at.db + co] as number;
    for (let t = scratch; t < scratch + count; t++) sum += a[t] as number;
    a[at.db + co] = sum;
    weightGradientAt(scratch, count, x, xRow, xPlane, cin, at.dw + co * cin * k * k);
    if (inputGradient) inputGradientAt(scratch, count, dx, xRow, xPlane, cin, at.w + co * cin * k * k);
  }
}

/** Parameters of the layers into the arena. */
export function loadParams(arena: Arena, { blocks, scratch }: Layout): void {
  for (const { block, at } of blocks) {
    const [w, b] = block.layer.params as [Tensor, Tensor | undefined];
    arena.a.set(w.data, at.w);
    if (b) arena.a.set(b.data, at.b);
    if (block.kind === 'conv') loadWeights(arena, block, { ...at, scratch });
  }
}

/** Gradients of the parameters from the arena into the layers' `grads`. */
export function storeGrads({ a }: Arena, { blocks }: Layout): void {
  for (const { block, at } of blocks) {
    const [dw, db] = block.layer.grads as [Tensor, Tensor | undefined];
    copy(a, at.dw, dw.data, 0, dw.size);
    if (db) copy(a, at.db, db.data, 0, db.size);
  }
}

export function clearGrads({ a }: Arena, { blocks }: Layout): void {
  for (const { at, block } of blocks) {
    a.fill(0, at.dw, at.dw + (block.layer.params[0] as Tensor).size);
    a.fill(0, at.db, at.db + (block.layer.outShape[0] as number));
  }
}

/** Sample n of a tensor into a view, and back. */
export function copyIn({ a }: Arena, from: Tensor, n: number, view: View, shift: number): void {
  let i = n * view.planes * view.rows * view.cols;
  for (let c = 0; c < view.planes; c++)
    for (let y = 0; y < view.rows; y++, i += view.cols)
      copy(from.data, i, a, view.place + shift + c * view.plane + y * view.row, view.cols);
}

export function copyOut({ a }: Arena, to: Tensor, n: number, view: View, shift: number): void {
  let i = n * view.planes * view.rows * view.cols;
  for (let c = 0; c < view.planes; c++)
    for (let y = 0; y < view.rows; y++, i += view.cols)
      copy(a, view.place + shift + c * view.plane + y * view.row, to.data, i, view.cols);
}

type Numbers = Float32Array | Float64Array;

/** Like `to.set(from.subarray(…))`, without making an array object for it. */
function copy(from: Numbers, start: number, to: Numbers, at: number, count: number): void {
  for (let i = 0; i < count; i++) to[at + i] = from[start + i] as number;
}
