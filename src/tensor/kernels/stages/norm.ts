import { reject } from '../../errors.ts';
import type { Box } from '../plan/box.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { NormStage } from '../plan/stage.ts';

/** Batch norm over all samples, channel by channel: the formulas are those of `batchNorm2d`. */
export function normRunner({ params, grads, buffers, momentum, eps }: NormStage, site: Site): Runner {
  const { memory, x: from, y: to } = site;
  const [gamma, beta] = [params[0]!.data, params[1]!.data];
  const [mean, variance] = [buffers[0]!.data, buffers[1]!.data];
  const plane = from.height * from.width;
  /** What the last forward pass normalised each channel with. */
  const used = { mean: new Float64Array(from.channels), deviation: new Float64Array(from.channels) };
  let training = false;

  function measure(samples: number): void {
    const a = memory.cells;
    const count = samples * plane;
    if (count < 2)
      reject(
        'batchNorm2d',
        'the number of samples in x',
        samples,
        'so many that a channel has two numbers to train on',
      );
    for (let c = 0; c < from.channels; c++) {
      let sum = 0;
      for (let n = 0; n < samples; n++) sum += sumOver(from, site.xAt(n), c, (i) => a[i]!);
      const middle = sum / count;
      let squares = 0;
      for (let n = 0; n < samples; n++)
        squares += sumOver(from, site.xAt(n), c, (i) => (a[i]! - middle) * (a[i]! - middle));
      used.mean[c] = middle;
      used.deviation[c] = Math.sqrt(squares / count + eps);
      mean[c] = (1 - momentum) * mean[c]! + momentum * middle;
      variance[c] = (1 - momentum) * variance[c]! + momentum * (squares / (count - 1));
    }
  }

  return {
    forward(samples, mode) {
      const a = memory.cells;
      training = mode.training;
      if (training) measure(samples);
      else {
        used.mean.set(mean);
        variance.forEach((v, c) => {
          used.deviation[c] = Math.sqrt(v + eps);
        });
      }
      for (let n = 0; n < samples; n++)
        for (let c = 0; c < from.channels; c++) {
          const scale = gamma[c]! / used.deviation[c]!;
          eachCell(from, to, site.xAt(n), site.yAt(n), c, (x, y) => {
            a[y] = scale * (a[x]! - used.mean[c]!) + beta[c]!;
          });
        }
    },
    backward(samples) {
      const a = memory.cells;
      const m = samples * plane;
      for (let c = 0; c < from.channels; c++) {
        const [middle, deviation] = [used.mean[c]!, used.deviation[c]!];
        let [dbeta, dgamma] = [0, 0];
        for (let n = 0; n < samples; n++)
          eachCell(from, to, site.xAt(n), site.dyAt(n), c, (x, dy) => {
            dbeta += a[dy]!;
            dgamma += (a[dy]! * (a[x]! - middle)) / deviation;
          });
        grads[0]!.data[c] = dgamma;
        grads[1]!.data[c] = dbeta;
        const scale = gamma[c]! / deviation;
        const [shift, slope] = training ? [dbeta / m, dgamma / m / deviation] : [0, 0];
        for (let n = 0; n < samples; n++) {
          const apart = site.dxAt(n) - site.xAt(n);
          eachCell(from, to, site.xAt(n), site.dyAt(n), c, (x, dy) => {
            a[x + apart] = scale * (training ? a[dy]! - shift - (a[x]! - middle) * slope : a[dy]!);
          });
        }
      }
    },
  };
}

function sumOver(box: Box, start: number, c: number, term: (i: number) => number): number {
  let sum = 0;
  eachCell(box, box, start, start, c, (i) => {
    sum += term(i);
  });
  return sum;
}

/** The cells of one channel, in two boxes of the same size. */
function eachCell(
  one: Box,
  other: Box,
  atOne: number,
  atOther: number,
  c: number,
  visit: (i: number, o: number) => void,
): void {
  for (let y = 0; y < one.height; y++) {
    let i = atOne + one.first + c * one.channel + y * one.row;
    let o = atOther + other.first + c * other.channel + y * other.row;
    for (let x = 0; x < one.width; x++, i += one.col, o += other.col) visit(i, o);
  }
}
