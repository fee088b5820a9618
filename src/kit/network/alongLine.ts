import { cellText } from '../grid/digits.ts';
import { flightFrame } from '../motion/flightFrame.ts';
import { EMPTY, type FlightFrame, type FlightSetting, type Product, type Tint } from '../motion/frame.ts';
import { boxOf, chipAt, mixBox, ringFrom, rollOf, strengthOf, trail } from '../motion/parts.ts';
import { FAST, type PhaseId, phasesOf, progressOf } from '../motion/phases.ts';
import type { Flight } from '../scene/view.ts';
import type { Curve, Point } from '../window/curve.ts';
import { along, endsOf, LABEL_AT, labelPoint } from './line.ts';

/**
 * A step of a network: the number leaves its node, meets the weight where it is printed on the line, becomes the product
 * and goes on into the neuron. A term that comes along no line, such as the bias, flies from its cell. Pure.
 */
export function lineFrame(flight: Flight, setting: FlightSetting): FlightFrame {
  const [product] = flight.products;
  if (!product?.weight || flight.products.length > 1) return flightFrame(flight, setting);
  if (setting.speed >= FAST) return EMPTY;
  return travelling(product, product.weight, flight, setting);
}

function travelling(
  product: Product,
  weight: NonNullable<Product['weight']>,
  flight: Flight,
  setting: FlightSetting,
): FlightFrame {
  const { boxes } = setting;
  const { value, target, number } = product;
  const [from, to] = [boxOf(boxes, value.place), boxOf(boxes, target)];
  if (!from || !to) return flightFrame(flight, setting);
  const phases = phasesOf(flight, setting.speed);
  const at = (id: PhaseId): number => progressOf(phases, id, flight.fraction);
  const [glide, light, drop, merge, fly, take] = (
    ['glide', 'light', 'drop', 'merge', 'fly', 'take'] as const
  ).map(at) as [number, number, number, number, number, number];
  const isBrisk = !phases.some(({ id }) => id === 'drop');
  const ends = endsOf(from, to);
  const meeting = isBrisk ? ends[0] : labelPoint(from, to, LABEL_AT.source);
  const valueTint = strengthOf(value.number, setting.maxOf(value.place.grid));
  const productTint = strengthOf(number, setting.maxOf(target.grid));
  const tint: Tint = { from: valueTint, to: productTint, mix: fly > 0 ? 1 : merge };
  const chips: FlightFrame['chips'][number][] = [];
  const chip = (point: Point, text: string, more: Parameters<typeof chipAt>[4] = {}): void => {
    chips.push(chipAt(point, text, tint, setting, more));
  };
  if (fly > 0 && take < 1) {
    const ghosts = take > 0 ? [] : trail(straightCurve(meeting, ends[1]), fly);
    chip(along([meeting, ends[1]], fly), cellText(number), {
      opacity: Math.max(0, 1 - 2 * take),
      size: 1 - 0.35 * take,
      ghosts,
    });
  } else if (fly === 0 && !isBrisk && merge > 0)
    chip(meeting, `${cellText(value.number)}·${cellText(weight.number)} → ${cellText(number)}`);
  else if (fly === 0 && !isBrisk && light >= 1) chip(along([ends[0], meeting], drop), cellText(value.number));
  const ring = (of: 'value' | 'weight', place: Product['target']): FlightFrame['rings'] => {
    const box = boxOf(boxes, place);
    const came = ringFrom(setting.view.grids[place.grid], place.grid, boxes);
    if (!box) return [];
    return [
      {
        of,
        radius: boxes[place.grid]?.radius,
        box: came ? mixBox(came, box, glide) : box,
        opacity: came ? 1 : Math.max(glide, light),
      },
    ];
  };
  return {
    ...EMPTY,
    direction: flight.direction,
    rings: [...ring('value', value.place), ...ring('weight', weight.place)],
    chips,
    rolling: rollOf(product, flight, setting, take),
  };
}

const straightCurve = (a: Point, b: Point): Curve => [a, along([a, b], 1 / 3), along([a, b], 2 / 3), b];
