import type { StripCell } from '../../figures/WindowStrip.tsx';
import { sourceOf } from '../../tensor/taps.ts';
import { oddPlace } from './formula.ts';
import type { PaddingModel } from './model.ts';

/** Column 0 is a, column 1 is b …; a cell of the border has the letter of the cell that it copies. */
const letter = (source: number): string => (source < 0 ? '0' : String.fromCharCode(97 + source));

/** One row of the padded input, and what stands in its border. */
export function stripCells(model: PaddingModel): StripCell[] {
  const { params, before, side, unread } = model;
  const odd = oddPlace(model);
  return Array.from({ length: side }, (_, place) => {
    const col = place - before;
    const inside = col >= 0 && col < params.input;
    const kind =
      place >= side - unread && inside ? 'unread' : inside ? 'input' : place === odd ? 'odd' : 'border';
    return {
      text: letter(sourceOf(col, params.input, params.mode)),
      kind,
      ...(inside ? { reads: model.axisUses.at(0, 0, 0, col) } : {}),
    };
  });
}

/** The padded places under the weights of every window of a row. */
export function stripWindows({ params, out }: PaddingModel): number[][] {
  const { kernel, stride, dilation } = params;
  return Array.from({ length: out }, (_, o) =>
    Array.from({ length: kernel }, (_, k) => o * stride + k * dilation),
  );
}
