import type { GridBox } from '../stage/boxes.ts';
import { DimensionLine } from '../window/DimensionLine.tsx';
import { dilationMeasure, paddingMeasure, strideMeasure } from '../window/measures.ts';
import type { ForwardLayer, SquareSizes } from './layer.ts';
import { inputWindow } from './windows.ts';

interface HeldMeasuresProps {
  /** The input's grid, its padding included. */
  readonly box: GridBox;
  readonly layer: Pick<ForwardLayer, 'extent' | 'sides' | 'out'>;
  readonly sizes: SquareSizes;
  /** The parameter whose slider is held. */
  readonly held: string | null;
  /** The output cell whose window is measured. */
  readonly at: number;
}

/** What a held slider measures, drawn on the input with its number: stride, padding, dilation, the kernel's width. */
export function HeldMeasures({ box, layer, sizes, held, at }: HeldMeasuresProps) {
  const { stride, dilation, kernel, input } = sizes;
  const cell = Math.min(at, layer.out * layer.out - 1);
  const window = inputWindow(layer, stride, [Math.floor(cell / layer.out), cell % layer.out]);
  switch (held) {
    case 'stride':
      return <DimensionLine {...strideMeasure(box, window, stride)} text={String(stride)} />;
    case 'padding':
    case 'before':
      return layer.sides[1] > 0 ? (
        <DimensionLine {...paddingMeasure(box)} text={String(layer.sides[1])} />
      ) : null;
    case 'dilation':
      return kernel > 1 ? (
        <DimensionLine {...dilationMeasure(box, window, dilation)} text={String(dilation)} />
      ) : null;
    case 'kernel':
      return <DimensionLine {...strideMeasure(box, window, layer.extent)} text={String(layer.extent)} />;
    case 'input':
      return (
        <DimensionLine
          {...strideMeasure(box, { row: 0, col: 0, rows: input, cols: input }, input)}
          text={String(input)}
        />
      );
    default:
      return null;
  }
}
