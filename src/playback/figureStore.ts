import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultParams, formatParams, type ParamSpecs, parseParams } from './params.ts';

/** One cell of one tensor of a figure, as the reader points at it. */
export interface CellRef {
  readonly tensor: string;
  readonly row: number;
  readonly col: number;
}

/** A named position that the prose can point at, with the parameters it needs. */
export interface Beat<P> {
  readonly params?: Partial<P>;
  /** The position, or how to find it in the model that the parameters give. */
  readonly position: number;
  readonly pin?: CellRef;
}

/** What the player has to know of a scene. It knows no operation. */
export interface Playable<P, M> {
  readonly name: string;
  readonly specs: ParamSpecs<P>;
  /** Moves parameters that do not go together to the nearest ones that do. Idempotent. */
  readonly constrain: (params: P, changed?: keyof P) => P;
  readonly build: (params: P) => M;
  /** How many steps there are; positions run from 0 to this number. */
  readonly total: (model: M) => number;
  /** The position at rest, before the reader does anything. */
  readonly rest: (model: M) => number;
  /** Where the reader stands after a change of parameters. Default: the same position, if it exists. */
  readonly carry?: (position: number, from: M, to: M) => number;
  readonly beats?: (name: string, params: P) => Beat<P> | undefined;
}

export interface FigureState<P, M> {
  readonly params: P;
  /** Always `build(params)`: the computation on the screen. */
  readonly model: M;
  /** How many steps have happened; the fraction is progress through the next one. */
  readonly position: number;
  readonly total: number;
  readonly playing: boolean;
  /** Steps a second. */
  readonly speed: number;
  readonly pinned: CellRef | null;
  readonly pointed: CellRef | null;
  /** Show all digits instead of a few. */
  readonly fullPrecision: boolean;
  /** Names of the parameters that a link asked for and that could not be had as asked. */
  readonly linkProblems: readonly string[];
}

export interface FigureActions<P> {
  setParams(change: Partial<P>): void;
  seek(position: number): void;
  step(by: 1 | -1): void;
  setPlaying(playing: boolean): void;
  setSpeed(speed: number): void;
  pin(cell: CellRef | null): void;
  point(cell: CellRef | null): void;
  setFullPrecision(on: boolean): void;
  /** Back to the first step; what was set and typed stays. */
  rewind(): void;
  /** Back to the parameters and the position at rest. */
  restore(): void;
  goTo(beat: string): boolean;
  /** The state as the texts of a link, and back. */
  toLink(): Record<string, string>;
  fromLink(texts: Readonly<Record<string, string>>): void;
}

export type FigureStore<P, M> = StoreApi<FigureState<P, M>> & { readonly actions: FigureActions<P> };

/** Steps a second that the speed button offers. */
export const SPEEDS = [1, 2, 4, 10, 30] as const;
const DEFAULT_SPEED = 2;

/** One store for one figure on the page: parameters, position, pins. */
export function createFigureStore<P, M>(scene: Playable<P, M>): FigureStore<P, M> {
  const start = (params: P): FigureState<P, M> => {
    const model = scene.build(params);
    return {
      params,
      model,
      position: scene.rest(model),
      total: scene.total(model),
      playing: false,
      speed: DEFAULT_SPEED,
      pinned: null,
      pointed: null,
      fullPrecision: false,
      linkProblems: [],
    };
  };
  const store = createStore<FigureState<P, M>>(() => start(scene.constrain(defaultParams(scene.specs))));
  const { getState: get, setState: set } = store;
  const within = (position: number, total: number): number => Math.min(total, Math.max(0, position));

  const actions: FigureActions<P> = {
    setParams(change) {
      const old = get();
      const [changed] = Object.keys(change) as (keyof P)[];
      const clamped = { ...old.params };
      for (const key of Object.keys(change) as (keyof P)[])
        clamped[key] = scene.specs[key].clamp(change[key] as P[keyof P]);
      const params = scene.constrain(clamped, changed);
      const model = scene.build(params);
      const total = scene.total(model);
      const position = scene.carry ? scene.carry(old.position, old.model, model) : old.position;
      set({ params, model, total, position: within(position, total), pointed: null });
    },
    seek: (position) => set({ position: within(position, get().total) }),
    step(by) {
      const { position, total } = get();
      const next = by === 1 ? Math.floor(position) + 1 : Math.ceil(position) - 1;
      set({ position: within(next, total), playing: false });
    },
    setPlaying(playing) {
      const { position, total } = get();
      set({
        playing,
        ...(playing && position >= total ? { position: 0 } : {}),
        ...(playing ? { pinned: null } : {}),
      });
    },
    setSpeed: (speed) => set({ speed }),
    pin: (cell) => set({ pinned: cell, pointed: null }),
    point(cell) {
      if (JSON.stringify(cell) !== JSON.stringify(get().pointed)) set({ pointed: cell });
    },
    setFullPrecision: (fullPrecision) => set({ fullPrecision }),
    rewind: () => set({ position: 0, playing: false, pinned: null, pointed: null }),
    restore: () => set(start(scene.constrain(defaultParams(scene.specs)))),
    goTo(name) {
      const beat = scene.beats?.(name, get().params);
      if (!beat) return false;
      if (beat.params) actions.setParams(beat.params);
      set({
        position: within(beat.position, get().total),
        playing: false,
        pinned: beat.pin ?? null,
        pointed: null,
      });
      return true;
    },
    toLink() {
      const { params, position, pinned, fullPrecision } = get();
      return {
        ...formatParams(scene.specs, params),
        position: String(Math.round(position)),
        ...(pinned ? { pin: `${pinned.tensor},${pinned.row},${pinned.col}` } : {}),
        ...(fullPrecision ? { digits: 'all' } : {}),
      };
    },
    fromLink(texts) {
      const { params: asked, problems } = parseParams(scene.specs, texts);
      const params = scene.constrain(asked);
      for (const key of Object.keys(scene.specs) as (keyof P & string)[])
        if (
          key in texts &&
          JSON.stringify(params[key]) !== JSON.stringify(asked[key]) &&
          !problems.includes(key)
        )
          problems.push(key);
      const state = start(params);
      const position = texts['position'] === undefined ? state.position : Number(texts['position']);
      const inRange = Number.isFinite(position) && position >= 0 && position <= state.total;
      if (!inRange) problems.push('position');
      const pin = /^(\w{1,12}),(\d{1,4}),(\d{1,4})$/.exec(texts['pin'] ?? '');
      if (texts['pin'] !== undefined && !pin) problems.push('pin');
      set({
        ...state,
        position: Number.isFinite(position) ? within(Math.round(position), state.total) : state.position,
        pinned: pin ? { tensor: pin[1] as string, row: Number(pin[2]), col: Number(pin[3]) } : null,
        fullPrecision: texts['digits'] === 'all',
        linkProblems: problems,
      });
    },
  };
  return Object.assign(store, { actions });
}
