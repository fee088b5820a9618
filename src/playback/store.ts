import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultsOf, formatParams, type NameOf, parseParams, settle } from './parameters/table.ts';
import { formatPlace, isPlaceOf, type Place, parsePlace, readPlace, samePlace } from './place.ts';
import type { Playable } from './playable.ts';
import { type Resource, type Resources, WAITING } from './resources.ts';
import { carryOver, createTrack, positionOf, type Track, type TrackPoint } from './track.ts';

export interface FigureState<P, M, R = unknown> {
  readonly params: P;
  readonly resources: Resources<R>;
  /** Always `build(params, resources)`: the computation on the screen. */
  readonly model: M;
  readonly track: Track;
  /** How many steps have happened; the fraction is progress through the next one. */
  readonly position: number;
  readonly playing: boolean;
  /** Steps a second. */
  readonly speed: number;
  readonly pinned: Place | null;
  readonly pointed: Place | null;
  /** A cell whose number is pointed at elsewhere, in the equation: it is shown, but nothing is asked of it. */
  readonly lit: Place | null;
  /** Show all digits instead of a few. */
  readonly fullPrecision: boolean;
  /** The slider that is being held, and the model that was there when it was taken. */
  readonly held: { readonly param: NameOf<P>; readonly from: M } | null;
  /** Names of what a link asked for and what could not be had as asked: parameters, `position`, `pin`. */
  readonly linkProblems: readonly string[];
}

export interface FigureActions<P> {
  setParams(change: Partial<P>): void;
  hold(param: NameOf<P>): void;
  release(): void;
  seek(position: number): void;
  step(by: 1 | -1): void;
  setPlaying(playing: boolean): void;
  setSpeed(speed: number): void;
  pin(place: Place | null): void;
  point(place: Place | null): void;
  light(place: Place | null): void;
  setFullPrecision(on: boolean): void;
  /** Back to the first step; what was set and typed stays. */
  rewind(): void;
  /** A fresh start: the parameters and the position at rest, nothing pinned. */
  restore(): void;
  /** Shows a named state; false if there is none of that name. */
  goTo(beat: string): boolean;
  /** What a resource has become; ignored when the parameters ask for another by now. */
  setResource(name: string, key: string, resource: Resource<unknown>): void;
  /** What did not arrive is waited for anew. */
  askAgain(): void;
  /** The state as the texts of a link, and back. */
  toLink(): Record<string, string>;
  fromLink(texts: Readonly<Record<string, string>>): void;
}

export type FigureStore<P, M, R = unknown> = StoreApi<FigureState<P, M, R>> & {
  readonly actions: FigureActions<P>;
};

/** Steps a second that the speed menu offers. */
export const SPEEDS = [1, 2, 4, 12, 30] as const;
const DEFAULT_SPEED = 2;

/** So many values of each resource stay at hand for a reader who comes back to what was asked for before. */
const MOST_ARRIVED = 64;

/** A figure without steps has one, which has happened. */
const STILL = createTrack([{ id: 'still', cells: 1, terms: 1, name: { en: '', zh: '' } }]);

/** The track of a model; one still step where the scene has none. */
export const trackOf = <P, M, R>(scene: Playable<P, M, R>, model: M): Track => scene.track?.(model) ?? STILL;

const within = (position: number, { total }: Track): number => Math.min(total, Math.max(0, position));

const pointPosition = (track: Track, point: TrackPoint | 'end'): number =>
  point === 'end' ? track.total : positionOf(track, point);

/** One store for one figure on the page: parameters, resources, position, pins. */
export function createFigureStore<P extends object, M, R>(scene: Playable<P, M, R>): FigureStore<P, M, R> {
  /** What has arrived, by the resource's name and the key under which it was asked for: of each the newest. */
  const arrived = new Map<string, Map<string, Resource<unknown>>>();
  const keep = (name: string, key: string, resource: Resource<unknown>): void => {
    const own = arrived.get(name) ?? new Map<string, Resource<unknown>>();
    arrived.set(name, own);
    // The newest stands last.
    own.delete(key);
    own.set(key, resource);
    const [oldest] = own.keys();
    if (own.size > MOST_ARRIVED && oldest !== undefined) own.delete(oldest);
  };
  const resourcesFor = (params: P): Resources<R> => {
    const found: Record<string, Resource<unknown>> = {};
    for (const [name, spec] of Object.entries(scene.resources ?? {})) {
      const key = (spec as { key(params: P): string | null }).key(params);
      found[name] = (key !== null && arrived.get(name)?.get(key)) || WAITING;
    }
    return found as Resources<R>;
  };
  const built = (params: P) => {
    const resources = resourcesFor(params);
    const model = scene.build(params, resources);
    return { params, resources, model, track: trackOf(scene, model) };
  };
  const start = (params: P): FigureState<P, M, R> => {
    const now = built(params);
    return {
      ...now,
      position: pointPosition(now.track, scene.rest?.(now.model) ?? 'end'),
      playing: false,
      speed: DEFAULT_SPEED,
      pinned: null,
      pointed: null,
      lit: null,
      fullPrecision: false,
      held: null,
      linkProblems: [],
    };
  };
  const store = createStore<FigureState<P, M, R>>(() => start(defaultsOf(scene)));
  const { getState: get, setState: set } = store;
  /** The pin of a link, as long as what it stands on may still arrive. */
  let awaited: Place | null = null;
  const isWaiting = ({ params, resources }: FigureState<P, M, R>): boolean =>
    Object.entries(scene.resources ?? {}).some(
      ([name, spec]) =>
        (spec as { key(of: P): string | null }).key(params) !== null &&
        (resources as Readonly<Record<string, Resource<unknown>>>)[name]?.state === 'waiting',
    );
  const known = (model: M, place: Place | null): Place | null =>
    place && isPlaceOf(scene.grids(model), place) ? place : null;

  /** Another model takes the reader along: position and pin stay where that is possible. */
  const take = (params: P): void => {
    const old = get();
    const now = built(params);
    set({
      ...now,
      position: within(carryOver(old.track, now.track, old.position), now.track),
      pinned: known(now.model, old.pinned),
      pointed: null,
      lit: null,
    });
  };

  const actions: FigureActions<P> = {
    setParams(change) {
      const [changed] = Object.keys(change) as NameOf<P>[];
      take(settle(scene, { ...get().params, ...change }, changed));
    },
    hold(param) {
      if (get().held?.param !== param) set({ held: { param, from: get().model }, playing: false });
    },
    release: () => set({ held: null }),
    seek: (position) => set({ position: within(position, get().track) }),
    step(by) {
      const { position, track } = get();
      const next = by === 1 ? Math.floor(position) + 1 : Math.ceil(position) - 1;
      set({ position: within(next, track), playing: false });
    },
    setPlaying(playing) {
      const { position, track } = get();
      const again = playing && position >= track.total;
      set({ playing, ...(again && { position: 0 }), ...(playing && { pinned: null }) });
    },
    setSpeed: (speed) => set({ speed }),
    pin(place) {
      awaited = null;
      set({ pinned: known(get().model, place), pointed: null, lit: null, playing: false });
    },
    point(place) {
      if (!samePlace(place, get().pointed)) set({ pointed: known(get().model, place) });
    },
    setFullPrecision: (fullPrecision) => set({ fullPrecision }),
    light(place) {
      if (!samePlace(place, get().lit)) set({ lit: known(get().model, place) });
    },
    rewind: () => set({ position: 0, playing: false, pinned: null, pointed: null, lit: null }),
    restore() {
      awaited = null;
      set(start(defaultsOf(scene)));
    },
    goTo(name) {
      const beat = scene.beats && Object.hasOwn(scene.beats, name) ? scene.beats[name] : undefined;
      if (!beat) return false;
      const state = start(settle(scene, { ...defaultsOf(scene), ...beat.params }));
      awaited = null;
      set({
        ...state,
        ...(beat.at !== undefined && { position: pointPosition(state.track, beat.at) }),
        speed: get().speed,
        pinned: known(state.model, beat.pin ?? null),
      });
      return true;
    },
    setResource(name, key, resource) {
      keep(name, key, resource);
      take(get().params);
      if (awaited === null || isWaiting(get())) return;
      const { model, linkProblems } = get();
      const pinned = known(model, awaited);
      set(pinned ? { pinned } : { linkProblems: [...linkProblems, 'pin'] });
      awaited = null;
    },
    askAgain() {
      for (const own of arrived.values())
        for (const [key, { state }] of own) if (state === 'failed') own.delete(key);
      take(get().params);
    },
    toLink() {
      const { params, model, position, pinned, fullPrecision } = get();
      return {
        ...formatParams(scene, params),
        // The step that is over, as the bar counts.
        position: String(Math.floor(position)),
        ...(pinned ? { pin: formatPlace(scene.grids(model), pinned) } : {}),
        ...(fullPrecision ? { digits: 'all' } : {}),
      };
    },
    fromLink(texts) {
      const { params, problems } = parseParams(scene, texts);
      const state = start(params);
      const asked = texts['position'];
      const position = asked === undefined ? state.position : asked === '' ? Number.NaN : Number(asked);
      const isNumber = Number.isFinite(position);
      if (!isNumber || position < 0 || position > state.track.total) problems.push('position');
      const pinned = texts['pin'] === undefined ? null : parsePlace(scene.grids(state.model), texts['pin']);
      const asText = readPlace(texts['pin'] ?? '');
      const hasGrid = scene.grids(state.model).some(({ id }) => id === asText?.grid);
      awaited = pinned === undefined && asText && hasGrid && isWaiting(state) ? asText : null;
      if (pinned === undefined && awaited === null) problems.push('pin');
      set({
        ...state,
        position: isNumber ? within(Math.floor(position), state.track) : state.position,
        pinned: pinned ?? null,
        fullPrecision: texts['digits'] === 'all',
        linkProblems: problems,
      });
    },
  };
  return Object.assign(store, { actions });
}
