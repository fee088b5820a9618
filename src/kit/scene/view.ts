import type { Term } from '../../explain/explanation.ts';
import type { Line } from '../../formula/arithmetic.ts';
import type { Text } from '../../language/language.ts';
import type { Place } from '../../playback/place.ts';

/** How a cell stands out, and a small note in its corner. */
export interface CellMark {
  /**
   * `source`: goes into the sum; `active`: this very product; `target`: the cell that is made; `reached`: what the
   * asked cell reaches; `unread`: no window reads it; `border`: it is padding at this moment; `quiet`: nothing is said of it now.
   */
  readonly kind?: 'source' | 'active' | 'target' | 'reached' | 'unread' | 'border' | 'quiet' | undefined;
  /** The number that multiplies the cell: `×−2`. */
  readonly badge?: string | undefined;
  /** One of the hues that tell things apart that are used in several places, such as shared weights; from 0. */
  readonly hue?: number | undefined;
}

/** A block of rows and columns. */
export interface Block {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** A rectangle around cells of one plane, in rows and columns; fractions while it moves. */
export interface GridWindow extends Block {
  readonly plane?: number | undefined;
  /** `window`: what is read; `result`: the cell that is made; `next`: where the window goes after this one. */
  readonly role: 'window' | 'result' | 'next';
}

/** The key of a cell among a grid's marks. Padding cells have negative rows or ones past the end. */
export const cellKey = (row: number, col: number, plane = 0): string => `${plane},${row},${col}`;

/** What a grid shows at one moment. Indices run over planes, rows and columns, as the values do. */
export interface GridView {
  /** A name that belongs to the moment, such as that of a row by its number; default: the grid's. */
  readonly name?: Text | undefined;
  /** Numbers that belong to the moment, not to the model, such as the products of one window. */
  readonly values?: ArrayLike<number> | undefined;
  /** Numbers that exist by now; default: all. */
  known?(index: number): boolean;
  /** The sum so far of a cell that is not known yet. */
  partial?(index: number): number | undefined;
  /** Every sum is under way at once, as in a pass that scatters: sums so far look like numbers, not like the one that is made. */
  readonly running?: boolean | undefined;
  /** The colour of a cell where it is not that of its value: the light of a pixel. Its digits are white with a dark edge. */
  readonly fill?: ((index: number) => string) | undefined;
  /** What is written in a cell, where it is not its number to two decimals. */
  textOf?(index: number): string;
  /** What a cell is called, instead of its grid's name with row and column. */
  nameOf?(index: number): Text;
  /** The cell that the drawing speaks of: of a painted grid, the one that is offered to the keyboard. */
  readonly here?: { readonly plane: number; readonly row: number; readonly col: number } | undefined;
  /** The cell of another grid that is this very number: that one is pointed at and pinned. */
  standsFor?(index: number): Place | null;
  readonly marks?: ReadonlyMap<string, CellMark> | undefined;
  readonly windows?: readonly GridWindow[] | undefined;
}

/** The cell whose arithmetic an equation writes, and the number that has to come out. */
interface Target {
  readonly target: Place;
  /** What stands before the equals sign: y₁,₂. */
  readonly head: string;
}

/** A sum of products: the terms of an explanation, of which `done` have been added. */
export interface SumEquation extends Target {
  readonly kind: 'sum';
  /** Which way the sum goes, where two of them stand below one another; a phone has no room for it. */
  readonly way?: Text | undefined;
  readonly terms: readonly Term[];
  readonly done: number;
  readonly line: Line;
  /** The grid and the place in which a factor is drawn; null: it is drawn nowhere. */
  placeOf(tensor: string, index: readonly number[]): Place | null;
  /** The position that is reached by taking the first `count` terms; undefined: the equation cannot be scrubbed. */
  positionOf?: ((count: number) => number) | undefined;
}

/** A part of an expression: text, or a number with the cell from which it comes. */
export type ExpressionPart =
  | string
  | { readonly text: string; readonly place?: Place | null; readonly symbol?: string };

/** Any other arithmetic: a quotient, the value of a function, a choice among candidates, a count. */
export interface ExpressionEquation {
  readonly kind: 'expression';
  /** The cell that it makes; null: a number that stands in no grid, such as a size or a count. */
  readonly target: Place | null;
  /** Empty: the number has no name; its line begins with the arithmetic. */
  readonly head: string;
  readonly parts: readonly ExpressionPart[];
  readonly sign: '=' | '≈';
  readonly result: string;
  /** The number that the core computed. */
  readonly value: number;
  /** The number so far: its cell still waits for more of them. */
  readonly unfinished?: boolean | undefined;
}

export type Equation = SumEquation | ExpressionEquation;

/**
 * One product under way, for the motion of a step: from where its two factors come, and where it lands. The drawing
 * finds the boxes of these places in its own layout.
 */
export interface Flight {
  readonly direction: 'forward' | 'scatter' | 'gather';
  /** Progress through the step, 0 … 1. */
  readonly fraction: number;
  /** The step enters a new cell: the window glides before anything else. */
  readonly entersCell: boolean;
  readonly products: readonly {
    /** The pixel (forwards), the gradient (backwards). */
    readonly value: { readonly place: Place; readonly number: number };
    /** null: a term of one factor, such as the bias. */
    readonly weight: { readonly place: Place; readonly number: number } | null;
    /** Where the product lies at rest: its cell of the products grid, if there is one. */
    readonly product: Place | null;
    readonly number: number;
    readonly target: Place;
    /** What the target holds after it, where that is not the sum so far and this number: the largest so far. */
    readonly leaves?: number | undefined;
  }[];
}

/** What is on the screen at one position: plain data, no clock, no DOM, no history. */
export interface SceneView {
  /** By the grid's id; a grid that is left out shows all its numbers and no marks. */
  readonly grids: Readonly<Record<string, GridView>>;
  /** The arithmetic on the screen, most important first. */
  readonly equations: readonly Equation[];
  readonly flight?: Flight | null | undefined;
}

/** What else a view is made from, besides the model and the moment. */
export interface ViewOptions<P> {
  /** The cell that the reader asks for: pinned, or else pointed at. */
  readonly asked: Place | null;
  /** The slider that is being held. */
  readonly held: (keyof P & string) | null;
  readonly full: boolean;
}
