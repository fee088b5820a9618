import { type Conv2dGeometry, conv2dGeometry } from '../../conv2dGeometry.ts';
import { sourceOf } from '../../taps.ts';
import type { Learned, Stage } from './stage.ts';

/** A convolution as stages: padding that is not zeros is a stage of its own, before one without padding. */
export function convStages(g: Conv2dGeometry, learned: Learned): Stage[] {
  const { padMode, pads, height, width, stride, dilation, groups } = g;
  const outShape = g.yShape.slice(1);
  if (padMode === 'zeros') return [{ kind: 'conv', g, ...learned, relu: false, outShape }];
  const sources = (size: number, before: number, after: number) =>
    Int32Array.from({ length: before + size + after }, (_, i) => sourceOf(i - before, size, padMode));
  const rows = sources(height, pads[0], pads[2]);
  const cols = sources(width, pads[1], pads[3]);
  const padded = [g.cin, rows.length, cols.length];
  const wShape = [g.cout, g.groupIn, g.kh, g.kw];
  const inner = conv2dGeometry([1, ...padded], wShape, { stride, dilation, groups });
  return [
    { kind: 'pad', rows, cols, outShape: padded },
    { kind: 'conv', g: inner, ...learned, relu: false, outShape },
  ];
}
