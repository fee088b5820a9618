import type { Model } from '../network/model.ts';
import { pixelSamples, type Samples } from '../network/samples.ts';
import type { DigitLoader } from './loadDigits.ts';
import { type Digits, PIXELS } from './packing.ts';
import type { Reply } from './protocol.ts';
import type { Session } from './session.ts';
import type { TrainingSettings } from './settings.ts';

/** How long the worker works before it listens again, and how often it says that it is still there; milliseconds. */
export const SLICE = 80;
export const ALIVE = 1000;

/** A reply, or a command, without the run that it belongs to. */
export type Body<M = Reply> = M extends unknown ? Omit<M, 'run'> : never;

/** What a run has, once its digits are there. */
export interface Run {
  readonly number: number;
  readonly session: Session;
  readonly settings: TrainingSettings;
  readonly samples: Samples;
  readonly loader: DigitLoader;
  /** A model of the same network that reads while the session's is in the middle of a step: one task at a time. */
  readonly reader: Model;
  reading: Promise<void>;
  /** The diary's gaps are being filled. */
  filling: boolean;
  /** Trains until here; null: it rests. @see goTo does it without reports */
  target: { readonly step: number; readonly silent: boolean } | null;
  /** Of the last command that had one. */
  order: number;
}

export const samplesOf = ({ pixels, labels }: Digits): Samples => pixelSamples(pixels, labels, PIXELS);
