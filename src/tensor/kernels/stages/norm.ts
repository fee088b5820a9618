import { reject } from '../../errors.ts';
import type { TypedArray } from '../../tensor.ts';
import type { Box } from '../plan/box.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { NormStage } from '../plan/stage.ts';

/** Batch norm over all samples, channel by channel: the formulas are those of `batchNorm2d`. In boxes of either order. */
export function normRunner({ params, grads, buffers, momentum, eps }: NormStage, site: Site): Runner {
  const { memory, x: from, y: to } = site;
  const [gamma, beta] = [params[0]!.data, params[1]!.data];
  const [mean, variance] = [buffers[0]!.data, buffers[1]!.data];
  const plane = from.height * from.width;
  /** What the last forward pass normalised each channel with. */
  const used = { mean: new Float64Array(from.channels), deviation: new Float64Array(from.channels) };
  let training = false;

  function measure(samples: number): void {
    const count = samples * plane;
    checkBatch(samples, count);
    for (let c = 0; c < from.channels; c++) {
      let sum = 0;
      let squares = 0;
      for (let n = 0; n < samples; n++) sum += sumOf(memory.cells, from, site.xAt(n), c);
      const middle = sum / count;
      for (let n = 0; n < samples; n++) squares += squaresOf(memory.cells, from, site.xAt(n), c, middle);
      used.mean[c] = middle;
      used.deviation[c] = Math.sqrt(squares / count + eps);
      mean[c] = (1 - momentum) * mean[c]! + momentum * middle;
      variance[c] = (1 - momentum) * variance[c]! + momentum * (squares / (count - 1));
    }
  }

  return {
    forward(samples, mode) {
      training = mode.training;
      if (training) measure(samples);
      else
        for (let c = 0; c < from.channels; c++) {
          used.mean[c] = mean[c]!;
          used.deviation[c] = Math.sqrt(variance[c]! + eps);
        }
      const a = memory.cells;
      for (let n = 0; n < samples; n++)
        for (let c = 0; c < from.channels; c++) {
          const [scale, middle, shift] = [gamma[c]! / used.deviation[c]!, used.mean[c]!, beta[c]!];
          for (let row = 0; row < from.height; row++) {
            let i = rowOf(from, site.xAt(n), c, row);
            let o = rowOf(to, site.yAt(n), c, row);
            for (let col = 0; col < from.width; col++, i += from.col, o += to.col)
              a[o] = scale * (a[i]! - middle) + shift;
          }
        }
    },
    backward(samples) {
      const a = memory.cells;
      const m = samples * plane;
      for (let c = 0; c < from.channels; c++) {
        const [middle, deviation] = [used.mean[c]!, used.deviation[c]!];
        let [dbeta, dgamma] = [0, 0];
        for (let n = 0; n < samples; n++) {
          dbeta += sumOf(a, to, site.dyAt(n), c);
          dgamma += productsOf(a, from, site.xAt(n), to, site.dyAt(n), c, middle);
        }
        dgamma /= deviation;
        grads[0]!.data[c] = dgamma;
        grads[1]!.data[c] = dbeta;
        const scale = gamma[c]! / deviation;
        const [shift, slope] = [dbeta / m, dgamma / m / deviation];
        for (let n = 0; n < samples; n++) {
          const apart = site.dxAt(n) - site.xAt(n);
          for (let row = 0; row < from.height; row++) {
            let i = rowOf(from, site.xAt(n), c, row);
            let o = rowOf(to, site.dyAt(n), c, row);
            for (let col = 0; col < from.width; col++, i += from.col, o += to.col)
              a[i + apart] = scale * (training ? a[o]! - shift - (a[i]! - middle) * slope : a[o]!);
          }
        }
      }
    },
  };
}

/** @throws Error where a channel has only one number to train on */
export function checkBatch(samples: number, count: number): void {
  if (count < 2)
    reject(
      'batchNorm2d',
      'the number of samples in x',
      samples,
      'so many that a channel has two numbers to train on',
    );
}

/** Where a row of a channel begins in a box that begins at `start`. */
function rowOf(box: Box, start: number, c: number, row: number): number {
  return start + box.first + c * box.channel + row * box.row;
}

/** Σ of one channel of a sample. */
function sumOf(a: TypedArray, box: Box, start: number, c: number): number {
  let sum = 0;
  for (let row = 0; row < box.height; row++) {
    let i = rowOf(box, start, c, row);
    for (let col = 0; col < box.width; col++, i += box.col) sum += a[i]!;
  }
  return sum;
}

/** Σ (x − middle)² of one channel of a sample. */
export function squaresOf(a: TypedArray, box: Box, start: number, c: number, middle: number): number {
  let sum = 0;
  for (let row = 0; row < box.height; row++) {
    let i = rowOf(box, start, c, row);
    for (let col = 0; col < box.width; col++, i += box.col) sum += (a[i]! - middle) * (a[i]! - middle);
  }
  return sum;
}

/** Σ dy · (x − middle). */
function productsOf(
  a: TypedArray,
  x: Box,
  xStart: number,
  y: Box,
  dyStart: number,
  c: number,
  middle: number,
): number {
  let sum = 0;
  for (let row = 0; row < x.height; row++) {
    let i = rowOf(x, xStart, c, row);
    let o = rowOf(y, dyStart, c, row);
    for (let col = 0; col < x.width; col++, i += x.col, o += y.col) sum += a[o]! * (a[i]! - middle);
  }
  return sum;
}
