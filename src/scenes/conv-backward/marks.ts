import type { Factor } from '../../explain/explanation.ts';
import { markUnread, type Subject, targetOf } from '../../kit/convolution/subject.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { Place } from '../../playback/place.ts';
import type { BackwardModel } from './model.ts';
import { hasPlanes } from './parameters.ts';
import { type Pair, type Places, placesOf } from './subject.ts';

/** Grids whose planes lie one behind the other: what stands out on a covered sheet would be drawn across the one in front. */
const STACKED = ['x', 'w', 'dx', 'dw'];

/** Which cells stand out, grid by grid. */
export function marksOf(
  model: BackwardModel,
  asked: Place | null,
  { explanation, done, current, cropped }: Subject,
  places: Places,
  { channel }: Pair,
): MarkBook {
  const { channels } = model.params;
  const open = (place: Place | null): Place | null =>
    place && STACKED.includes(place.grid) && place.plane % channels !== channel ? null : place;
  const marks = new MarkBook((name, index) => open(places(name, index)));
  const home = placesOf(model);
  markUnread(model, marks);
  const shown = asked ? explanation.terms : explanation.terms.slice(0, done);
  for (const { factors } of shown)
    for (const factor of factors) {
      if (factor.virtual) continue;
      const other = factors.find((one) => one !== factor);
      const badge = factor.tensor === 'dy' && other ? timesText(other.value) : undefined;
      marks.factor(factor, { kind: 'source', badge });
      // What a pixel, a weight or the bias reached stands on the places of its gradient.
      if (factor.tensor === 'dy' && asked)
        marks.factor({ ...factor, tensor: 'y' }, { kind: 'reached', badge });
    }
  marks.active(current);
  // The weight of the moment stands out where it was before the turn as well.
  const weight = current?.factors.find(({ tensor }: Factor) => tensor === 'w');
  const before = weight && open(home('w', weight.index));
  if (before) marks.cell(before, { kind: 'active' });
  const target = targetOf(explanation, channels);
  // Several sheets have no border on which a product could land.
  if (!cropped || !hasPlanes(model.params)) marks.cell(target, { kind: 'target' });
  if (asked && target.grid !== 'y') marks.cell({ ...target, grid: target.grid.slice(1) }, { kind: 'target' });
  return marks;
}
