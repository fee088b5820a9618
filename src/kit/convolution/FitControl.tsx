import { Segments } from '../controls/Segments.tsx';
import { useSay } from '../scene/context.ts';
import { type ForwardLayer, type SquareSizes, sameSides } from './layer.ts';
import { SIZE_WORDS } from './words.ts';

const FITS = ['valid', 'same', 'full'] as const;
type Fit = (typeof FITS)[number];

/** Which of the three words describes a layer's padding; null: none does. */
export function fitOf(sizes: SquareSizes, { sides, extent }: ForwardLayer): Fit | null {
  if (sides.every((side) => side === 0)) return 'valid';
  const same = sameSides(sizes);
  if (sides.every((side, i) => side === same[i])) return 'same';
  return sides.every((side) => side === extent - 1) ? 'full' : null;
}

interface FitControlProps<P, M> {
  readonly params: P;
  readonly model: M;
  setParams(change: { readonly fit: 'same' } | { readonly padding: number }): void;
}

/** The three named paddings, for a figure whose padding is a number that may follow “same”. */
export function FitControl<P extends SquareSizes, M extends ForwardLayer>(props: FitControlProps<P, M>) {
  const { params, model, setParams } = props;
  const say = useSay();
  return (
    <Segments
      label={say(SIZE_WORDS.fit)}
      hideLabel
      value={fitOf(params, model)}
      options={FITS.map((value) => ({ value, label: say(SIZE_WORDS[value]) }))}
      onChange={(fit) =>
        setParams(fit === 'same' ? { fit } : { padding: fit === 'full' ? model.extent - 1 : 0 })
      }
    />
  );
}
