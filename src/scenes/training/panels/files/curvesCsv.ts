import type { RunState } from '../../run/state.ts';
import { shortNames } from '../health/words.ts';

const FIXED = [
  'run',
  'step',
  'digits',
  'batch_loss',
  'batch_accuracy',
  'learning_rate',
  'test_digits',
  'test_right',
  'test_loss',
] as const;

/** A number with all its digits; nothing where there is none. */
const cell = (value: number | undefined): string => (value === undefined ? '' : String(value));

/**
 * The curves of some runs as a table (RFC 4180): a line for each step, with what is known after it; line 0 is before the
 * first. Behind the fixed columns the size of each layer's gradient and the way of its weights, by the layers of the first
 * run; those of another network have their own.
 */
export function curvesCsv(runs: readonly { readonly name: string; readonly run: RunState }[]): string {
  const names = [...new Set(runs.flatMap(({ run }) => namesOf(run)))];
  const head = [...FIXED, ...names.flatMap((name) => [`gradient_${name}`, `move_${name}`])];
  return `${[head, ...runs.flatMap(({ name, run }) => linesOf(name, run, names))].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

const namesOf = ({ layers }: RunState): string[] =>
  shortNames(layers.map(({ type }) => type)).map(({ en }) => en.replace(' ', '_'));

function linesOf(name: string, run: RunState, names: readonly string[]): string[][] {
  const tests = new Map(run.tests.map((test) => [test.step, test]));
  const mine = namesOf(run);
  return Array.from({ length: run.reports.length + 1 }, (_, step) => {
    const report = step > 0 ? run.reports[step - 1] : undefined;
    const test = tests.get(step);
    const layers = names.flatMap((layer) => {
      const i = mine.indexOf(layer);
      return [cell(report?.gradients[i]), cell(report?.moves[i])];
    });
    const fixed = [step * run.settings.batchSize, report?.loss, report?.accuracy, report?.lr];
    return [name, cell(step), ...[...fixed, test?.count, test?.correct, test?.loss].map(cell), ...layers];
  });
}
