import { cellName } from '../../formula/cellName.ts';
import { placeOfFilter } from '../../kit/ablation/breaks.ts';
import { scoreOf, shareOf } from '../../kit/ablation/shares.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { type BrokenModel, exactParts } from './model.ts';
import type { BrokenParams } from './parameters.ts';

export interface BrokenView extends SceneView {
  readonly equations: readonly Equation[];
  /** The class whose score is written out. */
  readonly row: number;
}

const at = (grid: string, row: number, col: number): Place => ({ grid, plane: 0, row, col });

export function viewOf(
  model: BrokenModel,
  _: Moment,
  { asked, full }: ViewOptions<BrokenParams>,
): BrokenView {
  const { shares, now, label, bench, reading, params } = model;
  const isShare = asked?.grid === 'share';
  const row = isShare || asked?.grid === 'logits' ? asked.row : label;
  const { layer, index } = placeOfFilter(params.filter);
  const placeOf = (tensor: string, place: readonly number[]): Place | null => {
    if (tensor === 'share') return at('share', place[0] as number, place[1] as number);
    // Of the sixteen maps one is on the stage.
    const isShown = tensor === 'x' && layer === 1 && place[1] === index;
    return isShown ? at('y', place[2] as number, place[3] as number) : null;
  };
  const sum = isShare
    ? sumEquation(shareOf(exactParts(), now, row, asked.col), {
        ...{ full, placeOf },
        target: asked,
        head: cellName('s', [row, asked.col]),
      })
    : sumEquation(scoreOf(exactParts(), now.logits, shares, row), {
        ...{ full, placeOf },
        target: at('logits', row, 0),
        head: cellName('z', [row]),
      });
  const counted =
    bench && reading
      ? [
          expressionEquation({
            head: '',
            parts: [`${reading.correct} / ${bench.digits.labels.length}`],
            value: reading.correct / bench.digits.labels.length,
            digits: 4,
            full,
          }),
        ]
      : [];
  return {
    grids: {
      share: {
        windows: [
          ...(layer === 1 ? [{ row: 0, col: index, rows: 10, cols: 1, role: 'window' as const }] : []),
          { row, col: isShare ? asked.col : 0, rows: 1, cols: isShare ? 1 : 16, role: 'result' },
        ],
      },
      logits: { windows: [{ row, col: 0, rows: 1, cols: 1, role: 'result' }] },
    },
    equations: [sum, ...counted],
    row,
  };
}
