import { FACTS } from '../../kit/digitPass/nodes.ts';
import { quickWeights } from '../../kit/digitPass/quick.ts';
import type { PushState, Unit } from '../../kit/digitPass/walk.ts';
import type { Equation, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Moment } from '../../playback/track.ts';
import { at, equationsOf } from './lines.ts';
import { type Control, controlOf, type PushModel, type Size, sizeOf } from './model.ts';
import type { PushParams } from './parameters.ts';
import { WORDS } from './words.ts';

const SIDE = FACTS.image.rows;

/** What is on the screen after so many steps. */
export interface PushView extends SceneView {
  readonly equations: readonly Equation[];
  readonly step: number;
  readonly state: PushState;
  readonly size: Size;
  /** null: nothing is compared while a picture grows. */
  readonly control: Control | null;
  /** The cosine between the kernel and what has grown under it; null: it is no kernel of the first layer, or nothing has. */
  readonly alike: number | null;
}

const changeOf = keepLast(
  (x: Float64Array, start: Float64Array): Float64Array => x.map((pixel, i) => pixel - (start[i] as number)),
);

export function viewOf(model: PushModel, moment: Moment, { asked, full }: ViewOptions<PushParams>): PushView {
  const { walk, params, unit } = model;
  const step = Math.floor(moment.position);
  const state = walk.at(step);
  const before = walk.at(Math.max(0, step - 1));
  const { start } = walk.push;
  const change = changeOf(state.x, start);
  const control = params.mode === 'fool' ? controlOf(start, state.x, params.clip, params.seed) : null;
  const isPixel = asked !== null && asked.grid !== 'probs' && asked.grid !== 'unit' && asked.grid !== 'w';
  const pixel = isPixel ? asked.row * SIDE + asked.col : strongest(before.gradient);
  const here = { plane: 0, row: Math.floor(pixel / SIDE), col: pixel % SIDE };
  const window = { ...here, rows: 1, cols: 1, role: 'result' as const };
  const reading = { ...receptive(unit), role: 'window' as const };
  const isGrown = params.mode === 'grow';
  const windows = isGrown ? [reading, window] : [window];
  const grids: Record<string, GridView> = {
    x: { values: state.x, name: WORDS.result, windows, here },
    dx: { values: before.gradient, name: WORDS.step, windows: [window], here },
    ...(!isGrown && {
      x0: { windows: [window], here },
      change: { values: change, windows: [window], here },
      shuffled: { values: control?.x, windows: [window], here },
      probs: { values: state.shares },
    }),
    ...(isGrown && { unit: { values: [state.value] } }),
  };
  return {
    ...{ step, state, control, grids, size: sizeOf(change) },
    alike: isGrown && unit.layer === 'conv1' ? cosine(unit, change) : null,
    equations: equationsOf(
      model,
      { step, state, before, control, change },
      asked ?? at('x', here.row, here.col),
      full,
    ),
  };
}

function strongest(gradient: Float64Array): number {
  let best = 0;
  for (let i = 1; i < gradient.length; i++)
    if (Math.abs(gradient[i] as number) > Math.abs(gradient[best] as number)) best = i;
  return best;
}

/** The pixels on which a unit depends: 5 × 5, 14 × 14, or all; those of an even square reach one farther to the left. */
export function receptive({ layer }: Unit): { row: number; col: number; rows: number; cols: number } {
  if (layer === 'logits') return { row: 0, col: 0, rows: SIDE, cols: SIDE };
  const [row, rows] = layer === 'conv1' ? [SIDE / 2 - 2, 5] : [SIDE / 2 - 6, 14];
  return { row, col: row, rows, cols: rows };
}

function cosine({ k }: Unit, change: Float64Array): number | null {
  const [w1] = quickWeights();
  const { row, col, rows, cols } = receptive({ layer: 'conv1', k });
  let [dot, ww, cc] = [0, 0, 0];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      const [w, d] = [w1[(k * rows + r) * cols + c] as number, change[(row + r) * SIDE + col + c] as number];
      dot += w * d;
      ww += w * w;
      cc += d * d;
    }
  return cc === 0 ? null : dot / Math.sqrt(ww * cc);
}
