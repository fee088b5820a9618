import type { Place } from '../../playback/place.ts';
import { cellText } from '../grid/digits.ts';
import type { Flight, GridView, SceneView } from '../scene/view.ts';
import { type Box, type Boxes, middleOf, placeBox } from '../stage/boxes.ts';
import { textWidth } from '../stage/textWidth.ts';
import { type Curve, curveBetween, flightCurve, type Point, pointOn } from '../window/curve.ts';
import { FAST, type Phase, type PhaseId, phasesOf, progressOf, STAGGER } from './phases.ts';

/** A colour on the scale of values: from one number's tint to another's. Strengths run from −1 to 1. */
export interface Tint {
  readonly from: number;
  readonly to: number;
  /** 0 … 1 */
  readonly mix: number;
}

/** A number under way. `x` and `y` are its middle. */
export interface Chip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly tint: Tint;
  readonly opacity: number;
  /** What it leaves behind on its way: fainter and smaller. */
  readonly ghosts: readonly {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly opacity: number;
  }[];
}

/** A number that lies in its cell before the scene counts it. */
export interface Resting {
  readonly box: Box;
  readonly text: string;
  readonly tint: Tint;
  readonly opacity: number;
}

/** A sum that takes a product in: its digits roll from the old number to the new. */
export interface Rolling {
  readonly box: Box;
  /** In a node: how round it is. */
  readonly radius?: number | undefined;
  readonly from: string;
  readonly to: string;
  /** 0: the old number, 1: the new one. */
  readonly roll: number;
}

/** What lies over the grids at one moment of a step. */
export interface FlightFrame {
  readonly direction: Flight['direction'];
  /** Around the two numbers that are multiplied. */
  readonly rings: readonly {
    readonly box: Box;
    readonly of: 'value' | 'weight';
    readonly opacity: number;
    /** Around a node: how round it is. */
    readonly radius?: number | undefined;
  }[];
  /** Over the grids of the pair, all but the pair itself: at 0.55 they are seen at 45 %. */
  readonly veil: { readonly areas: readonly Box[]; readonly holes: readonly Box[]; readonly opacity: number };
  readonly paths: readonly {
    readonly curve: Curve;
    readonly to: 'product' | 'target';
    readonly opacity: number;
  }[];
  readonly chips: readonly Chip[];
  readonly resting: readonly Resting[];
  readonly rolling: readonly Rolling[];
}

/** What a frame is made from. */
export interface FlightSetting {
  readonly boxes: Boxes;
  readonly view: SceneView;
  /** Steps a second. */
  readonly speed: number;
  readonly width: number;
  readonly height: number;
  /** The magnitude at which the colour of a grid is full. */
  maxOf(grid: string): number;
}

export type Product = Flight['products'][number];

const DIMMED = 0.55;
const CHIP_HEIGHT = 27;
const CHIP_TEXT = 15;
export const EMPTY_FRAME: FlightFrame = {
  ...{ direction: 'forward', rings: [], paths: [], chips: [], resting: [], rolling: [] },
  veil: { areas: [], holes: [], opacity: 0 },
};

export const boxOf = (boxes: Boxes, place: Place | null | undefined): Box | null => {
  const box = place && boxes[place.grid];
  return box && place ? placeBox(box, place) : null;
};

export const strengthOf = (number: number, max: number): number => Math.min(1, Math.max(-1, number / max));

export const mixBox = (a: Box, b: Box, t: number): Box => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  width: a.width + (b.width - a.width) * t,
  height: a.height + (b.height - a.height) * t,
});

export const straight = (from: Box, to: Box): Curve => {
  const [a, b] = [middleOf(from), middleOf(to)];
  const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  return [a, at(1 / 3), at(2 / 3), b];
};

/** The frame of a step, drawn over the grids: a pure function of the flight and of where things stand. */
export function flightFrame(flight: Flight, setting: FlightSetting): FlightFrame {
  if (setting.speed >= FAST) return { ...EMPTY_FRAME, direction: flight.direction };
  const phases = phasesOf(flight, setting.speed);
  const frames = flight.products.map((product, i) =>
    flight.direction === 'scatter'
      ? scattered(product, i, flight, phases, setting)
      : gathered(product, flight, phases, setting),
  );
  const all = <K extends 'rings' | 'paths' | 'chips' | 'resting' | 'rolling'>(part: K): FlightFrame[K] =>
    frames.flatMap((frame) => [...frame[part]]) as unknown as FlightFrame[K];
  const [first] = frames;
  return {
    direction: flight.direction,
    rings: flight.direction === 'scatter' ? (first?.rings ?? []) : all('rings'),
    veil: first?.veil ?? EMPTY_FRAME.veil,
    paths: all('paths'),
    chips: all('chips'),
    resting: all('resting'),
    rolling: all('rolling'),
  };
}

/** A chip around a number, kept within the stage. */
export function chipAt(
  [x, y]: Point,
  text: string,
  tint: Tint,
  { width: wide, height: high }: FlightSetting,
  { opacity = 1, size = 1, ghosts = [] }: { opacity?: number; size?: number; ghosts?: Chip['ghosts'] } = {},
): Chip {
  const height = CHIP_HEIGHT * size;
  const width = Math.min(wide, Math.max(height * 1.35, (textWidth(text, CHIP_TEXT, true) + 16) * size));
  const within = (n: number, side: number, room: number): number =>
    Math.min(room - side / 2, Math.max(side / 2, n));
  return {
    x: within(x, width, wide),
    y: within(y, height, high),
    width,
    height,
    text,
    tint,
    opacity,
    ghosts,
  };
}

/** Three fainter, smaller discs behind a chip on its way. */
export function trail(curve: Curve, t: number): Chip['ghosts'] {
  if (t <= 0 || t >= 1) return [];
  const fade = Math.min(1, t / 0.2, (1 - t) / 0.2);
  return [1, 2, 3].map((n) => {
    const [x, y] = pointOn(curve, Math.max(0, t - 0.09 * n));
    return { x, y, r: 10 - 2.5 * n, opacity: (0.5 - 0.13 * n) * fade };
  });
}

/** The cells that the last product came from: the ring sets out from there. */
export function ringFrom(view: GridView | undefined, grid: string, boxes: Boxes): Box | null {
  for (const [key, { kind }] of view?.marks ?? [])
    if (kind === 'active') {
      const [plane = 0, row = 0, col = 0] = key.split(',').map(Number);
      return boxOf(boxes, { grid, plane, row, col });
    }
  return null;
}

/** The number that a sum has before and after the product. */
export function rollOf(product: Product, { view, boxes }: FlightSetting, roll: number): Rolling[] {
  const box = boxOf(boxes, product.target);
  const grid = boxes[product.target.grid];
  if (!box || !grid || roll <= 0) return [];
  const { plane, row, col } = product.target;
  const index = (plane * grid.rows + row) * grid.cols + col;
  const before = view.grids[product.target.grid]?.partial?.(index);
  const from = before === undefined ? '' : cellText(before);
  return [{ box, radius: grid.radius, from, to: cellText((before ?? 0) + product.number), roll }];
}

/** Forwards, and in a backward pass that gathers: a pair becomes a product and flies into the sum. */
function gathered(
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
  if (!start) return EMPTY_FRAME;
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
  const flying = fly > 0 && take < 1;
  if (flying)
    chips.push(
      chipAt(pointOn(toTarget, fly), text, { ...tint, mix: 1 }, setting, {
        opacity: Math.max(0, 1 - 2 * take),
        size: 1 - 0.35 * take,
        ghosts: take > 0 ? [] : trail(toTarget, fly),
      }),
    );
  else if (fly === 0 && settle > 0 && !brisk)
    chips.push(chipAt(pointOn(toHome, settle), text, { ...tint, mix: 1 }, setting));
  else if (fly === 0 && merge > 0 && !brisk && weight && settle === 0)
    chips.push(
      chipAt(
        middleOf(start),
        `${cellText(value.number)}·${cellText(weight.number)} → ${text}`,
        tint,
        setting,
      ),
    );
  else if (fly === 0 && light >= 1 && !brisk && weight && weightBox && merge === 0)
    chips.push(
      chipAt(pointOn(straight(weightBox, start), drop), `×${cellText(weight.number)}`, tint, setting),
    );
  const resting: Resting[] =
    productBox && (fly > 0 || (brisk && light >= 1))
      ? [{ box: productBox, text, tint: { ...tint, mix: 1 }, opacity: 1 }]
      : [];
  const paths: FlightFrame['paths'][number][] = [];
  if (!brisk && weightBox && drop > 0 && merge === 0)
    paths.push({ curve: straight(weightBox, start), to: 'product', opacity: 1 });
  if (!brisk && productBox && (settle > 0 || fly > 0) && take === 0) {
    if (valueBox) paths.push({ curve: curveBetween(valueBox, productBox), to: 'product', opacity: settle });
    if (weightBox) paths.push({ curve: curveBetween(weightBox, productBox), to: 'product', opacity: settle });
  }
  if (fly > 0 && targetBox) paths.push({ curve: toTarget, to: 'target', opacity: 1 - take });
  return {
    ...EMPTY_FRAME,
    direction: flight.direction,
    ...{ rings, veil, chips, resting, paths },
    rolling: rollOf(product, setting, take),
  };
}

/** Out of one gradient: its copies meet the weights and travel back to where they are added. */
function scattered(
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
  if (!valueBox || !home) return EMPTY_FRAME;
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
    ...EMPTY_FRAME,
    direction: flight.direction,
    ...{ rings, chips, resting, paths },
    rolling: rollOf(product, setting, add),
  };
}
