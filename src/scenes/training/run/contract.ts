import type { PanelAsk } from '../panels/panel.ts';
import type { Refusal } from './keeper.ts';
import type { RunState } from './state.ts';

/**
 * What is said softly: the browser keeps nothing for the next visit; the runs were kept from the last one; they waited in a
 * hidden tab; weights cannot be handed to the figure of the network, or do not fit into it.
 */
export type Note = Refusal | 'came-back' | 'waited' | 'not-handed' | 'not-shown';

/** What the parts of the figure see of the training besides the runs themselves. */
export interface TrainingView {
  /** The curve of the run that stood here before a setting was changed, or before the reset. */
  readonly before: RunState | null;
  readonly note: Note | null;
  /** The figure is scrolled out of sight. */
  readonly isAway: boolean;
}

export interface Training {
  readonly view: TrainingView;
  subscribe(listener: () => void): () => void;
  /** Takes up its work for a figure on the page, and gives the function that ends it. @param base of the digits */
  attach(figure: HTMLElement, base: string): () => void;
  /** The reader asks for a position: it is trained up to there. */
  pursue(position: number): void;
  /** Rests where it stands. */
  pause(): void;
  /** Tries again what failed, and goes on with what was asked for. */
  retry(): void;
  reset(): void;
  /** Something is to be said; null: what was said has been read. */
  tell(note: Note | null): void;
  /** Questions of the panels to the worker of run A. */
  readonly ask: PanelAsk;
  /** Run A as it is, also where the page has not been told; null: it has no worker. */
  newest(): RunState | null;
  /** Run B becomes what run A is now, with what it has learned. */
  keepAsOther(): void;
  /** Each run takes the place of the other, with what it has learned. */
  swap(): void;
}
