import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import type { Reply, Task } from './core-contender.ts';
import { bundledSize } from './core-size.ts';

const ROUNDS = 7;
const OWN = 'own';
const CONTENDERS = [OWN, 'plain', 'convnetjs', 'tfjs-cpu', 'tfjs-wasm'];
const TITLES: Record<string, string> = {
  own: '**this core**',
  plain: 'this core, plain loops, float64',
  convnetjs: 'ConvNetJS 0.3',
  'tfjs-cpu': 'TensorFlow.js cpu 4.22',
  'tfjs-wasm': 'TensorFlow.js wasm 4.22, 1 thread',
};

/** A comparison: how often a contender repeats its task in a round, and what is asked of the ratios. */
interface Comparison {
  readonly task: Task;
  readonly title: string;
  readonly times: Readonly<Record<string, number>>;
  /** From milliseconds for one repetition. */
  readonly unit: (milliseconds: number) => string;
  readonly targets: readonly { readonly against: string; readonly least: number }[];
}

const perImage = (ms: number) => `${Math.round(32_000 / ms)} images/s`;
const micro = (ms: number) => `${(1000 * ms).toFixed(0)} µs`;
const milli = (ms: number) => `${ms.toFixed(2)} ms`;
const COMPARISONS: readonly Comparison[] = [
  {
    ...{ task: 'train', title: 'W1: a training step, batch 32', unit: perImage },
    times: { own: 60, plain: 2, convnetjs: 4, 'tfjs-cpu': 1 },
    targets: [
      { against: 'convnetjs', least: 10 },
      { against: 'tfjs-cpu', least: 35 },
    ],
  },
  {
    ...{ task: 'forward', title: 'W4: one image forward', unit: micro },
    times: { own: 2000, plain: 100, convnetjs: 200, 'tfjs-cpu': 100, 'tfjs-wasm': 2000 },
    targets: [
      { against: 'tfjs-wasm', least: 1 / 1.3 },
      { against: 'convnetjs', least: 10 },
    ],
  },
  {
    ...{ task: 'conv', title: 'conv2d 16→32, 3×3, same, 64×64, forward', unit: milli },
    times: { own: 40, plain: 2, 'tfjs-cpu': 4, 'tfjs-wasm': 40 },
    targets: [{ against: 'tfjs-cpu', least: 6 }],
  },
  {
    ...{ task: 'convBackward', title: 'the same, backward (dx and dw)', unit: milli },
    times: { own: 20, plain: 1, 'tfjs-cpu': 1 },
    targets: [{ against: 'tfjs-cpu', least: 50 }],
  },
];

export async function run(): Promise<void> {
  console.log(`# The core beside others\n\n${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, `);
  console.log(
    `${cpus().length} cores, Node ${process.version}; each in a process of its own, ${ROUNDS} rounds in turn,`,
  );
  console.log('medians of the ratios within a round.\n');
  const processes = new Map<string, ChildProcess>();
  for (const name of CONTENDERS) processes.set(name, await started('core-process.ts', [name]));
  const ask = async (name: string, task: Task, times: number): Promise<Reply> => {
    const child = processes.get(name) as ChildProcess;
    child.send({ task, times });
    return messageOf<Reply>(child);
  };
  try {
    await checkNumbers(ask);
    for (const comparison of COMPARISONS) await compare(comparison, ask);
  } finally {
    for (const child of processes.values()) child.kill();
  }
  await costTable();
  const { bytes } = await measured(['28', '8', '16', '32', 'heap']);
  const size = await bundledSize();
  console.log('## Memory and size\n');
  console.log(
    `- ${verdict(bytes < 200_000)} heap over 1,000 training steps: ${(bytes / 1024).toFixed(1)} KB more`,
  );
  console.log(
    `- ${verdict(size <= 15 * 1024)} src/tensor and src/network, bundled, gzip: ${(size / 1024).toFixed(2)} KB (≤ 15)`,
  );
}

type Ask = (name: string, task: Task, times: number) => Promise<Reply>;

/** Losses of five training steps, logits, and both passes of the convolution, against the plain loops. */
async function checkNumbers(ask: Ask): Promise<void> {
  console.log('Largest difference from the plain loops in float64, relative to the largest number:\n');
  console.log(`| | ${['losses', 'forward', 'conv', 'convBackward'].join(' | ')} |\n|---|---|---|---|---|`);
  const expected = new Map<Task, number[]>();
  for (const name of ['plain', ...CONTENDERS.filter((c) => c !== 'plain')]) {
    const cells: string[] = [];
    for (const task of ['losses', 'forward', 'conv', 'convBackward'] as const) {
      const { numbers } = await ask(name, task, task === 'losses' ? 5 : 1);
      const plain = expected.get(task) ?? numbers;
      expected.set(task, plain);
      const difference = numbers.length ? farthest(task, numbers, plain) : Number.NaN;
      if (difference > 1e-4) throw new Error(`${name} computes something else for '${task}': ${difference}`);
      cells.push(numbers.length ? difference.toExponential(1) : 'not offered');
    }
    if (name !== 'plain') console.log(`| ${TITLES[name]} | ${cells.join(' | ')} |`);
  }
  console.log('');
}

function farthest(task: Task, numbers: readonly number[], plain: readonly number[]): number {
  // ConvNetJS hands out probabilities only: logits are compared up to a constant.
  const at = (values: readonly number[], i: number) =>
    (values[i] as number) - (task === 'forward' ? (values[0] as number) : 0);
  let [scale, difference] = [0, 0];
  for (let i = 0; i < plain.length; i++) {
    scale = Math.max(scale, Math.abs(at(plain, i)));
    difference = Math.max(difference, Math.abs(at(numbers, i) - at(plain, i)));
  }
  return difference / scale;
}

async function compare({ task, title, times, unit, targets }: Comparison, ask: Ask): Promise<void> {
  const names = Object.keys(times);
  const rounds = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names)
    await ask(name, task, Math.ceil((times[name] as number) * (name === OWN ? 3 : 1)));
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) {
      const { milliseconds } = await ask(name, task, times[name] as number);
      rounds.get(name)?.push(milliseconds / (times[name] as number));
    }
  const mine = rounds.get(OWN) as number[];
  const ratio = (name: string) => median(mine.map((ms, i) => (rounds.get(name)?.[i] as number) / ms));
  console.log(`## ${title}\n\n| | its time / this core's | |\n|---|---|---|`);
  for (const name of names)
    console.log(
      `| ${TITLES[name]} | ${ratio(name).toFixed(2)} | ${unit(median(rounds.get(name) as number[]))} |`,
    );
  console.log('');
  for (const { against, least } of targets)
    console.log(
      `- ${verdict(ratio(against) >= least)} ${ratio(against).toFixed(2)} × ${TITLES[against]} (≥ ${least.toFixed(2)})`,
    );
  console.log('');
}

/** A training step of networks that differ in one size at a time. */
async function costTable(): Promise<void> {
  console.log('## Cost against size\n\nA training step of the digit network, one size changed at a time.\n');
  console.log(
    '| input side | channels | batch | multiply-adds forward, million | ms | ms / million |\n|---|---|---|---|---|---|',
  );
  const rows = [
    ...[14, 28, 56, 112].map((side) => [side, 8, 16, 32]),
    ...[4, 16, 32].map((channels) => [28, channels, 2 * channels, 32]),
    ...[1, 8, 128].map((batch) => [28, 8, 16, batch]),
  ];
  for (const row of rows) {
    const [side, first, second, batch] = row as [number, number, number, number];
    const { multiplyAdds, median: ms } = await measured(row.map(String));
    const millions = (multiplyAdds * batch) / 1e6;
    console.log(
      `| ${side} | ${first}, ${second} | ${batch} | ${millions.toFixed(2)} | ${ms.toFixed(2)} | ${(ms / millions).toFixed(3)} |`,
    );
  }
  console.log('');
}

/** Forks a script of this folder. Resolves with its first message, or with the process if that says 'ready'. */
async function started(script: string, args: readonly string[]): Promise<ChildProcess> {
  const child = forked(script, args);
  await messageOf(child);
  return child;
}

async function measured(
  args: readonly string[],
): Promise<{ multiplyAdds: number; median: number; bytes: number }> {
  return messageOf(forked('core-cost.ts', args));
}

/** The next message. @throws Error when the process ends instead */
function messageOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`${child.spawnargs.at(-1)} ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

function forked(script: string, args: readonly string[]): ChildProcess {
  const path = new URL(script, import.meta.url).pathname;
  return fork(path, args, { execArgv: ['--import', 'tsx', '--expose-gc'] });
}

function median(values: readonly number[]): number {
  return [...values].sort((p, q) => p - q)[Math.floor(values.length / 2)] as number;
}

function verdict(passed: boolean): string {
  return passed ? 'pass:' : '**FAIL**:';
}
