import type { NetworkName } from './core-networks.ts';

/** One way to compute the same things; each runs in a process of its own. */
export interface Contender {
  /** Trains `steps` batches of W1 from the starting weights. @returns the loss of each */
  losses?(steps: number): Promise<number[]> | number[];
  /** Trains on, `steps` batches of 32. */
  train?(steps: number, network: NetworkName): Promise<void> | void;
  /** `times` forward passes of one image (W4), from an array of pixels to an array of logits. @returns the last logits */
  forward?(times: number): Promise<ArrayLike<number>> | ArrayLike<number>;
  /** `times` passes of conv2d 16→32, 3 × 3, same, 64 × 64. @returns some of the numbers, to compare */
  conv?(times: number): Promise<ArrayLike<number>> | ArrayLike<number>;
  convBackward?(times: number): Promise<ArrayLike<number>> | ArrayLike<number>;
}

export type Task = keyof Contender;

/** What the parent asks for, and what it gets back. */
export interface Request {
  readonly task: Task;
  readonly times: number;
  /** What `train` trains. */
  readonly network: NetworkName;
}
export interface Reply {
  readonly milliseconds: number;
  readonly numbers: number[];
}
