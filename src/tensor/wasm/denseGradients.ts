import type { Conv2dGeometry } from '../conv2dGeometry.ts';
import { type Box, boxOf } from '../kernels/plan/box.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { TypedArray } from '../tensor.ts';
import type { Compiler } from './compiler.ts';
import type { Listing } from './list.ts';
import type { Staged } from './packing.ts';
import { addProduct, blocksOf } from './product.ts';
import { placeInBlocks, windowOf, windowSteps } from './walks.ts';

/** The way back as two dense products, for gradients of which few are 0. */
export interface DenseGradients {
  /** Where the gradient of y is expected. */
  readonly copy: NonNullable<Listing['copy']>;
  /** Before a backward pass. */
  clear(): void;
  backward(n: number, wantsDx: boolean): void;
  /** Adds the gradient of the weights to what was written last. */
  addTo(dw: TypedArray): void;
}

/**
 * dw is a product of x and dy over all places, and dx the convolution of the padded dy with the kernel turned by
 * 180° and its channels swapped. Null where that does not hold as it stands: with a stride or groups, or where
 * the padding is wider than the kernel; and for a dense layer.
 */
export function denseGradients(
  g: Conv2dGeometry,
  held: Staged,
  site: Site,
  { module, support, memory }: Compiler,
): DenseGradients | null {
  const dyBox = gradientBox(g);
  if (!dyBox) return null;
  const { x: xBox } = site;
  const { cin, cout, kh, kw } = g;
  const taps = cin * kh * kw;
  const dy = site.reserve(dyBox.words + 4);

  const outBlocks = blocksOf(cout, windowOf(g, xBox));
  const dwWords = taps * 4 * Math.ceil(cout / 4);
  const dw = site.reserve(dwWords);
  const gradient = held.outOf(dw, (o, ci, ky, kx) => {
    return placeInBlocks(outBlocks, taps, o, (ky * kw + kx) * cin + ci);
  });
  const weights = addProduct(module, support, {
    results: (vectors) => windowOf(g, xBox).map((dim) => ({ ...dim, other: 4 * vectors * dim.other })),
    terms: () => windowSteps(g, xBox, dyBox),
    outs: cout,
    bBlock: (vectors) => 4 * vectors,
    cBlock: (vectors) => taps * 4 * vectors,
    start: 'c',
    exact: false,
  });

  const swapped = { ...g, groupIn: cout, stride: [1, 1] as const, outHeight: g.height, outWidth: g.width };
  const turnedTaps = cout * kh * kw;
  const inBlocks = blocksOf(cin, windowSteps(swapped, dyBox, xBox));
  const w = held.inOrder(turnedTaps * 4 * Math.ceil(cin / 4), (o, ci, ky, kx) => {
    return placeInBlocks(inBlocks, turnedTaps, ci, ((kh - 1 - ky) * kw + (kw - 1 - kx)) * cout + o);
  });
  const zeros = site.reserve(cin + 4);
  const inputs = addProduct(module, support, {
    results: () => windowSteps(swapped, dyBox, xBox),
    terms: (vectors) => windowOf(swapped, dyBox).map((dim) => ({ ...dim, other: 4 * vectors * dim.other })),
    outs: cin,
    bBlock: (vectors) => turnedTaps * 4 * vectors,
    cBlock: (vectors) => 4 * vectors,
    start: 'bias',
    exact: true,
  });
  let [used, packed] = [false, false];

  return {
    copy: { place: dy + dyBox.first, row: dyBox.row, col: dyBox.col },
    clear() {
      if (used) memory.cells.fill(0, dw, dw + dwWords);
      used = packed = false;
    },
    backward(n, wantsDx) {
      used = true;
      weights.call(4 * site.xAt(n), 4 * (dy + dyBox.first), 4 * dw, 0);
      if (!wantsDx) return;
      if (!packed) w.fill();
      packed = true;
      inputs.call(4 * dy, 4 * w.place, 4 * (site.dxAt(n) + xBox.first), 4 * zeros);
    },
    addTo(values) {
      if (used) gradient.write(values, true);
    },
  };
}

/** A box for the gradient of y, with a border as wide as a window reaches beyond y from any cell of x. */
function gradientBox({
  height,
  width,
  stride,
  dilation,
  groups,
  kh,
  kw,
  pads,
  yShape,
}: Conv2dGeometry): Box | null {
  const [down, right] = [dilation[0] * (kh - 1), dilation[1] * (kw - 1)];
  const border = [down - pads[0], right - pads[1], down - pads[2], right - pads[3]] as const;
  const places = yShape[2]! * yShape[3]!;
  // Of a kernel nearly as large as x most products would be with the border.
  const worth = height * width <= 2 * places;
  const fits = stride[0] === 1 && stride[1] === 1 && groups === 1 && Math.min(...border) >= 0 && worth;
  return fits ? boxOf(yShape.slice(1), 'pixels', border) : null;
}
