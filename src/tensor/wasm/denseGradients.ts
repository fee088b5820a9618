import type { Conv2dGeometry } from '../conv2dGeometry.ts';
import { type Box, boxOf } from '../kernels/plan/box.ts';
import type { Site } from '../kernels/plan/layout.ts';
import type { TypedArray } from '../tensor.ts';
import type { Compiler } from './compiler.ts';
import type { Listing } from './list.ts';
import { addUnpacked, pack, packingOf } from './packing.ts';
import { addProduct, blocksOf } from './product.ts';
import { placeInBlocks, windowOf, windowSteps } from './window.ts';

/** The way back as two dense products, for gradients of which few are 0. */
export interface DenseGradients {
  /** Where the gradient of y is expected. */
  readonly copy: NonNullable<Listing['copy']>;
  /** Before a backward pass. */
  clear(w: TypedArray): void;
  backward(n: number, wantsDx: boolean): void;
  /** Adds the gradient of the weights. */
  store(dw: TypedArray): void;
}

/**
 * dw is a product of x and dy over all places, and dx the convolution of the padded dy with the kernel turned by
 * 180° and its channels swapped. Null where that does not hold as it stands: with a stride or groups, or where
 * the padding is wider than the kernel.
 */
export function denseGradients(
  g: Conv2dGeometry,
  site: Site,
  { module, support, memory }: Compiler,
): DenseGradients | null {
  const dyBox = gradientBox(g);
  if (!dyBox) return null;
  const { x: xBox } = site;
  const { cin, cout, kh, kw } = g;
  const wShape = [cout, cin, kh, kw] as const;
  const taps = cin * kh * kw;
  const dy = site.reserve(dyBox.words + 4);

  const outBlocks = blocksOf(cout, taps);
  const gradient = packingOf(wShape, (o, ci, ky, kx) =>
    placeInBlocks(outBlocks, taps, o, (ky * kw + kx) * cin + ci),
  );
  const dw = site.reserve(taps * 4 * Math.ceil(cout / 4));
  const dwEnd = dw + taps * 4 * Math.ceil(cout / 4);
  const weights = addProduct(module, support, {
    results: (vectors) => windowOf(g, xBox).map((dim) => ({ ...dim, other: 4 * vectors * dim.other })),
    terms: () => windowSteps(g, xBox, dyBox),
    outs: cout,
    bBlock: (vectors) => 4 * vectors,
    cBlock: (vectors) => taps * 4 * vectors,
    start: 'c',
    exact: false,
  });

  const turnedTaps = cout * kh * kw;
  const inBlocks = blocksOf(cin, g.height * g.width);
  const turned = packingOf(wShape, (o, ci, ky, kx) =>
    placeInBlocks(inBlocks, turnedTaps, ci, ((kh - 1 - ky) * kw + (kw - 1 - kx)) * cout + o),
  );
  const w = site.reserve(turnedTaps * 4 * Math.ceil(cin / 4));
  const zeros = site.reserve(cin + 4);
  const swapped = { ...g, groupIn: cout, stride: [1, 1] as const, outHeight: g.height, outWidth: g.width };
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
  let current: TypedArray;

  return {
    copy: { place: dy + dyBox.first, row: dyBox.row, col: dyBox.col },
    clear(values) {
      current = values;
      packed = false;
      if (used) memory.cells.fill(0, dw, dwEnd);
      used = false;
    },
    backward(n, wantsDx) {
      used = true;
      weights.call(4 * site.xAt(n), 4 * (dy + dyBox.first), 4 * dw, 0);
      if (!wantsDx) return;
      if (!packed) pack(memory.cells, w, turned, current);
      packed = true;
      inputs.call(4 * dy, 4 * w, 4 * (site.dxAt(n) + xBox.first), 4 * zeros);
    },
    store(values) {
      if (used) addUnpacked(memory.cells, dw, gradient, values);
    },
  };
}

/** A box for the gradient of y, with a border as wide as a window reaches beyond y from any cell of x. */
function gradientBox({ stride, dilation, groups, kh, kw, pads, yShape }: Conv2dGeometry): Box | null {
  const [down, right] = [dilation[0] * (kh - 1), dilation[1] * (kw - 1)];
  const border = [down - pads[0], right - pads[1], down - pads[2], right - pads[3]] as const;
  const fits = stride[0] === 1 && stride[1] === 1 && groups === 1 && Math.min(...border) >= 0;
  return fits ? boxOf(yShape.slice(1), 'pixels', border) : null;
}
