import type { StripCell } from '../../figures/WindowStrip.tsx';
import type { StrideModel } from './model.ts';
import { isKept, type PassId } from './passes.ts';

/** One row of the input with its border; column 0 is a, column 1 is b … */
export function stripCells({ params, axisReads }: StrideModel): StripCell[] {
  const { input, padding } = params;
  return Array.from({ length: input + 2 * padding }, (_, place): StripCell => {
    const col = place - padding;
    if (col < 0 || col >= input) return { text: '0', kind: 'border' };
    const reads = axisReads.at(0, 0, 0, col);
    return { text: String.fromCharCode(97 + col), kind: reads === 0 ? 'unread' : 'input', reads };
  });
}

/** The padded places under the weights of every window of a row, and which of them the stride leaves out. */
export function stripWindows(
  model: StrideModel,
  pass: PassId,
): { readonly windows: number[][]; readonly dropped: boolean[] } {
  const { params, out, outAtOne } = model;
  const step = pass === 'stops' ? params.stride : 1;
  const starts = Array.from({ length: pass === 'stops' ? out : outAtOne }, (_, o) => o);
  return {
    windows: starts.map((o) =>
      Array.from({ length: params.kernel }, (_, k) => o * step + k * params.dilation),
    ),
    dropped: starts.map((o) => pass === 'everyPlace' && !isKept(model, 0, o)),
  };
}
