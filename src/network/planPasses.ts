import type { Arena } from '../tensor/kernels/arena.ts';
import { correlatePair } from '../tensor/kernels/convolution.ts';
import { copy } from '../tensor/kernels/planes.ts';
import type { Tensor, TypedArray } from '../tensor/tensor.ts';
import type { Layout, PlacedBlock } from './planLayout.ts';

/** One block, one sample, whose numbers stand `shift` behind those of the first. */
export function blockForward(arena: Arena, { block, at, out }: PlacedBlock, shift: number): void {
  const [x, y] = [at.x + shift, at.y + shift];
  if (block.kind === 'dense') {
    arena.denseForward(x, block.ins, at.w, at.b, out.place + shift, block.outs, block.rectify, at.scratch);
    return;
  }
  const { cout, xRow, yRow, yPlane, pool, rectify } = block;
  arena.winogradInput(block, at, x);
  for (let co = 0; co < cout; co += 2) correlatePair(arena, block, at, x, co, y + co * yPlane);
  const { place, row, plane, rows, cols } = out;
  arena.poolForward(y, yRow, yPlane, pool, place + shift, row, plane, rows, cols, cout, rectify, xRow);
}

/** Adds to the gradients of the block's parameters and, if asked, writes dx. */
export function blockBackward(
  arena: Arena,
  { block, at, out, dout }: PlacedBlock,
  inputGradient: boolean,
  shift: number,
): void {
  const { a } = arena;
  const [x, dx, y, dy] = [at.x + shift, at.dx + shift, out.place + shift, dout.place + shift];
  if (block.kind === 'dense') {
    const opened = block.rectify ? y : -1;
    arena.denseBackward(x, block.ins, at.w, at.dw, at.db, opened, dy, block.outs, dx, at.scratch);
    return;
  }
  const { scratch } = at;
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
export function loadParams(arena: Arena, { blocks }: Layout): void {
  for (const { block, at } of blocks) {
    const [w, b] = block.layer.params as [Tensor, Tensor | undefined];
    // Images may come one by one, and to transform the weights takes a tenth of the time of one.
    const changed = block.kind === 'conv' && !equal(w.data, arena.a, at.w);
    arena.a.set(w.data, at.w);
    if (b) arena.a.set(b.data, at.b);
    if (changed) arena.winogradWeights(block, at);
  }
}

function equal(values: TypedArray, a: Float64Array, at: number): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== a[at + i]) return false;
  return true;
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
    a.fill(0, at.dw, at.db + (block.layer.outShape[0] as number));
  }
}
