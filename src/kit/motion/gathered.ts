import type { Place } from '../../playback/place.ts';
import { cellText } from '../grid/digits.ts';
import type { Flight } from '../scene/view.ts';
import { type Box, middleOf } from '../stage/boxes.ts';
import { curveBetween, flightCurve, pointOn } from '../window/curve.ts';
import {
  type Chip,
  EMPTY,
  type FlightFrame,
  type FlightSetting,
  type Product,
  type Resting,
  type Tint,
} from './frame.ts';
import {
  boxOf,
  CHIP_HEIGHT,
  chipAt,
  mixBox,
  ringFrom,
  rollOf,
  straight,
  strengthOf,
  trail,
} from './parts.ts';
import { type Phase, type PhaseId, progressOf } from './phases.ts';

/** How much of the light other cells lose while a pair is multiplied: they are seen at 45 %. */
const DIMMED = 0.55;

/** Forwards, and in a backward pass that gathers: a pair becomes a product and flies into the sum. */
export function gathered(
  product: Product,
  flight: Flight,
  phases: readonly Phase[],
  setting: FlightSetting,
): FlightFrame {
  const { boxes, view } = setting;
  const { fraction } = flight;
  const at = (id: PhaseId): number => progressOf(phases, id, fraction);
  const { value, weight, number } = product;
  const valueBox = boxOf(boxes, value.place);
  const weightBox = boxOf(boxes, weight?.place);
  const productBox = boxOf(boxes, product.product);
  const targetBox = boxOf(boxes, product.target);
  const start = valueBox ?? weightBox ?? productBox;
  if (!start) return EMPTY;
  const brisk = !phases.some(({ id }) => id === 'settle');
  const [glide, light, drop, merge, settle, fly, take] = (
    ['glide', 'light', 'drop', 'merge', 'settle', 'fly', 'take'] as const
  ).map(at) as [number, number, number, number, number, number, number];

  const ring = (of: 'value' | 'weight', box: Box | null, place?: Place): FlightFrame['rings'] => {
    if (!box || !place) return [];
    const from = ringFrom(view.grids[place.grid], place.grid, boxes);
    return [
      {
        of,
        radius: boxes[place.grid]?.radius,
        box: from ? mixBox(from, box, glide) : box,
        opacity: from ? 1 : Math.max(glide, light),
      },
    ];
  };
  const rings = [...ring('value', valueBox, value.place), ...ring('weight', weightBox, weight?.place)];
  const areaOf = (place: Place | undefined): Box[] => {
    const box = place && boxes[place.grid];
    return box ? [box] : [];
  };
  const veil = {
    areas: [...areaOf(value.place), ...areaOf(weight?.place)],
    holes: [valueBox, weightBox].filter((box): box is Box => box !== null),
    opacity: DIMMED * light * (1 - (brisk ? fly : settle)),
  };

  const weightTint = weight ? strengthOf(weight.number, setting.maxOf(weight.place.grid)) : 0;
  const productTint = strengthOf(number, setting.maxOf(product.product?.grid ?? product.target.grid));
  const tint: Tint = { from: weight ? weightTint : productTint, to: productTint, mix: weight ? merge : 1 };
  const home = productBox ?? start;
  const toHome = straight(start, home);
  const toTarget = targetBox ? flightCurve(home, targetBox) : toHome;
  const text = cellText(number);
  const chips: Chip[] = [];
  // Several at once are no larger than their cells, and say no more than their product.
  const many = flight.products.length > 1;
  const size = many ? Math.min(1, home.height / (1.25 * CHIP_HEIGHT)) : 1;
  const flying = fly > 0 && take < 1;
  if (flying)
    chips.push(
      chipAt(pointOn(toTarget, fly), text, { ...tint, mix: 1 }, setting, {
        opacity: Math.max(0, 1 - 2 * take),
        size: size * (1 - 0.35 * take),
        ghosts: take > 0 || many ? [] : trail(toTarget, fly),
      }),
    );
  else if (fly === 0 && settle > 0 && !brisk)
    chips.push(chipAt(pointOn(toHome, settle), text, { ...tint, mix: 1 }, setting, { size }));
  else if (fly === 0 && merge > 0 && !brisk && weight && settle === 0)
    chips.push(
      chipAt(
        middleOf(start),
        many ? text : `${cellText(value.number)}·${cellText(weight.number)} → ${text}`,
        tint,
        setting,
        { size },
      ),
    );
  else if (fly === 0 && light >= 1 && !brisk && weight && weightBox && merge === 0)
    chips.push(
      chipAt(pointOn(straight(weightBox, start), drop), `×${cellText(weight.number)}`, tint, setting, {
        size,
      }),
    );
  const resting: Resting[] =
    productBox && (fly > 0 || (brisk && light >= 1))
      ? [{ box: productBox, text, tint: { ...tint, mix: 1 }, opacity: 1 }]
      : [];
  const paths: FlightFrame['paths'][number][] = [];
  if (!brisk && !many && weightBox && drop > 0 && merge === 0)
    paths.push({ curve: straight(weightBox, start), to: 'product', opacity: 1 });
  if (!brisk && !many && productBox && (settle > 0 || fly > 0) && take === 0) {
    if (valueBox) paths.push({ curve: curveBetween(valueBox, productBox), to: 'product', opacity: settle });
    if (weightBox) paths.push({ curve: curveBetween(weightBox, productBox), to: 'product', opacity: settle });
  }
  if (fly > 0 && targetBox) paths.push({ curve: toTarget, to: 'target', opacity: 1 - take });
  return {
    ...EMPTY,
    direction: flight.direction,
    ...{ rings, veil, chips, resting, paths },
    rolling: rollOf(product, flight, setting, take),
  };
}
