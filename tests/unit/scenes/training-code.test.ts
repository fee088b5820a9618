import { describe, expect, it } from 'vitest';
import { pixelSamples } from '../../../src/network/samples.ts';
import { defaultsOf } from '../../../src/playback/parameters/table.ts';
import { DEFAULTS } from '../../../src/scenes/training/defaults.ts';
import { firstModel } from '../../../src/scenes/training/initial.ts';
import { build } from '../../../src/scenes/training/model.ts';
import { params, type SettingParams } from '../../../src/scenes/training/parameters.ts';
import { training } from '../../../src/scenes/training/scene.ts';
import { settingsOf } from '../../../src/scenes/training/settings.ts';
import { viewOf } from '../../../src/scenes/training/view.ts';
import { createRandom } from '../../../src/tensor/random.ts';
import { createSession, type PartReport } from '../../../src/worker/session.ts';
import { findTorch, NO_TORCH, numbersIn, type Ran, runTorch } from './contract/torch.ts';

/*
 * The copied PyTorch code is run, on pictures of noise in place of those that torchvision would fetch. Then its network is
 * given our first weights and one batch, and its own optimizer and schedule: the losses have to be those of the worker.
 */

const STEPS = 3;
const COUNT = 8;

const CASES: Readonly<Record<string, Partial<SettingParams>>> = {
  defaults: {},
  'one convolution, Adam, no schedule': {
    convolutions: '1',
    optimizer: 'adam',
    rate: 0.002,
    schedule: 'constant',
  },
  'batch norm, stride, mean pooling, Nesterov, L2': {
    ...{ batchNorm: true, stride: '2', pooling: 'average', optimizer: 'nesterov', decay: 0.01 },
  },
  'dense, SGD, scrambled': {
    convolutions: '0',
    optimizer: 'sgd',
    rate: 0.1,
    pixels: 'scrambled',
    filters: 3,
  },
  'clothes, AdamW, GELU': {
    data: 'fashion',
    optimizer: 'adamw',
    decay: 0.1,
    rate: 0.002,
    activation: 'gelu',
  },
  'too large, dropout, shift': {
    start: 'large',
    dropout: 0.5,
    shift: 2,
    activation: 'leakyRelu',
    kernel: '3',
  },
};

/** What torchvision would bring. */
const NOISE = `
import sys, types, torch
class Noise:
    def __init__(self, root, train, download):
        random = torch.Generator().manual_seed(1 if train else 2)
        count = 20000 if train else 1000
        self.data = torch.randint(0, 256, (count, 28, 28), generator=random, dtype=torch.uint8)
        self.targets = torch.randint(0, 10, (count,), generator=random)
datasets = types.SimpleNamespace(MNIST=Noise, FashionMNIST=Noise)
sys.modules["torchvision"] = types.SimpleNamespace(datasets=datasets)
sys.modules["torchvision.datasets"] = datasets
`;

const random = createRandom(5);
const pixels = Uint8Array.from({ length: COUNT * 784 }, () => Math.floor(256 * random.next()));
const labels = Uint8Array.from({ length: COUNT }, (_, n) => n);

/** What the worker computes from the very same, each step with all pictures. */
function ours(given: SettingParams): PartReport[] {
  const settings = { ...settingsOf(given), shift: 0, scrambled: false, batchSize: COUNT, digits: COUNT };
  const session = createSession(settings, pixelSamples(pixels, labels, 784));
  return Array.from({ length: STEPS }, () => session.advanceStep() as PartReport);
}

function codeOf(given: SettingParams, reports: readonly PartReport[]) {
  const all = { ...defaultsOf(training), ...given };
  const model = build(all, { a: { state: 'waiting' }, b: { state: 'waiting' } });
  const a = { ...model.a, reports, step: STEPS, reached: STEPS };
  const view = viewOf({ ...model, a }, { position: 4 * STEPS } as never);
  return { pytorch: training.code.pytorch(model, view), numpy: training.code.numpy({ ...model, a }, view) };
}

const line = (code: string, start: string): string =>
  code.split('\n').find((one) => one.startsWith(start)) ?? '';

/** Behind the copied code: our weights, our batch, its optimizer. */
function continued(code: string, given: SettingParams): string {
  const weights = firstModel(settingsOf(given)).params.map(({ data }) => Array.from(data));
  return `${NOISE}${code}
print("weights:", sum(p.numel() for p in net.parameters()))
net.train()
with torch.no_grad():
    for p, w in zip(net.parameters(), ${JSON.stringify(weights)}):
        p.copy_(torch.tensor(w).reshape(p.shape))
${line(code, 'optimizer = ')}
${line(code, 'schedule = ')}
x = torch.tensor(${JSON.stringify(Array.from(pixels))}).float().reshape(-1, 1, 28, 28) / 255
for step in range(${STEPS}):
    loss = nn.functional.cross_entropy(net(x), torch.tensor(${JSON.stringify(Array.from(labels))}))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    schedule.step()
    print("loss", loss.item())
`;
}

/** Behind the NumPy code: the same updates by PyTorch's optimizer. */
const checked = (numpy: string, pytorch: string): string => `${numpy}
import torch
p = torch.nn.Parameter(torch.tensor([0.1], dtype=torch.float64))
${line(pytorch, 'optimizer = ').replace('net.parameters()', '[p]')}
for rate in rates:
    optimizer.param_groups[0]["lr"] = rate
    p.grad = torch.full_like(p, 0.5)
    optimizer.step()
print("torch:", p.item(), "numpy:", float(w))
`;

const python = findTorch();
if (python === null) console.info(NO_TORCH);

describe.skipIf(python === null)('the copied code of a training run (needs torch)', () => {
  const cases = Object.entries(CASES).map(([name, change]) => {
    const given = { ...DEFAULTS, ...change };
    const reports = ours(given);
    const { pytorch, numpy } = codeOf(given, reports);
    return { name, given, reports, snippets: [continued(pytorch, given), checked(numpy, pytorch)] as const };
  });
  let ran: Ran[] | undefined;
  const ranOf = (i: number): readonly [Ran, Ran] => {
    ran ??= runTorch(
      python as string,
      cases.flatMap(({ snippets }) => snippets),
    );
    return [ran[2 * i] as Ran, ran[2 * i + 1] as Ran];
  };

  it.each(cases.map(({ name }, i) => [name, i] as const))('%s', { timeout: 240_000 }, (_, i) => {
    const { given, reports, snippets } = cases[i] as (typeof cases)[number];
    const [torch, numpy] = ranOf(i);
    expect(torch.failed, snippets[0].slice(0, 6000)).toBeUndefined();
    expect(numpy.failed, snippets[1]).toBeUndefined();
    const [mean, share, count, ...losses] = valuesOf(torch.printed ?? '');
    expect(mean).toBeGreaterThan(0);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    expect(count).toBe(firstModel(settingsOf(given)).params.reduce((sum, { size }) => sum + size, 0));
    expect(losses.length).toBe(STEPS);
    if (given.dropout === 0)
      losses.forEach((loss, step) => {
        const mine = reports[step]?.loss ?? Number.NaN;
        expect(Math.abs(loss - mine) / Math.max(1, mine), `step ${step}: ${loss}, ours ${mine}`).toBeLessThan(
          1e-3,
        );
      });
    const printed = numpy.printed ?? '';
    const [running] = numbersIn(printed.slice(printed.indexOf('running mean:')));
    expect(running).toBeCloseTo(reports.reduce((sum, { loss }) => sum + loss, 0) / STEPS, 5);
    const rates = numbersIn(printed.slice(printed.indexOf('learning rates:'), printed.indexOf(']')));
    rates.forEach((rate, step) => {
      expect(rate).toBeCloseTo(reports[step]?.lr as number, 6);
    });
    expect(rates.length).toBe(STEPS);
    const [byTorch, byNumpy] = numbersIn(printed.slice(printed.indexOf('torch:')));
    expect(byNumpy).toBeCloseTo(byTorch as number, 9);
  });

  it('every setting that can be chosen has its code', () => {
    for (const [name, spec] of Object.entries(params))
      for (const option of Object.keys('options' in spec ? (spec.options ?? {}) : {})) {
        const { pytorch } = codeOf({ ...DEFAULTS, [name]: option } as SettingParams, []);
        expect(pytorch, `${name} ${option}`).not.toMatch(/undefined|NaN|\[object/);
      }
  });
});

/** The numbers behind the colons and words of the lines that were printed. */
function valuesOf(printed: string): number[] {
  return printed
    .trim()
    .split('\n')
    .map((one) => Number(one.split(/[: ]/).at(-1)));
}
