import type { Resource, ResourceSpec } from '../../playback/resources.ts';

interface Loading<P> {
  getState(): { readonly params: P; readonly resources: object };
  subscribe(listener: () => void): () => void;
  readonly actions: { setResource(name: string, key: string, resource: Resource<unknown>): void };
}

/**
 * Fetches whatever the parameters ask for, now and whenever they change; what they no longer ask for is given up.
 * A resource that failed is tried again when it is asked for anew, or when the reader wants it (`askAgain`).
 *
 * @returns ends it
 */
export function loadResources<P>(
  store: Loading<P>,
  specs: Readonly<Record<string, ResourceSpec<unknown, P>>>,
): () => void {
  const running = new Map<
    string,
    { readonly key: string; readonly stop: AbortController; isOver: boolean }
  >();
  const stateOf = (name: string) =>
    (store.getState().resources as Record<string, Resource<unknown>>)[name]?.state;
  const begin = (name: string, key: string, spec: ResourceSpec<unknown, P>): void => {
    const stop = new AbortController();
    const now = { key, stop, isOver: stateOf(name) === 'there' };
    running.set(name, now);
    if (now.isOver) return;
    const done = (resource: Resource<unknown>): void => {
      if (stop.signal.aborted) return;
      now.isOver = true;
      store.actions.setResource(name, key, resource);
    };
    // A loader may throw before it has a promise.
    new Promise<unknown>((resolve) => resolve(spec.load(key, stop.signal))).then(
      (value) => done({ state: 'there', value }),
      () => done({ state: 'failed', message: spec.failure }),
    );
  };
  const update = (): void => {
    const { params } = store.getState();
    for (const [name, spec] of Object.entries(specs)) {
      const key = spec.key(params);
      const now = running.get(name);
      // What came and is waited for all the same is asked for again.
      if (now?.key === key && !(now.isOver && stateOf(name) === 'waiting')) continue;
      now?.stop.abort();
      running.delete(name);
      if (key !== null) begin(name, key, spec);
    }
  };
  update();
  const unsubscribe = store.subscribe(update);
  return () => {
    unsubscribe();
    for (const { stop } of running.values()) stop.abort();
    running.clear();
  };
}

/** Whether something that the parameters ask for is still on its way: that the figure waits for, or that is had on the side. */
export function isWaiting<P>(
  specs: Readonly<Record<string, ResourceSpec<unknown, P>>> | undefined,
  params: P,
  resources: Readonly<Record<string, Resource<unknown>>>,
  aside = false,
): boolean {
  return Object.entries(specs ?? {}).some(
    ([name, spec]) =>
      (spec.isAside ?? false) === aside && spec.key(params) !== null && resources[name]?.state === 'waiting',
  );
}
