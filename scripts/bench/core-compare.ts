import { CONTENDERS, type Comparison } from './core-comparisons.ts';
import type { Reply, Request } from './core-contender.ts';

const ROUNDS = 7;

/** Asks a contender to do something. */
export type Ask = (name: string, request: Request) => Promise<Reply>;

/** Runs the contenders in turn, round after round, and prints the medians of the ratios within a round. */
export async function compare(
  { task, network, title, times, unit, targets }: Comparison,
  ask: Ask,
): Promise<void> {
  const names = Object.keys(times);
  const rounds = new Map(names.map((name) => [name, [] as number[]]));
  const run = async (name: string, more = 1) => {
    const count = Math.ceil((times[name] as number) * more);
    const { milliseconds } = await ask(name, { task, times: count, network });
    return milliseconds / count;
  };
  for (const name of names) await run(name, name === 'compiled' || name === 'fast' ? 3 : 1);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) rounds.get(name)?.push(await run(name));
  /** How many times as fast `of` is as `against`. */
  const ratio = (of: string, against: string) =>
    median((rounds.get(of) as number[]).map((ms, i) => (rounds.get(against)?.[i] as number) / ms));
  console.log(`## ${title}\n\n| | its time / compiled | its time / TypeScript | |\n|---|---|---|---|`);
  for (const name of names) {
    const cells = ['compiled', 'fast'].map((of) => ratio(of, name).toFixed(2));
    console.log(
      `| ${CONTENDERS[name]} | ${cells.join(' | ')} | ${unit(median(rounds.get(name) as number[]))} |`,
    );
  }
  console.log('');
  for (const { of, against, least } of targets)
    console.log(
      `- ${verdict(ratio(of, against) >= least)} ${CONTENDERS[of]} is ${ratio(of, against).toFixed(2)} × as fast as ${CONTENDERS[against]} (≥ ${least.toFixed(2)})`,
    );
  console.log('');
}

/** Losses of five training steps, logits, and both passes of the convolution, against the plain loops. */
export async function checkNumbers(ask: Ask): Promise<void> {
  console.log('Largest difference from the plain loops in float64, relative to the largest number:\n');
  const tasks = ['losses', 'forward', 'conv', 'convBackward'] as const;
  console.log(`| | ${tasks.join(' | ')} |\n|---|---|---|---|---|`);
  const expected = new Map<string, number[]>();
  for (const name of ['plain', ...Object.keys(CONTENDERS).filter((c) => c !== 'plain')]) {
    const cells: string[] = [];
    for (const task of tasks) {
      const times = task === 'losses' ? 5 : 1;
      const { numbers } = await ask(name, { task, times, network: 'digit' });
      const plain = expected.get(task) ?? numbers;
      expected.set(task, plain);
      const difference = numbers.length ? farthest(task === 'forward', numbers, plain) : Number.NaN;
      if (difference > 1e-4) throw new Error(`${name} computes something else for '${task}': ${difference}`);
      cells.push(numbers.length ? difference.toExponential(1) : 'not offered');
    }
    if (name !== 'plain') console.log(`| ${CONTENDERS[name]} | ${cells.join(' | ')} |`);
  }
  console.log('');
}

/** @param shifts whether to compare up to a constant: ConvNetJS hands out probabilities only */
export function farthest(shifts: boolean, numbers: readonly number[], plain: readonly number[]): number {
  const at = (values: readonly number[], i: number) =>
    (values[i] as number) - (shifts ? (values[0] as number) : 0);
  let [scale, difference] = [0, 0];
  for (let i = 0; i < plain.length; i++) {
    scale = Math.max(scale, Math.abs(at(plain, i)));
    difference = Math.max(difference, Math.abs(at(numbers, i) - at(plain, i)));
  }
  return difference / scale;
}

export function median(values: readonly number[]): number {
  return [...values].sort((p, q) => p - q)[Math.floor(values.length / 2)] as number;
}

export function verdict(passed: boolean): string {
  return passed ? 'pass:' : '**FAIL**:';
}
