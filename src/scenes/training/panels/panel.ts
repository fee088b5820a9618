import type { Box } from '../../../kit/stage/boxes.ts';
import type { Language } from '../../../language/language.ts';
import type { TrainingClient } from '../../../worker/client.ts';
import type { WeightPlace } from '../../../worker/weightStep.ts';
import type { RunState } from '../run/state.ts';

/** What panels ask of the run that they show; each rejects while there is no worker. */
export type PanelAsk = Pick<TrainingClient, 'digits' | 'biography' | 'weightStep' | 'pushes'>;

/** What the reader pressed in one panel and sees in another. */
export interface Choice {
  /** Of the first layer; where it is none of them, the first stands for it: see `placedWeight`. */
  readonly weight: WeightPlace;
  /** A cell of the confusion matrix, whose digits are shown; null: all that are misread. */
  readonly cell: { readonly label: number; readonly read: number } | null;
  /** The digit whose feature maps are shown. */
  readonly digit: number;
}

/** A panel is a part of the stage's drawing. */
export interface PanelProps {
  readonly run: RunState;
  readonly box: Box;
  readonly language: Language;
  readonly ask: PanelAsk;
  readonly choice: Choice;
  onChoice(change: Partial<Choice>): void;
}
