import { cellText } from '../grid/digits.ts';
import type { Flight } from '../scene/view.ts';
import { pointOn } from '../window/curve.ts';
import {
  type Chip,
  EMPTY,
  type FlightFrame,
  type FlightSetting,
  type Product,
  type Resting,
  type Tint,
} from './frame.ts';
import { boxOf, CHIP_HEIGHT, chipAt, rollOf, straight, strengthOf } from './parts.ts';
import { type Phase, type PhaseId, progressOf, STAGGER } from './phases.ts';

/** Out of one gradient: its copies meet the weights and travel back to where they are added. */
export function scattered(
  product: Product,
  i: number,
  flight: Flight,
  phases: readonly Phase[],
  setting: FlightSetting,
): FlightFrame {
  const { boxes } = setting;
  const { fraction } = flight;
  const at = (id: PhaseId, delay = 0): number => progressOf(phases, id, fraction, delay);
  const { value, weight, number } = product;
  const valueBox = boxOf(boxes, value.place);
  const weightBox = boxOf(boxes, weight?.place);
  const targetBox = boxOf(boxes, product.target);
  const home = boxOf(boxes, product.product) ?? weightBox ?? targetBox;
  if (!valueBox || !home) return EMPTY;
  const brisk = !phases.some(({ id }) => id === 'split');
  const count = flight.products.length;
  // The last copy arrives when the phase ends, however many there are.
  const split = Math.min(1, at('split', Math.min(STAGGER, 0.1 / count) * i));
  const splitAll = at('split');
  const [lift, meet, made, travel, add, rest] = (
    ['lift', 'meet', 'product', 'travel', 'add', 'rest'] as const
  ).map((id) => at(id)) as [number, number, number, number, number, number];
  const grow = 3 * lift * (1 - rest);
  const rings = [
    {
      box: {
        x: valueBox.x - grow / 2,
        y: valueBox.y - grow / 2,
        width: valueBox.width + grow,
        height: valueBox.height + grow,
      },
      of: 'value' as const,
      opacity: lift * (1 - rest),
    },
  ];
  const gradientTint = strengthOf(value.number, setting.maxOf(value.place.grid));
  const productTint = strengthOf(number, setting.maxOf(product.product?.grid ?? product.target.grid));
  const tint: Tint = { from: gradientTint, to: productTint, mix: made };
  const text = cellText(number);
  const chips: Chip[] = [];
  const resting: Resting[] = [];
  const paths: FlightFrame['paths'][number][] = [];
  const toHome = straight(valueBox, home);
  const back = targetBox ? straight(brisk ? valueBox : home, targetBox) : toHome;
  const small = Math.min(1, home.height / CHIP_HEIGHT);
  const landed = !brisk && splitAll >= 1;
  if (travel > 0 && add < 1)
    chips.push(
      chipAt(pointOn(back, travel), text, { ...tint, mix: 1 }, setting, {
        opacity: Math.max(0, 1 - 2 * add),
        size: small,
      }),
    );
  else if (travel === 0 && landed && made === 0 && weight && weightBox && meet > 0) {
    resting.push({ box: home, text: cellText(value.number), tint: { ...tint, mix: 0 }, opacity: 1 });
    chips.push(
      chipAt(
        pointOn(straight(weightBox, home), meet),
        `×${cellText(weight.number)}`,
        { ...tint, mix: 0 },
        setting,
        {
          size: small,
        },
      ),
    );
  } else if (travel === 0 && landed)
    resting.push({
      box: home,
      text: made >= 0.5 || !weight ? text : cellText(value.number),
      tint,
      opacity: 1,
    });
  else if (!brisk && travel === 0 && split > 0) {
    chips.push(
      chipAt(pointOn(toHome, split), cellText(value.number), { ...tint, mix: 0 }, setting, { size: small }),
    );
    paths.push({ curve: toHome, to: 'product', opacity: 1 - split });
  }
  return {
    ...EMPTY,
    direction: flight.direction,
    ...{ rings, chips, resting, paths },
    rolling: rollOf(product, flight, setting, add),
  };
}
