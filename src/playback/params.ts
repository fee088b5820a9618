/**
 * What a reader can set in a figure. One line a parameter: the control, the validation and the text
 * in a link all come from it.
 */
export interface ParamSpec<T> {
  readonly default: T;
  /** The text in a link. */
  readonly format: (value: T) => string;
  /** The value of a text from a link; undefined when the text is none. Never throws. */
  readonly parse: (text: string) => T | undefined;
  /** The nearest value inside the range. */
  readonly clamp: (value: T) => T;
}

export type ParamSpecs<P> = { readonly [K in keyof P]: ParamSpec<P[K]> };

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e-?\d{1,3})?$/i;

function parseNumber(text: string): number | undefined {
  if (text.length > 32 || !NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A whole number from `min` to `max`. */
export function whole(initial: number, min: number, max: number): ParamSpec<number> {
  const clamp = (value: number): number => Math.min(max, Math.max(min, Math.round(value)));
  return {
    default: initial,
    format: String,
    parse: parseNumber,
    clamp: (value) => (Number.isFinite(value) ? clamp(value) : initial),
  };
}

/** A number from `min` to `max`. */
export function real(initial: number, min: number, max: number): ParamSpec<number> {
  return {
    default: initial,
    format: String,
    parse: parseNumber,
    clamp: (value) => (Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : initial),
  };
}

/** One of a few words. */
export function choice<T extends string>(initial: T, options: readonly T[]): ParamSpec<T> {
  return {
    default: initial,
    format: (value) => value,
    parse: (text) => options.find((option) => option === text),
    clamp: (value) => (options.includes(value) ? value : initial),
  };
}

/**
 * A list of numbers that the reader typed, each within ±`limit`; null while none was typed.
 * In a link: `1,-2,0.5`.
 */
export function numbers(
  maxCount: number,
  limit: number,
  initial: readonly number[] | null = null,
): ParamSpec<readonly number[] | null> {
  const within = (value: number): number => Math.min(limit, Math.max(-limit, value));
  return {
    default: initial,
    format: (value) => (value ? value.join(',') : ''),
    parse: (text) => {
      if (text === '') return null;
      if (text.length > maxCount * 24) return undefined;
      const values = text.split(',').map(parseNumber);
      if (values.length > maxCount || values.some((value) => value === undefined)) return undefined;
      return values as number[];
    },
    clamp: (value) => (value ? value.slice(0, maxCount).map(within) : null),
  };
}

/** The defaults of all parameters. */
export function defaultParams<P>(specs: ParamSpecs<P>): P {
  const params = {} as P;
  for (const key of Object.keys(specs) as (keyof P)[]) params[key] = specs[key].default;
  return params;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The parameters that differ from their defaults, as the texts of a link. */
export function formatParams<P>(specs: ParamSpecs<P>, params: P): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const key of Object.keys(specs) as (keyof P & string)[])
    if (!sameValue(params[key], specs[key].default)) texts[key] = specs[key].format(params[key]);
  return texts;
}

/** Parameters from the texts of a link. What is no value keeps its default and is named in `problems`. */
export function parseParams<P>(
  specs: ParamSpecs<P>,
  texts: Readonly<Record<string, string>>,
): { params: P; problems: string[] } {
  const params = defaultParams(specs);
  const problems: string[] = [];
  for (const key of Object.keys(specs) as (keyof P & string)[]) {
    const text = texts[key];
    if (text === undefined) continue;
    const value = specs[key].parse(text);
    if (value === undefined) {
      problems.push(key);
      continue;
    }
    params[key] = specs[key].clamp(value);
    if (!sameValue(params[key], value)) problems.push(key);
  }
  return { params, problems };
}
