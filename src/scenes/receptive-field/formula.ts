import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { subscripts } from '../../kit/line/placeName.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation } from '../../kit/scene/view.ts';
import type { Text } from '../../language/language.ts';
import type { ReceptiveField } from '../../tensor/receptiveField.ts';
import type { FieldModel, Unit } from './model.ts';
import type { StackLayer } from './stacks.ts';
import type { FieldView } from './view.ts';

const field = ({ fields }: FieldModel, layer: number): ReceptiveField => fields[layer] as ReceptiveField;

/**
 * A layer's two lines (Araujo, Norris & Sim 2019): r + (k̂ − 1) × J with k̂ − 1 = d(k − 1), and J × s. Layer 0 is a pixel
 * and has none.
 */
export function sizeLines(model: FieldModel, layer: number, full: boolean): ExpressionEquation[] {
  if (layer === 0) return [];
  const { size, jump } = field(model, layer);
  const below = field(model, layer - 1);
  const { kernel, stride, dilation } = model.layers[layer - 1] as StackLayer;
  const spread = dilation === 1 ? '' : `${dilation} × `;
  const line = (letter: string, left: string, value: number): ExpressionEquation =>
    expressionEquation({ head: letter + subscripts([layer]), parts: [left], value, full });
  return [
    line('r', `${below.size} + ${spread}(${kernel} − 1) × ${below.jump}`, size),
    line('J', `${below.jump} × ${stride}`, jump),
  ];
}

/** ξ + i × J: the first pixel of a unit's field. */
export function firstPixelLine(model: FieldModel, { layer, unit }: Unit, full: boolean): ExpressionEquation {
  const { start, jump } = field(model, layer);
  const sub = subscripts([layer]);
  return expressionEquation({
    head: `ξ${sub} + ${unit}J${sub}`,
    parts: [`${operand(printNumber(start).text)} + ${unit} × ${jump}`],
    value: start + unit * jump,
    full,
  });
}

/** The rule of the moment, with symbols. */
export function ruleOf(_model: FieldModel, view: FieldView): string {
  if (view.sum) return String.raw`\partial x_{l,i'}=\sum_{\;is+ud-p\,=\,i'} \partial x_{l+1,i}`;
  return String.raw`r_l=r_{l-1}+(\hat k_l-1)\,J_{l-1}\qquad J_l=J_{l-1}\,s_l\qquad \xi_l=\xi_{l-1}-p_l\,J_{l-1}`;
}

/** What the layer of the sliders comes to, and the whole stack in a sentence. */
export function sizesOf(model: FieldModel): { readonly tex: string; readonly sentence: Text } {
  const { layer } = model.params;
  const below = field(model, layer - 1);
  const { size, jump } = field(model, model.layers.length);
  const { kernel, dilation } = model.layers[layer - 1] as StackLayer;
  const spread = dilation === 1 ? '' : `${dilation}\\cdot`;
  const pixels = jump === 1 ? '1 pixel' : `${jump} pixels`;
  return {
    tex: `r_{${layer}}=${below.size}+${spread}(${kernel}-1)\\cdot ${below.jump}=${field(model, layer).size}`,
    sentence: {
      en: `At the top: ${size} × ${size}, and the next unit ${pixels} on.`,
      zh: `顶层：${size} × ${size}，相邻单元错开 ${jump} 个像素。`,
    },
  };
}

/** The lines of every layer in LaTeX. */
export function latexOf(model: FieldModel): string {
  const lines = model.layers.map((_, i) =>
    sizeLines(model, i + 1, true)
      .map(({ head, parts, result }) => {
        const left = parts.join('').replaceAll('×', '\\times').replaceAll('−', '-');
        return `${head[0]}_{${i + 1}} = ${left} = ${result.replaceAll('−', '-')}`;
      })
      .join(', \\quad '),
  );
  return `\\begin{gathered}\n${lines.join(' \\\\\n')}\n\\end{gathered}`;
}
