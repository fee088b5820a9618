import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Place } from '../../playback/place.ts';
import { expressionEquation, sumEquation } from '../scene/equations.ts';
import type { Equation, ExpressionPart } from '../scene/view.ts';
import { FACTS } from './nodes.ts';
import type { DigitPass } from './pass.ts';
import { shareParts } from './sharesLine.ts';
import { placeOfFactor, type Subject } from './subject.ts';
import { tileOf } from './tile.ts';

/** `z₁₁,₇,₅`: its letter, its map where there are several, row and column. */
export function headOf({ node, isBack, spot }: Subject): string {
  const { symbols, maps, cols } = FACTS[node];
  const symbol = symbols[isBack ? 1 : 0];
  if (cols === 1) return cellName(symbol, [spot.row]);
  return cellName(maps > 1 ? `${symbol}_${spot.plane}` : symbol, [spot.row, spot.col]);
}

/** The arithmetic of the subject: first the number itself, then, where it is a sum over several maps, one map's share. */
export function equationsOf(
  pass: DigitPass,
  subject: Subject,
  { full, tile }: { readonly full: boolean; readonly tile: number },
): Equation[] {
  const { explanation, tiles, bias, isBack, value, gradient, place } = subject;
  const head = headOf(subject);
  const made = isBack ? gradient : value;
  const text = (number: number): string => printNumber(number, { full }).text;
  const line = (parts: readonly ExpressionPart[]): Equation[] => [
    expressionEquation({ head, parts, value: made, full, target: place }),
  ];
  const found = new Map<string, Place | null>();
  /** Factors are found by tensor and index in the line: of those of the pass, only what the layer read stands somewhere. */
  const placeOf = (tensor: string, index: readonly number[]): Place | null => {
    const key = `${tensor} ${index}`;
    if (!found.has(key)) found.set(key, placeOfFactor(subject, { tensor, index, value: 0 }));
    return found.get(key) ?? null;
  };
  if (!explanation) return line(givenParts(pass, subject, text));
  switch (explanation.kind) {
    case 'choice':
      return line([
        'max(',
        ...explanation.candidates.flatMap((one, i): ExpressionPart[] => [
          ...(i > 0 ? [', '] : []),
          { text: text(one.value), place: placeOfFactor(subject, one) },
        ]),
        ')',
      ]);
    case 'function': {
      const { argument, upstream, result } = explanation;
      return upstream
        ? line([
            text(result),
            ' × ',
            { text: operand(text(upstream.value)), place: placeOfFactor(subject, upstream) },
          ])
        : line(['max(0, ', { text: text(argument.value), place: placeOfFactor(subject, argument) }, ')']);
    }
    case 'sum': {
      const common = { full, placeOf };
      if (tiles.length < 2)
        return [
          sumEquation(explanation, { ...common, target: place, head, longest: explanation.terms.length }),
        ];
      const shown = tiles[tileOf(subject, tile)] as (typeof tiles)[number];
      const shares = tiles.map(({ map, sum }) => ({
        factors: [{ tensor: 's', index: [0, map], value: sum }],
        value: sum,
      }));
      const total = { ...explanation, terms: [...shares, ...(bias ? [bias] : [])] };
      const own = { ...explanation, tensor: 's', index: [shown.map], terms: shown.terms, value: shown.sum };
      return [
        sumEquation(total, { ...common, target: place, head }),
        sumEquation(own, {
          ...common,
          target: { grid: 's', plane: shown.map, row: 0, col: 0 },
          head: cellName('s', [shown.map]),
          longest: shown.terms.length,
        }),
      ];
    }
    default:
      return [];
  }
}

/**
 * A pixel is a byte over 255; a share an exponential over all of them. Back from the loss, a score's gradient is the share less
 * its target; from a score it is given; from a share it is the slope of softmax.
 */
function givenParts(
  { pixels, values, label, of }: DigitPass,
  { node, spot, isBack }: Subject,
  text: (number: number) => string,
): ExpressionPart[] {
  if (node === 'image') return [`${pixels[spot.row * FACTS.image.cols + spot.col]} / 255`];
  const at = (grid: string, row: number): Place => ({ grid, plane: 0, row, col: 0 });
  const own = spot.row;
  if (isBack) {
    const share = (row: number): ExpressionPart => ({
      text: text(values.probs.data[row] as number),
      place: at('probs', row),
    });
    if (of === 'score') return [own === label ? '1' : '0'];
    if (of === 'loss') return [share(own), ` − ${own === label ? 1 : 0}`];
    if (own !== label) return ['−', share(label), ' × ', share(own)];
    const others = Array.from(values.probs.data.keys()).filter((row) => row !== label);
    return [share(label), ' × (', ...others.flatMap((row, i) => [i > 0 ? ' + ' : '', share(row)]), ')'];
  }
  return shareParts(values.logits.data, own, text, (row) => at('logits', row));
}
