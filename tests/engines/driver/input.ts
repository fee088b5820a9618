import type { Driver } from './driver.ts';

/** One source of input and what it does, as W3C's WebDriver writes it. */
export type Action =
  | { readonly type: 'key'; readonly id: string; readonly actions: readonly KeyStep[] }
  | {
      readonly type: 'pointer';
      readonly id: string;
      readonly parameters: { readonly pointerType: 'mouse' };
      readonly actions: readonly PointerStep[];
    };

interface KeyStep {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

type PointerStep =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 };

/** A place in the window, in CSS pixels. */
export type Spot = readonly [x: number, y: number];

/** The code points that WebDriver gives to keys without a character. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Control: '\uE009',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const MOVE_MS = 40;

/** Presses keys at once, as `press(driver, 'Control', 'v')`; what has the focus gets them. */
export function press(driver: Driver, ...keys: readonly string[]): Promise<void> {
  const values = keys.map((key) => KEYS[key] ?? key);
  const down = values.map((value) => ({ type: 'keyDown', value }) as const);
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }) as const);
  return driver.act([{ type: 'key', id: 'keyboard', actions: [...down, ...up] }]);
}

/** Presses the mouse at the first place, leads it along the others, and lets go. */
export const drag = (driver: Driver, [first, ...others]: readonly [Spot, ...Spot[]]): Promise<void> =>
  useMouse(driver, [
    move(first, 0),
    { type: 'pointerDown', button: 0 },
    ...others.map((spot) => move(spot, MOVE_MS)),
    { type: 'pointerUp', button: 0 },
  ]);

/** Takes the mouse to the corner of the window, off everything that answers to it. */
export const takeMouseAway = (driver: Driver): Promise<void> => useMouse(driver, [move([1, 1], 0)]);

const move = ([x, y]: Spot, duration: number): PointerStep => ({
  type: 'pointerMove',
  x: Math.round(x),
  y: Math.round(y),
  duration,
});

const useMouse = (driver: Driver, actions: readonly PointerStep[]): Promise<void> =>
  driver.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);

/** Clicks at a place of the window. */
export const click = (driver: Driver, at: Spot): Promise<void> => drag(driver, [at]);
