import type { Text } from '../../language/language.ts';

/** How a parameter is set: which control the kit draws for it. `cells`: by typing into a grid; no control. */
export type ControlKind = 'slider' | 'choice' | 'switch' | 'cells';

/**
 * What a reader can set in a figure, on one line: the control, the validation and the text in a link all come
 * from it.
 */
export interface ParamSpec<T> {
  readonly label: Text;
  readonly control: ControlKind;
  readonly default: T;
  /** The text in a link. */
  format(value: T): string;
  /** The value of a text from a link; undefined when the text is none. Never throws. */
  parse(text: string): T | undefined;
  /** The nearest value inside the range. */
  clamp(value: T): T;
  /** Sliders: the widest range, and the distance between two places (0: continuous). */
  readonly range?: readonly [min: number, max: number];
  readonly step?: number;
  /** Sliders whose places are not equally far apart: the place of a number, and the number at a whole place. */
  readonly places?: { of(value: T): number; at(place: number): T };
  /** Sliders whose places have names instead of numbers. */
  words?(value: T): Text;
  /** Choices: their words, in order. */
  readonly options?: Readonly<Record<string, Text>>;
  /** How a choice looks; default: segments up to three options, else a menu. */
  readonly look?: 'segments' | 'menu';
}

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i;

/** A number as links write it. */
export function parseNumber(text: string): number | undefined {
  if (text.length > 32 || !NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

interface RangeOf {
  readonly label: Text;
  readonly default: number;
  readonly range: readonly [min: number, max: number];
}

/** A whole number in a range, set by a slider. With `words` its numbers only count places that have names. */
export function whole(of: RangeOf & { words?(value: number): Text }): ParamSpec<number> {
  const [min, max] = of.range;
  return {
    ...of,
    control: 'slider',
    step: 1,
    format: String,
    parse: parseNumber,
    clamp: (value) => (Number.isFinite(value) ? Math.min(max, Math.max(min, Math.round(value))) : of.default),
  };
}

/** A number in a range, set by a slider. `step` is the distance between two places of its thumb; typed numbers keep their own. */
export function real(of: RangeOf & { readonly step: number }): ParamSpec<number> {
  const [min, max] = of.range;
  return {
    ...of,
    control: 'slider',
    format: String,
    parse: parseNumber,
    clamp: (value) => (Number.isFinite(value) ? Math.min(max, Math.max(min, value)) + 0 : of.default),
  };
}

/** Where a slider stops within a power of ten: about an eighth further each time. */
const DECADE = [
  1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, 3.6, 4, 4.5, 5, 5.6, 6.3, 7, 8, 9,
] as const;

const stop = (place: number): number => {
  const inDecade = ((place % DECADE.length) + DECADE.length) % DECADE.length;
  return Number(`${DECADE[inDecade]}e${Math.floor(place / DECADE.length)}`);
};

/** The place of a positive number; between two stops a fraction. */
function placeOf(value: number): number {
  const decade = Number(value.toExponential().split('e')[1]);
  const first = decade * DECADE.length;
  const place = first + DECADE.findLastIndex((_, i) => stop(first + i) <= value);
  return place + Math.log(value / stop(place)) / Math.log(stop(place + 1) / stop(place));
}

/** A positive number whose slider goes by ratios, not by differences; typed numbers keep their own. */
export function logarithmic(of: RangeOf): ParamSpec<number> {
  return { ...real({ ...of, step: 0 }), places: { of: placeOf, at: stop } };
}

/** One of a few words; the keys of `options` are its values and its texts in a link. */
export function choice<const Options extends Readonly<Record<string, Text>>>(of: {
  readonly label: Text;
  readonly options: Options;
  readonly default: keyof Options & string;
  readonly look?: 'segments' | 'menu';
}): ParamSpec<keyof Options & string> {
  const isOption = (text: string): text is keyof Options & string => Object.hasOwn(of.options, text);
  return {
    ...of,
    control: 'choice',
    format: (value) => value,
    parse: (text) => (isOption(text) ? text : undefined),
    clamp: (value) => (isOption(value) ? value : of.default),
  };
}

/** On or off; in a link `1` or `0`. */
export function flag(of: { readonly label: Text; readonly default: boolean }): ParamSpec<boolean> {
  return {
    ...of,
    control: 'switch',
    format: (value) => (value ? '1' : '0'),
    parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    clamp: (value) => value === true,
  };
}

/** A number that is set in a cell of a grid, not by a slider. */
export function cell(of: RangeOf): ParamSpec<number> {
  return { ...real({ ...of, step: 0 }), control: 'cells' };
}

/** A whole number that no slider sets: which filter is looked at, a seed. */
export function wholeCell(of: RangeOf): ParamSpec<number> {
  return { ...whole(of), control: 'cells' };
}

/**
 * Numbers that the reader typed into the cells of a grid, each within ±`limit`; null while none was typed.
 * In a link: `1,-2,0.5`.
 */
export function cells(of: {
  readonly label: Text;
  readonly most: number;
  readonly limit: number;
  readonly default?: readonly number[] | null;
}): ParamSpec<readonly number[] | null> {
  const within = (value: number): number =>
    // A link writes −0 as 0, so there is none.
    Number.isFinite(value) ? Math.min(of.limit, Math.max(-of.limit, value)) + 0 : 0;
  return {
    label: of.label,
    control: 'cells',
    default: of.default ?? null,
    format: (value) => (value ? value.join(',') : ''),
    parse: (text) => {
      if (text === '') return null;
      if (text.length > of.most * 24) return undefined;
      const values = text.split(',').map(parseNumber);
      if (values.length > of.most || values.some((value) => value === undefined)) return undefined;
      return values as number[];
    },
    clamp: (value) => (value?.length ? value.slice(0, of.most).map(within) : null),
  };
}
