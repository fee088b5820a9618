import type { ComponentType } from 'react';
import type { Language, Text } from '../../language/language.ts';
import type { NameOf } from '../../playback/parameters/table.ts';
import type { Playable } from '../../playback/playable.ts';
import type { Moment } from '../../playback/track.ts';
import type { Sides } from '../../tensor/geometry.ts';
import type { GradientClaim } from '../check/gradients.ts';
import type { PlaneAxis } from '../grid/names.ts';
import type { SceneView, ViewOptions } from './view.ts';

/** A grid of numbers that a scene declares: what it is called, its shape, its numbers. */
export interface GridSpec<P = never> {
  /** The id by which places, marks and links name it. */
  readonly id: string;
  /** Its entry in the symbol table, for name, letter and colour; default: the id. */
  readonly symbol?: string | undefined;
  /** Instead of the symbol table's name. */
  readonly name?: Text | undefined;
  /** What it is called aloud, where the name above it leaves the rest to its letter: two grids may stand under one name. */
  readonly spoken?: Text | undefined;
  readonly rows: number;
  readonly cols: number;
  /** What each cell is called, where every one has a name of its own: w, x, b. */
  readonly letters?: readonly string[] | undefined;
  /** Cells of each row, where rows differ: such a grid is drawn by <LooseGrid>. */
  readonly widths?: readonly number[] | undefined;
  readonly planes?: number | undefined;
  /** What the planes are numbered by, outermost first; default: channels. A kernel's: filters, then channels. */
  readonly planeAxes?: readonly PlaneAxis[] | undefined;
  /** The name of each plane, which then stands above it instead of the grid's; and a word or two behind it. */
  readonly planeNames?: readonly { readonly name: Text; readonly note?: string }[] | undefined;
  /** False: its cells are only looked at. */
  readonly pinnable?: boolean | undefined;
  /** planes × rows × cols numbers. */
  readonly values: ArrayLike<number>;
  /** The magnitude at which the colour is full; default: that of the largest number. Grids that are compared share one. */
  readonly max?: number | undefined;
  /** Rows and columns of padding that are drawn around it: top, left, bottom, right. */
  readonly padding?: Sides | undefined;
  /** Rows and columns at its edges that are padding with numbers of their own: top, left, bottom, right. */
  readonly border?: Sides | undefined;
  /** The number that padding counts as; default 0. Max pooling: −∞. null: it counts as none. */
  readonly paddingValue?: number | null | undefined;
  /** Cells stand this many places apart; zeros are drawn between them. Default 1. */
  readonly spread?: number | undefined;
  /** Drawn turned by 180°; rows and columns keep their numbers. */
  readonly turned?: boolean | undefined;
  /** The change of parameters that a typed number means; without it the grid cannot be edited. */
  readonly edit?: ((index: number, value: number) => Partial<P>) | undefined;
  /** A number that can be edited is also dragged up and down, in steps of this size. */
  readonly pullStep?: number | undefined;
  /** Every number on the way is taken while one is being typed. */
  readonly live?: boolean | undefined;
}

/** The room that a stage has: everything in it is drawn in this one coordinate system, in CSS pixels. */
export interface StageSize {
  readonly band: 'wide' | 'medium' | 'phone';
  readonly width: number;
  readonly height: number;
}

export interface StageProps<P, M, V> {
  readonly params: P;
  readonly model: M;
  readonly moment: Moment;
  readonly view: V;
  readonly size: StageSize;
  /** The model at the moment when a slider was taken: the drawing keeps its cells until it is let go. */
  readonly before: M | null;
  readonly language: Language;
}

/** A group of controls in the rail, under a small heading. A name draws the parameter's control; a component itself. */
export interface ControlGroup<P, M> {
  readonly title: Text;
  readonly controls: readonly (NameOf<P> | ComponentType<ControlProps<P, M>>)[];
  /** Whether the group concerns what is shown now; default: always. */
  when?(model: M): boolean;
}

export interface ControlProps<P, M> {
  readonly params: P;
  readonly model: M;
  setParams(change: Partial<P>): void;
}

/** Everything that one figure is: the kit makes the rest (see README, “Adding a scene”). */
export interface SceneDefinition<P extends object, M, V extends SceneView, R = unknown>
  extends Omit<Playable<P, M, R>, 'grids'> {
  readonly title: Text;
  /** A shorter title for phones. */
  readonly shortTitle?: Text | undefined;
  grids(model: M): readonly GridSpec<P>[];
  view(model: M, moment: Moment, options: ViewOptions<P>): V;
  /** The gradients among the grids, each with its loss: they are held against central differences, on the page and in the tests. */
  gradients?(model: M): readonly GradientClaim[];
  /** The rule of the moment with symbols, in TeX. */
  formula?(model: M, view: V): string;
  /**
   * The formula that is shown while a slider is held, and under the sliders: a size, mostly. With one sentence. null: while
   * this slider is held, the equation of the moment stays.
   */
  sizes?(model: M, held: NameOf<P> | null): { readonly tex: string; readonly sentence: Text } | null;
  caption(model: M, view: V, language: Language): string;
  /** What the live region says; default: the caption. */
  spoken?(model: M, view: V, language: Language): string;
  /** Code that prints the numbers on the screen. */
  readonly code: {
    pytorch(model: M, view: V): string;
    numpy(model: M, view: V): string;
    /** Default: the rule and the first equation with its numbers. */
    latex?(model: M, view: V): string;
  };
  readonly controls: readonly ControlGroup<P, M>[];
  /** Parameters that are drawn in the figure's head: the direction of a pass, a mode. */
  readonly head?: readonly (NameOf<P> | ComponentType<ControlProps<P, M>>)[];
  /** Fresh numbers from the next seed, as a change of parameters. */
  renew?(params: P): Partial<P>;
  readonly Stage: ComponentType<StageProps<P, M, V>>;
  /** A bar of the scene's own, in place of the kit's and of its clock: then the scene alone makes the position move while it plays. */
  readonly Bar?: ComponentType;
  /** The height of the stage in each band; default: 336, 320, 330. */
  readonly stageHeight?: Partial<Record<StageSize['band'], number>>;
}

/** Checks nothing and changes nothing: it gives a scene's literal its types. */
export function defineScene<P extends object, M, V extends SceneView, R = unknown>(
  definition: SceneDefinition<P, M, V, R>,
): SceneDefinition<P, M, V, R> {
  return definition;
}
