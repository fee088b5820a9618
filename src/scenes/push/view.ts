import { type Control, controlOf, type Size, sizeOf } from '../../kit/digitPass/control.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { strongest } from '../../kit/digitPass/subject.ts';
import { likeness, unitField } from '../../kit/digitPass/unitField.ts';
import type { PushState } from '../../kit/digitPass/walk.ts';
import type { Equation, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Moment } from '../../playback/track.ts';
import { at, equationsOf } from './lines.ts';
import type { PushModel } from './model.ts';
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
  const pixel = isPixel ? asked.row * SIDE + asked.col : strongest(before.gradient, true);
  const here = { plane: 0, row: Math.floor(pixel / SIDE), col: pixel % SIDE };
  const window = { ...here, rows: 1, cols: 1, role: 'result' as const };
  const reading = { ...unitField(unit), role: 'window' as const };
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
    alike: isGrown && unit.layer === 'conv1' ? likeness(unit.k, change) : null,
    equations: equationsOf(
      model,
      { step, state, before, control, change },
      asked ?? at('x', here.row, here.col),
      full,
    ),
  };
}
