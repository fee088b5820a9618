import { cellName } from '../../formula/cellName.ts';
import { tex } from '../../formula/symbols.ts';
import type { Place } from '../../playback/place.ts';
import { sumEquation } from '../scene/equations.ts';
import type { Equation, GridView } from '../scene/view.ts';
import { drawnGrid, FACTS, gradientGrid, spotAt } from './nodes.ts';
import { windowsOf } from './regions.ts';
import { ruleOf } from './rule.ts';
import type { SubjectOrWeight } from './weightSubject.ts';
import { placeOfWeight, readNode, WEIGHT_FACTS, type Weight } from './weights.ts';

/** More products are not written out. */
const LONGEST = 40;
const REACH = 2;

/** `∂w₁₁,₀,₁,₂`: filter, map, row and column; of a dense weight the class and its number; of a bias the filter. */
export function weightHead({ name, filter, map, row, col }: Weight, isBack: boolean): string {
  const symbol = `${isBack ? 'd' : ''}${name[0]}`;
  return WEIGHT_FACTS[name].reads > 0
    ? cellName(`${symbol}_${filter}_${map}`, [row, col])
    : cellName(symbol, [filter]);
}

/** The products of all uses, without those that are 0. */
export function weightEquations(subject: SubjectOrWeight, weight: Weight, full: boolean): Equation[] {
  const { explanation, isBack, node, place } = subject;
  if (explanation?.kind !== 'sum') return [];
  const from = readNode(weight.name);
  const to = isBack ? gradientGrid(node) : node;
  const placeOf = (tensor: string, index: readonly number[]): Place | null => {
    if (tensor !== 'x' && tensor !== 'dy') return placeOfWeight(node, tensor, index);
    const [grid, of] = tensor === 'x' ? [from, from] : [to, node];
    if (index.length > 2)
      return { grid, plane: index[1] as number, row: index[2] as number, col: index[3] as number };
    return { grid, ...spotAt(of, index[1] as number) };
  };
  const met = explanation.terms.filter(({ value }) => value !== 0);
  const terms = met.length > 0 ? met : explanation.terms.slice(0, 1);
  return [
    sumEquation(
      { ...explanation, terms },
      {
        ...{ full, placeOf, longest: LONGEST },
        target: isBack ? place : { grid: 's', plane: 0, row: 0, col: 0 },
        head: isBack ? weightHead(weight, true) : 'Σ',
      },
    ),
  ];
}

/** The part of its map that a weight meets, and all that it helps to make. */
export function weightWindows({ node, isBack }: SubjectOrWeight, weight: Weight): Record<string, GridView> {
  const { reads } = WEIGHT_FACTS[weight.name];
  const from = readNode(weight.name);
  const made = isBack ? gradientGrid(node) : node;
  const isDense = node === 'logits';
  const all = {
    ...{ top: isDense ? weight.filter : 0, left: 0, plane: isDense ? 0 : weight.filter },
    ...{ bottom: isDense ? weight.filter : FACTS[node].rows - 1, right: FACTS[node].cols - 1 },
  };
  const [down, right] = [weight.row - REACH, weight.col - REACH];
  const last = FACTS[from].rows - 1;
  const met = isDense
    ? { top: weight.row, bottom: weight.row, left: weight.col, right: weight.col, plane: weight.map }
    : {
        ...{ top: Math.max(0, down), bottom: Math.min(last, last + down) },
        ...{ left: Math.max(0, right), right: Math.min(last, last + right) },
        plane: weight.map,
      };
  return {
    [made]: { windows: windowsOf(node, all, 'result') },
    ...(reads > 0 && { [drawnGrid(from, 'beside')]: { windows: windowsOf(from, met, 'window') } }),
  };
}

/** The rule of a weight's gradient; forwards that of the layer in which it stands. */
export function weightRule(subject: SubjectOrWeight, { name }: Weight): string {
  if (!subject.isBack) return ruleOf(subject);
  const { reads, node } = WEIGHT_FACTS[name];
  const above = tex(FACTS[node].symbols[1]);
  const below = tex(FACTS[readNode(name)].symbols[0]);
  if (node === 'logits')
    return reads > 0
      ? `${tex('dw', 'k,c,i,j')}=${tex('dlogits', 'k')}\\,${below}_{c,i,j}`
      : `${tex('db', 'k')}=${tex('dlogits', 'k')}`;
  return reads > 0
    ? `${tex('dw', 'f,c,u,v')}=\\sum_{i,j}${above}_{f,i,j}\\,${below}_{c,\\,i+u-2,\\,j+v-2}`
    : `${tex('db', 'f')}=\\sum_{i,j}${above}_{f,i,j}`;
}
