import type { Task } from './core-contender.ts';
import { CONVNETJS_CAN } from './core-convnetjs.ts';
import { NETWORKS, type NetworkName, TITLES } from './core-networks.ts';

export const CONTENDERS: Readonly<Record<string, string>> = {
  compiled: '**this core, compiled**',
  fast: '**this core, TypeScript**',
  plain: 'this core, plain loops, float64',
  convnetjs: 'ConvNetJS 0.3',
  'tfjs-cpu': 'TensorFlow.js cpu 4.22',
  'tfjs-wasm': 'TensorFlow.js wasm 4.22, 1 thread',
};

/** What is asked of a ratio: `of` is so many times as fast as `against`. */
export interface Target {
  readonly of: 'compiled' | 'fast';
  readonly against: string;
  readonly least: number;
}

/** A comparison: how often a contender repeats its task in a round, and what is asked of the ratios. */
export interface Comparison {
  readonly task: Task;
  readonly network: NetworkName;
  readonly title: string;
  readonly times: Readonly<Record<string, number>>;
  /** From milliseconds for one repetition. */
  readonly unit: (milliseconds: number) => string;
  readonly targets: readonly Target[];
}

const perImage = (ms: number) => `${Math.round(32_000 / ms)} images/s`;
const micro = (ms: number) => `${(1000 * ms).toFixed(0)} µs`;
const milli = (ms: number) => `${ms.toFixed(2)} ms`;

const trainingOf = (network: NetworkName): Comparison => {
  const convnetjs = CONVNETJS_CAN.includes(network);
  const against: Target[] = convnetjs
    ? [
        { of: 'compiled', against: 'convnetjs', least: 20 },
        { of: 'fast', against: 'convnetjs', least: 1 },
      ]
    : [];
  return {
    task: 'train',
    network,
    title: `Training, batch 32: ${TITLES[network]}`,
    unit: perImage,
    times: { compiled: 40, fast: 8, ...(convnetjs && { convnetjs: 2 }), plain: 1 },
    targets: against,
  };
};

const W1: Comparison = {
  task: 'train',
  network: 'digit',
  title: `Training, batch 32: ${TITLES.digit}`,
  unit: perImage,
  times: { compiled: 60, fast: 20, plain: 1, convnetjs: 3, 'tfjs-cpu': 1, 'tfjs-wasm': 6 },
  targets: [
    { of: 'compiled', against: 'convnetjs', least: 70 },
    { of: 'compiled', against: 'tfjs-cpu', least: 250 },
    { of: 'fast', against: 'convnetjs', least: 15 },
  ],
};

const digit = 'digit' as const;
export const COMPARISONS: readonly Comparison[] = [
  W1,
  ...(Object.keys(NETWORKS) as NetworkName[]).filter((name) => name !== digit).map(trainingOf),
  {
    ...{ task: 'forward', network: digit, title: 'W4: one image forward', unit: micro },
    times: { compiled: 2000, fast: 500, plain: 50, convnetjs: 100, 'tfjs-cpu': 50, 'tfjs-wasm': 1000 },
    targets: [
      { of: 'compiled', against: 'tfjs-wasm', least: 2 },
      { of: 'fast', against: 'convnetjs', least: 10 },
    ],
  },
  {
    ...{ task: 'conv', network: digit, title: 'conv2d 16→32, 3×3, same, 64×64, forward', unit: milli },
    times: { compiled: 60, fast: 6, plain: 1, 'tfjs-cpu': 2, 'tfjs-wasm': 40 },
    targets: [{ of: 'compiled', against: 'tfjs-wasm', least: 1.25 }],
  },
  {
    ...{ task: 'convBackward', network: digit, title: 'the same, backward (dx and dw)', unit: milli },
    times: { compiled: 30, fast: 3, plain: 1, 'tfjs-cpu': 1, 'tfjs-wasm': 8 },
    targets: [{ of: 'compiled', against: 'tfjs-cpu', least: 500 }],
  },
];

/** The first line once more, in a browser. */
export const IN_CHROMIUM: Comparison = {
  ...W1,
  title: 'The first line in Chromium, each in a worker of its own',
  times: { compiled: 60, fast: 20, convnetjs: 3 },
  targets: W1.targets.filter(({ against }) => against === 'convnetjs'),
};
