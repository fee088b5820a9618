import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver, type Driver } from '../../../src/scenes/training/run/driver.ts';
import { idleRun } from '../../../src/scenes/training/run/idle.ts';
import { positionOf } from '../../../src/scenes/training/run/position.ts';
import type { RunState } from '../../../src/scenes/training/run/state.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import type { Reply } from '../../../src/worker/protocol.ts';
import { createService } from '../../../src/worker/service.ts';
import { DEFAULT_SETTINGS, type TrainingSettings } from '../../../src/worker/settings.ts';

const settings: TrainingSettings = {
  ...DEFAULT_SETTINGS,
  architecture: { ...DEFAULT_SETTINGS.architecture, filters: 2, kernel: 3, convolutions: 1 },
  ...{ batchSize: 8, steps: 60, digits: 500 },
};

/** A worker in this thread. */
function localWorker(serve: typeof fetch): WorkerLike {
  const worker: WorkerLike = {
    ...{ onmessage: null, onerror: null, onmessageerror: null },
    postMessage: (command) => {
      const copy = structuredClone(command);
      setTimeout(() => obey(copy));
    },
    terminate: () => obey({ run: -1, type: 'start', settings, base: 'nowhere/' }),
  };
  const obey = createService((reply) => {
    const data = structuredClone(reply);
    setTimeout(() => worker.onmessage?.({ data } as MessageEvent<Reply>));
  }, serve);
  return worker;
}

const served: typeof fetch = async (url) =>
  new Response(new Uint8Array(readFileSync(`public${String(url)}`)));

let driver: Driver | undefined;
afterEach(() => driver?.close());

function driven(given: Partial<Parameters<typeof createDriver>[0]> = {}, serve = served) {
  const states: RunState[] = [];
  const waiting = new Set<() => void>();
  driver = createDriver({
    ...{ state: idleRun(settings), base: '/data/', spawn: () => localWorker(serve), lookEvery: 1e9 },
    ...given,
    onState: (state) => {
      states.push(state);
      for (const look of [...waiting]) look();
    },
  });
  const until = (holds: (state: RunState) => boolean): Promise<RunState> =>
    new Promise((done) => {
      const look = (): void => {
        const state = (driver as Driver).state;
        if (!holds(state)) return;
        waiting.delete(look);
        done(state);
      };
      waiting.add(look);
      look();
    });
  /** Goes to a position and waits until everything about it is known. */
  const goTo = (position: number): Promise<RunState> => {
    (driver as Driver).pursue(position);
    return until((state) => isAt(state, position));
  };
  return { driver: driver as Driver, states, until, goTo };
}

const isAt = (state: RunState, position: number): boolean =>
  positionOf(state) === position &&
  (state.activity === 'paused' || state.activity === 'finished') &&
  (position % 4 > 0 || (state.now?.step === state.step && state.readings?.step === state.step));

describe('a run follows the position', { timeout: 60_000 }, () => {
  it('on, in parts, back and on again, to the same numbers', async () => {
    const { goTo } = driven();
    const far = await goTo(4 * 30);
    expect(far.reports.length).toBe(30);
    expect(far.tests.map(({ step }) => step)).toEqual([0, 20, 30]);
    const part = await goTo(4 * 30 + 2);
    expect(part.part).toMatchObject({ phase: 'loss', step: 30 });
    const back = await goTo(4 * 10);
    expect([back.step, back.reached]).toEqual([10, 30]);
    expect(back.reports).toEqual(far.reports);
    const again = await goTo(4 * 31);
    expect(again.reports.slice(0, 30)).toEqual(far.reports);
    expect(again.reports[30]?.loss).toBe(part.part?.loss);
  });

  it('ends where it was asked to last, however often that changed on the way', async () => {
    const { driver, goTo } = driven();
    driver.pursue(4 * 60);
    driver.pursue(4 * 12);
    driver.pursue(4 * 40 + 1);
    const end = await goTo(4 * 7 + 3);
    expect(end.part).toMatchObject({ phase: 'backward', step: 7 });
  });

  it('rests where it stands, and goes on to the end', async () => {
    const { driver, until } = driven();
    driver.pursue(4 * 60);
    await until(({ step }) => step > 0);
    driver.rest();
    const rested = await until(({ activity }) => activity === 'paused');
    expect(rested.step).toBeLessThan(60);
    driver.pursue(4 * 60);
    const end = await until(({ activity }) => activity === 'finished');
    expect(end.step).toBe(60);
  });

  it('is reset to the same first weights', async () => {
    const { driver, goTo } = driven();
    const first = await goTo(4 * 3);
    driver.reset();
    expect(driver.state).toMatchObject({ step: 0, reached: 0, reports: [] });
    expect((await goTo(4 * 3)).reports).toEqual(first.reports);
  });

  it('says when there are no workers, and when the digits do not come; then goes on', async () => {
    const without = driven({
      spawn: () => {
        throw new Error('forbidden');
      },
    });
    without.driver.pursue(4);
    expect(without.driver.state).toMatchObject({ activity: 'failed', failure: { problem: 'no-worker' } });
    without.driver.close();

    let missing = true;
    const { driver, until, goTo } = driven({}, async (url) =>
      missing && String(url).endsWith('train-0.bin') ? new Response('', { status: 404 }) : served(url),
    );
    driver.pursue(4);
    await until(({ failure }) => failure?.problem === 'missing');
    missing = false;
    expect((await goTo(4)).failure).toBeNull();
  });

  it('trains without the test digits when those do not come', async () => {
    const { driver, until } = driven({}, async (url) =>
      String(url).includes('test-') ? new Response('', { status: 404 }) : served(url),
    );
    driver.pursue(4 * 5);
    const state = await until(({ step, activity }) => step === 5 && activity === 'paused');
    expect([state.reports.length, state.tests.length]).toEqual([5, 0]);
    expect(state.failure?.problem).toBe('tests');
  });
});
