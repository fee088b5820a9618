import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { evaluate } from '../../../src/network/evaluate.ts';
import { pixelSamples, type Samples } from '../../../src/network/samples.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { runSettings } from '../../../src/scenes/training/model.ts';
import { training } from '../../../src/scenes/training/scene.ts';
import { trainingStep } from '../../../src/scenes/training-step/scene.ts';
import { type DigitSet, readManifest, readPart } from '../../../src/worker/parts.ts';
import { deadUnits } from '../../../src/worker/readings.ts';
import { createSession, type Session } from '../../../src/worker/session.ts';
import { stepsPerEpoch } from '../../../src/worker/settings.ts';

/** What chapter 18 says of its numbers is what its figures compute. */
const proses = LANGUAGES.map((language) => readFileSync(`src/chapters/18-learning/${language}.mdx`, 'utf8'));
const says = (...texts: readonly string[]): void => {
  for (const prose of proses) for (const text of texts) expect(prose).toContain(text);
};
const text = (value: number, digits = 3): string => printNumber(value, { digits }).text;

function stepAt(beat: string) {
  const store = createFigureStore(trainingStep);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

describe('one step', () => {
  it('starts from worse than a guess', () => {
    const { first } = stepAt('loss');
    const { loss, values } = first.pass;
    const share = (label: number): string => text(100 * (values.probs.data[label] as number), 1);
    says(text(Math.log(10)), text(loss), `${share(3)}%`, '31%');
    expect(Number(share(8))).toBeCloseTo(31, 0);
    says(text(Math.round(stepAt('large').first.pass.loss)), `\\approx${Math.exp(-9).toFixed(4)}`);
  });

  it('promises and keeps', () => {
    const { first, outcome, params } = stepAt('update');
    const change = outcome(0).loss - first.pass.loss;
    const promised = -params.rate * first.square;
    says(text(first.square, 1), text(promised), text(change), `${Math.round((100 * change) / promised)}%`);

    const small = stepAt('small-rate');
    const kept = (small.outcome(0).loss - small.first.pass.loss) / (-small.params.rate * small.first.square);
    expect(Math.round(100 * kept)).toBe(99);

    const far = stepAt('below-zero');
    says(text(far.first.pass.loss - far.params.rate * far.first.square), text(far.outcome(0).loss));
  });

  it('of one weight alone is worth little', () => {
    const { first, params } = stepAt('alone');
    const slopes = Array.from(first.gradients[0]?.data ?? []);
    const at = slopes.map(Math.abs).indexOf(Math.max(...slopes.map(Math.abs)));
    const change = first.alone(at, -params.rate * (slopes[at] as number)) - first.pass.loss;
    expect(text(change, 4)).toBe('−0.00088');
    says('0.00088');
  });

  it('from zeros brings 0.9, and moves ten biases alone', () => {
    const { first, outcome, params } = stepAt('zeros');
    expect(params.rate * first.square).toBeCloseTo(0.9, 12);
    says(text(outcome(0).loss - first.pass.loss));
    expect(outcome(0).next.slice(0, 5)).toEqual(first.weights.slice(0, 5));
  });

  it('that is far too long pleases its own digit and costs the others', () => {
    const { first, outcome, params } = stepAt('far-too-large');
    expect(Math.round(first.pass.loss - params.rate * first.square)).toBe(-53);
    expect(outcome(0).loss.toPrecision(1)).toBe('5e-11');
    says(text(first.curves.othersAt(0)), text(first.curves.othersAt(params.rate), 1));
  });
});

describe('counting', () => {
  it('steps, and what a sure answer costs', () => {
    expect(60_000 / 32).toBe(1875);
    const { settings } = settingsAt('start');
    expect(stepsPerEpoch(settings)).toBe(625);
    expect(settings.steps / 625).toBe(4);
    expect([-Math.log(0.51), -Math.log(0.99)].map((loss) => loss.toFixed(3))).toEqual(['0.673', '0.010']);
    says('1875', '625', '0.673', '0.010');
  });
});

function settingsAt(beat: string) {
  const store = createFigureStore(training);
  expect(store.actions.goTo(beat)).toBe(true);
  const found = runSettings(store.getState().params, 'a');
  if (!found) throw new Error(`${beat}: there is no run`);
  return found;
}

/** The same numbers as in the figure, but for the last bits of another engine: so most are held within a little room. */
describe('training', { timeout: 400_000 }, () => {
  let train: Samples;
  let test: Samples;

  async function digits(set: DigitSet, most: number): Promise<Samples> {
    const file = (name: string) => readFileSync(`public/data/mnist/${name}`);
    const pixels: Uint8Array[] = [];
    const labels: number[] = [];
    for (const part of readManifest(file('parts.json').toString(), '')[set]) {
      if (labels.length >= most) break;
      const read = await readPart(new Uint8Array(file(part.file)), part);
      pixels.push(read.pixels);
      labels.push(...read.labels);
    }
    return pixelSamples(Uint8Array.from(Buffer.concat(pixels)), Uint8Array.from(labels), 784);
  }

  beforeAll(async () => {
    [train, test] = await Promise.all([digits('train', 20_000), digits('test', 1000)]);
  });

  function sessionAt(beat: string): Session {
    const { settings } = settingsAt(beat);
    return createSession(settings, { ...train, count: settings.digits });
  }
  /** The losses of the batches on the way. */
  function advance(session: Session, steps: number): number[] {
    const losses: number[] = [];
    for (let i = 0; i < steps; i++) {
      const report = session.advanceStep();
      if (!report) break;
      losses.push(report.loss);
    }
    return losses;
  }
  const onTest = ({ model }: Session) => evaluate(model, test, 1000);
  const within = (value: number, low: number, high: number): void => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  };
  const dead = ({ model }: Session): string =>
    deadUnits(model, test, 100)
      .map((layer) => `${layer.dead}/${layer.of}`)
      .join(' ');

  it('by default: a tenth, almost nine tenths, 93 and 97 of a hundred', () => {
    const session = sessionAt('whole');
    const before = onTest(session);
    within(before.correct, 90, 115);
    within(before.loss, 2.58, 2.65);
    advance(session, 50);
    const atFifty = onTest(session).correct;
    advance(session, 50);
    const hundred = onTest(session);
    says('0.3');
    within(hundred.correct, 870, 910);
    within(hundred.loss, 0.25, 0.35);
    advance(session, 100);
    within(onTest(session).correct, 925, 939);
    const slow = sessionAt('too-slow');
    advance(slow, 200);
    expect(onTest(slow).correct).toBeLessThan(atFifty);
    advance(session, 400);
    within(onTest(session).correct, 960, 975);
    advance(session, 25);
    within(onTest(session).correct, 965, 975);
    advance(session, 1875);
    within(onTest(session).correct, 980, 989);
  });

  it('plain SGD is behind after two hundred steps', () => {
    const { settings } = settingsAt('start');
    const session = createSession(
      { ...settings, optimizer: { ...settings.optimizer, type: 'sgd' } },
      { ...train, count: settings.digits },
    );
    advance(session, 200);
    within(onTest(session).correct, 888, 905);
  });

  it('in batches of one, the losses jump', () => {
    expect(advance(sessionAt('batch-1'), 3).map((loss) => loss.toFixed(2))).toEqual(['0.96', '4.08', '2.22']);
    says('0.96', '4.08', '2.22');
  });

  it('from zeros, no kernel moves; from a hundredth, nothing happens; from ten times, the filters die', () => {
    const zeros = sessionAt('zeros');
    within(Math.max(...advance(zeros, 30)), 2.25, 2.36);
    expect(zeros.model.params.slice(0, 5).every(({ data }) => data.every((w) => w === 0))).toBe(true);

    const small = sessionAt('too-small');
    advance(small, 100);
    within(onTest(small).loss, 2.28, 2.32);

    const large = sessionAt('too-large');
    const [first = 0] = advance(large, 100);
    expect(first).toBeGreaterThan(1000);
    expect(dead(large)).toMatch(/16\/16$/);

    const normed = sessionAt('batch-norm');
    advance(normed, 100);
    expect(onTest(normed).correct).toBeGreaterThan(500);
  });

  it('with too large a rate, ReLUs die, and what cannot die overflows', () => {
    const fast = sessionAt('too-fast');
    advance(fast, 40);
    expect(onTest(fast).correct).toBeGreaterThan(800);
    const last = advance(fast, 60).at(-1) as number;
    expect(dead(fast)).toMatch(/16\/16$/);
    within(last, 2.25, 2.4);
    const session = sessionAt('dead');
    advance(session, 100);
    expect(dead(session)).toBe('8/8 16/16');
    const huge = sessionAt('huge');
    expect(advance(huge, 2)[1]?.toExponential(0)).toBe('2e+18');
    advance(huge, 18);
    expect(dead(huge)).toBe('8/8 16/16');
    const overflowing = sessionAt('not-finite');
    advance(overflowing, 100);
    expect(overflowing.trouble?.value).toBeNaN();
    expect(overflowing.step).toBeLessThan(10);
  });

  it('on a hundred digits alone: learned by heart', () => {
    const session = sessionAt('overfit');
    advance(session, 100);
    const [early, own] = [onTest(session), evaluate(session.model, train, 100)];
    expect(own.correct).toBe(100);
    within(early.accuracy, 0.71, 0.735);
    within(early.loss, 1.4, 1.54);
    advance(session, 300);
    const late = onTest(session);
    within(late.accuracy, 0.71, 0.73);
    within(late.loss, 1.65, 1.75);

    const of = (beat: string) => {
      const other = sessionAt(beat);
      advance(other, 400);
      return onTest(other);
    };
    expect(of('shifted').accuracy).toBeGreaterThan(0.8);
    // Both are decided by the last bits of a float: what is said of them is what five seeds have in common.
    within(of('l2').loss / late.loss, 0.45, 0.7);
    within(of('dropout').accuracy - late.accuracy, 0.01, 0.09);
  });
});
