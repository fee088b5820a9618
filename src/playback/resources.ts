import type { Text } from '../language/language.ts';

/** What a model needs and what arrives late: a photograph, weights, a training run. */
export type Resource<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly message: Text };

export const WAITING: Resource<never> = { state: 'waiting' };

/** How a resource is had. */
export interface ResourceSpec<T, P> {
  /** Which one these parameters ask for; null: none is needed. Another key is another resource. */
  key(params: P): string | null;
  /** Fetches it. A rejection makes the resource `failed`, with the sentence of `failure`. */
  load(key: string, signal: AbortSignal): Promise<T>;
  /** What the reader is told when it does not arrive. */
  readonly failure: Text;
  /** It comes over the network: where it did not come, the reader can have it asked for again. */
  readonly isFetched?: true;
  /** The figure counts as ready without it: it takes long, and is shown when it comes. */
  readonly isAside?: true;
}

export type ResourceSpecs<R, P> = { readonly [K in keyof R]: ResourceSpec<R[K], P> };
export type Resources<R> = { readonly [K in keyof R]: Resource<R[K]> };
