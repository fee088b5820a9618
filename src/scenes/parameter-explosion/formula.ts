import type { ExplosionModel } from './model.ts';
import type { ExplosionView } from './view.ts';

const DENSE = 'H\\,W\\,C\\cdot m+m';
const LOCAL = 'k^2\\,C\\cdot m+m';
const CONV = 'k^2\\,C\\cdot F+F';

/** The rule of the line in letters (Karpathy, CS231n). */
export function ruleOf({ params }: ExplosionModel, { subject }: ExplosionView): string {
  if (subject.kind === 'budget') return 'H\\,W\\le n';
  if (subject.kind === 'pixel') return "\\frac1n\\sum_{i',j'}Y_{i',j'}";
  if (subject.kind === 'nothing') return DENSE;
  const { kind, bar } = subject.row;
  if (kind === 'ratio') return `(${DENSE})\\,/\\,(${CONV})`;
  const rule = { dense: DENSE, local: LOCAL, conv: CONV }[bar];
  if (kind === 'bytes') return `4\\,(${rule})`;
  if (kind === 'work' || (subject.kind === 'bar' && params.measure === 'multiplyAdds'))
    return { dense: 'H\\,W\\,C\\cdot m', local: 'k^2\\,C\\cdot m', conv: "k^2\\,C\\cdot F\\cdot H'W'" }[bar];
  return rule;
}
