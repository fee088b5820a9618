import type { CellMark } from '../../figures/gridGeometry.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { VolumeModel } from './model.ts';
import type { Asked } from './question.ts';

const times = (value: number): string =>
  `×${operand(printNumber(value, { digits: 2 }).text).replace(/[()]/g, '')}`;

interface Shown {
  readonly filter: number;
  readonly row: number;
  readonly col: number;
  readonly first: number;
}

/** Which cells stand out when the reader asks about one; the grids by their names. */
export class Marks {
  readonly all: Record<string, Map<string, CellMark>> = {};
  private readonly model: VolumeModel;

  constructor(model: VolumeModel) {
    this.model = model;
  }

  private mark(tensor: string, row: number, col: number, mark: CellMark): void {
    this.all[tensor] ??= new Map();
    this.all[tensor].set(`${row},${col}`, mark);
  }

  question(asked: Asked, shown: Shown): void {
    const { kind, plane, at } = asked;
    switch (kind) {
      case 'x':
        this.pixel(plane, at.row, at.col);
        break;
      case 'w':
        this.weight(asked, shown.first);
        break;
      case 'b':
        this.map(plane);
        this.mark('b', 0, plane, { kind: 'target' });
        break;
      case 's':
        this.mark('s', 0, asked.channel, { kind: 'target' });
        this.block(asked.channel, shown);
        break;
      case 'y':
        for (let c = 0; c < this.model.depth; c++) this.block(c, shown);
        this.mark(`y_${plane}`, at.row, at.col, { kind: 'target' });
    }
  }

  /** All outputs that one input number reaches, in every map whose filter reads its channel. */
  private pixel(channel: number, row: number, col: number): void {
    const { params, depth, out, w } = this.model;
    const perGroup = params.filters / params.groups;
    const group = Math.floor(channel / depth);
    for (let f = group * perGroup; f < (group + 1) * perGroup; f++)
      for (let ky = 0; ky < params.kernel; ky++)
        for (let kx = 0; kx < params.kernel; kx++) {
          const [oy, ox] = [row - ky, col - kx];
          if (oy < 0 || ox < 0 || oy >= out || ox >= out) continue;
          this.mark(`y_${f}`, oy, ox, { kind: 'reached', badge: times(w.at(f, channel % depth, ky, kx)) });
        }
    this.mark(`x_${channel}`, row, col, { kind: 'target' });
  }

  /** A weight meets one pixel of its channel at every place, and makes a product in every number of its map. */
  private weight({ plane, channel, at }: Asked, first: number): void {
    const { out } = this.model;
    for (let row = 0; row < out; row++)
      for (let col = 0; col < out; col++)
        this.mark(`x_${first + channel}`, row + at.row, col + at.col, { kind: 'active' });
    this.map(plane);
    this.mark(`w_${plane}_${channel}`, at.row, at.col, { kind: 'target' });
  }

  private map(filter: number): void {
    const { out } = this.model;
    for (let row = 0; row < out; row++)
      for (let col = 0; col < out; col++) this.mark(`y_${filter}`, row, col, { kind: 'reached' });
  }

  /** The window of one channel, each pixel with the weight that multiplies it. */
  private block(channel: number, { filter, row, col, first }: Shown): void {
    const { params, w } = this.model;
    for (let ky = 0; ky < params.kernel; ky++)
      for (let kx = 0; kx < params.kernel; kx++)
        this.mark(`x_${first + channel}`, row + ky, col + kx, {
          kind: 'source',
          badge: times(w.at(filter, channel, ky, kx)),
        });
  }
}
