import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { windowOf } from './layers.ts';
import type { ShiftModel } from './model.ts';
import type { ShiftView } from './view.ts';
import { outShiftSentence } from './words.ts';

/** `i-2`, `i+1`, `i`: an index less a shift. */
const less = (index: string, by: number): string =>
  by === 0 ? index : `${index}${by > 0 ? '-' : '+'}${Math.abs(by)}`;

/** The shift that goes with the output: τ, or τ over the stride. */
const over = (stride: number): string => (stride === 1 ? '\\tau' : `\\tau/${stride}`);

/** The rule of the line: what moves a number, what the layer is, or what the two routes are asked (Zhang 2019, §3). */
export function ruleOf({ params, settings, outShift }: ShiftModel, { cell }: ShiftView): string {
  const { stride, operation } = settings;
  const at = (index: string): string => (stride === 1 ? index : `${stride}${index}`);
  const index = (before: string): string => `${at('i')}+u${before},\\,${at('j')}+v${before}`;
  const cellOf = (of: string, where: string): string =>
    of === 'shifted' ? `(${tex(of)})_{${where}}` : tex(of, where);
  const layer = (of: string): string => {
    const most = windowOf(settings) - 1;
    return {
      conv: `\\sum_{u,v}${cellOf(of, index('-1'))}\\,${tex('w', 'u,v')}`,
      max: `\\max_{0\\le u,v\\le ${most}}${cellOf(of, index(''))}`,
      blur: `\\sum_{u,v}\\max(${tex(of)})_{${index('-1')}}\\,${tex('w', 'u,v')}`,
    }[operation];
  };
  const moved = (of: string, [down, right]: readonly number[]): string =>
    tex(of, `${less('i', down ?? 0)},\\,${less('j', right ?? 0)}`);
  switch (cell.grid) {
    case 'x':
    case 'shifted':
      return `${cellOf('shifted', 'i,j')}=${moved('x', [params.down, params.right])}`;
    case 'y':
      return `${tex('y', 'i,j')}=${layer('x')}`;
    case 'yshifted':
      return `${tex('yshifted')}_{i,j}=${layer('shifted')}`;
    case 'shiftedy':
      return `(${shiftedY(stride)})_{i,j}=${moved('y', outShift)}`;
    case 'mismatch':
      return `${tex('mismatch')}=${tex('yshifted')}-${shiftedY(stride)}`;
  }
}

const shiftedY = (stride: number): string => tex('shiftedy').replace('_\\tau', `_{${over(stride)}}`);

/** By how far the output is moved: ⌊τ / s⌋, along both axes. */
export function sizesOf(model: ShiftModel): { readonly tex: string; readonly sentence: Text } {
  const { params, outShift, settings } = model;
  const { stride } = settings;
  const rounded = (by: number): string => `\\left\\lfloor\\tfrac{${by}}{${stride}}\\right\\rfloor`;
  const quotients = stride === 1 ? '' : `(${rounded(params.down)},${rounded(params.right)})=`;
  return {
    tex: `${over(stride)}=${quotients}(${outShift.join(',\\,')})`,
    sentence: outShiftSentence(model),
  };
}
