import type { Text } from '../../../language/language.ts';
import type { TrainingParams } from '../parameters.ts';

/** Something to do about it: a change of parameters, or another try. */
export interface Act {
  readonly label: Text;
  readonly change?: Partial<TrainingParams>;
  /** It was read, and goes. */
  readonly isRead?: boolean;
}

/** What the figure has to say, and what it offers. */
export interface Message {
  readonly text: Text;
  readonly isTrouble: boolean;
  readonly acts: readonly Act[];
}
