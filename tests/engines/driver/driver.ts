import type { Action } from './input.ts';

/** What the walk asks of a browser: the part of W3C's WebDriver that both engines speak, each over a wire of its own. */
export interface Driver {
  goto(url: string): Promise<void>;
  /** Makes the page's part of the window so large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Calls a function of the page with arguments, all JSON, and waits for its promise: see `run.ts`. */
  call(source: string, args: readonly unknown[]): Promise<unknown>;
  /** Real input: what a reader's keyboard and mouse would send. */
  act(actions: readonly Action[]): Promise<void>;
  /** What the window shows, as PNG in base64. */
  picture(): Promise<string>;
  close(): Promise<void>;
}
