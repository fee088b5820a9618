import type { ParamSpec } from './spec.ts';

/** All parameters of a figure, by name. */
export type ParamTable<P> = { readonly [K in keyof P]: ParamSpec<P[K]> };

/** The values that a table of parameters describes. */
export type ParamsOf<Table> = {
  readonly [K in keyof Table]: Table[K] extends ParamSpec<infer T> ? T : never;
};

/** Ranges that depend on other parameters: the control and the validation read the same one. */
export type Ranges<P> = { readonly [K in keyof P]?: (params: P) => readonly [min: number, max: number] };

/** The only values that a slider can have now, in ascending order, where there are gaps between them. */
export type Values<P> = { readonly [K in keyof P]?: (params: P) => readonly number[] };

export type NameOf<P> = keyof P & string;

/** What belongs to a figure's parameters besides their table. */
export interface ParamRules<P> {
  readonly params: ParamTable<P>;
  readonly ranges?: Ranges<P> | undefined;
  readonly values?: Values<P> | undefined;
  /** Moves parameters that do not go together to the nearest ones that do. Idempotent, after the ranges. */
  readonly constrain?: ((params: P, changed?: NameOf<P>) => P) | undefined;
}

const namesOf = <P>(table: ParamTable<P>): NameOf<P>[] => Object.keys(table) as NameOf<P>[];
const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The range that a slider has now: its widest one, cut by the one that other parameters allow. */
export function rangeOf<P>(rules: ParamRules<P>, params: P, name: NameOf<P>): readonly [number, number] {
  const [min, max] = rules.params[name].range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const values = rules.values?.[name]?.(params);
  const now = values ? ([values[0] ?? min, values.at(-1) ?? max] as const) : rules.ranges?.[name]?.(params);
  if (!now) return [min, max];
  const least = Math.min(max, Math.max(min, now[0]));
  return [least, Math.max(least, Math.min(max, now[1]))];
}

/** The value that a slider takes when it is moved to one: the next that it can have on the way there, if it cannot have that one. */
export function towards<P>(rules: ParamRules<P>, params: P, name: NameOf<P>, asked: number): number {
  const values = rules.values?.[name]?.(params);
  if (!values) return asked;
  const up = values.find((value) => value >= asked);
  const down = values.findLast((value) => value <= asked);
  return (asked > (params[name] as number) ? (up ?? down) : (down ?? up)) ?? asked;
}

/** Brings parameters into their ranges and together, in the order in which the table lists them. */
export function settle<P>(rules: ParamRules<P>, params: P, changed?: NameOf<P>): P {
  const settled = { ...params };
  // A range may depend on any other parameter: first of all each is one that it can be.
  for (const name of namesOf(rules.params)) settled[name] = rules.params[name].clamp(settled[name]);
  for (const name of namesOf(rules.params)) {
    if (!rules.ranges?.[name] && !rules.values?.[name]) continue;
    const [min, max] = rangeOf(rules, settled, name);
    const within = Math.min(max, Math.max(min, settled[name] as number));
    const values = rules.values?.[name]?.(settled);
    settled[name] = (values?.findLast((value) => value <= within) ?? within) as P[NameOf<P>];
  }
  return rules.constrain ? rules.constrain(settled, changed) : settled;
}

/** The defaults of all parameters. */
export function defaultsOf<P>(rules: ParamRules<P>): P {
  const params = {} as P;
  for (const name of namesOf(rules.params)) params[name] = rules.params[name].default;
  return settle(rules, params);
}

/** The parameters that differ from their defaults, as the texts of a link. */
export function formatParams<P>(rules: ParamRules<P>, params: P): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of namesOf(rules.params))
    if (!sameValue(params[name], rules.params[name].default))
      texts[name] = rules.params[name].format(params[name]);
  return texts;
}

/** Parameters from the texts of a link. What is no value, or not to be had as asked, is named in `problems`. */
export function parseParams<P>(
  rules: ParamRules<P>,
  texts: Readonly<Record<string, string>>,
): { params: P; problems: string[] } {
  const asked = {} as P;
  const problems: string[] = [];
  const given: NameOf<P>[] = [];
  for (const name of namesOf(rules.params)) {
    const spec = rules.params[name];
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    const value = text === undefined ? undefined : spec.parse(text);
    if (text !== undefined && value === undefined) problems.push(name);
    if (value !== undefined) given.push(name);
    asked[name] = value === undefined ? spec.default : value;
  }
  const params = settle(rules, asked);
  for (const name of given) if (!sameValue(params[name], asked[name])) problems.push(name);
  return { params, problems };
}
