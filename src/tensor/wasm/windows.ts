import type { Conv2dGeometry } from '../conv2dGeometry.ts';
import type { Site } from '../kernels/plan/layout.ts';
import { windowsOf } from '../kernels/stages/windows.ts';
import {
  add,
  advance,
  type Code,
  differs,
  get,
  i32,
  type Local,
  loadI32,
  repeatWhile,
  seq,
  set,
  shiftLeft,
} from './code.ts';
import type { Locals } from './module.ts';
import { type Table, tableOf } from './tables.ts';

/** The windows of a pooling, one behind the other: where the result stands, how many cells it reads, and which; in bytes. */
export function windowTable(g: Conv2dGeometry, { x, y, reserve }: Site): Table {
  const { results, starts, cells } = windowsOf(g, x, y);
  const values: number[] = [];
  results.forEach((result, i) => {
    const read = cells.subarray(starts[i], starts[i + 1]);
    values.push(4 * result, read.length, ...Array.from(read, (cell) => 4 * cell));
  });
  return tableOf(values, reserve);
}

/** What a pooling sees of one window. */
interface Window {
  /** Goes over its cells, whose offsets are in `cell`. */
  eachCell(cell: Local, act: Code): Code;
  /** Goes over its channels, four at a time; `shift` is the byte offset of the first. */
  eachFour(act: (lanes: number) => Code): Code;
  readonly shift: Local;
  /** The byte offset of the result. */
  readonly result: Local;
  /** Whether it reads any cell at all. */
  readonly count: Code;
}

/** Goes over all windows of a table. @param act called once, to write what is done with each window */
export function eachWindow(
  locals: Locals,
  { place }: Table,
  windows: number,
  channels: number,
  act: (window: Window) => Code,
): Code {
  const [at, end, left, result, shift, cellAt] = Array.from({ length: 6 }, locals.i32) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const whole = Math.floor(channels / 4);
  const seen: Window = {
    shift,
    result,
    count: differs(get(at), get(end)),
    eachCell: (cell, body) =>
      seq(
        set(cellAt, get(at)),
        repeatWhile(
          seq(set(cell, loadI32(get(cellAt))), body, advance(cellAt, 4)),
          differs(get(cellAt), get(end)),
        ),
      ),
    eachFour: (body) =>
      seq(
        set(shift, i32(0)),
        whole > 0 ? repeatWhile(seq(body(4), advance(shift, 16)), differs(get(shift), i32(16 * whole))) : [],
        channels % 4 > 0 ? body(channels % 4) : [],
      ),
  };
  return seq(
    set(at, i32(4 * place)),
    set(left, i32(windows)),
    repeatWhile(
      seq(
        set(result, loadI32(get(at))),
        set(end, add(add(get(at), i32(8)), shiftLeft(loadI32(get(at), 4), i32(2)))),
        advance(at, 8),
        act(seen),
        set(at, get(end)),
        advance(left, -1),
      ),
      get(left),
    ),
  );
}
