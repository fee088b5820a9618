import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createTrainingClient,
  type Loss,
  type TrainingClient,
  type WorkerLike,
} from '../../../src/worker/client.ts';
import type { Reply } from '../../../src/worker/protocol.ts';
import { createService } from '../../../src/worker/service.ts';
import type { PartReport } from '../../../src/worker/session.ts';
import { DEFAULT_SETTINGS, stepsPerEpoch, type TrainingSettings } from '../../../src/worker/settings.ts';

const served: typeof fetch = async (url) => {
  const file = String(url).replace('/data/', '');
  return new Response(new Uint8Array(readFileSync(`public/data/${file}`)));
};

const architecture = { ...DEFAULT_SETTINGS.architecture, filters: 2, kernel: 3, convolutions: 1 as 1 | 2 };
const settings: TrainingSettings = {
  ...DEFAULT_SETTINGS,
  architecture,
  batchSize: 8,
  steps: 300,
  digits: 500,
};

/** A worker in this thread, whose messages are copied as a real one's are. It can be made to break or to fall silent. */
class LocalWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  deaf = false;
  private readonly obey = createService((reply) => {
    const data = structuredClone(reply);
    setTimeout(() => this.deaf || this.onmessage?.({ data } as MessageEvent<Reply>));
  }, served);

  postMessage(command: Parameters<WorkerLike['postMessage']>[0]): void {
    const copy = structuredClone(command);
    setTimeout(() => this.deaf || this.obey(copy));
  }
  terminate(): void {
    // The run that goes on in it ends with the next start; nobody hears it.
    this.deaf = true;
    this.obey({ run: -1, type: 'start', settings, base: 'nowhere/' });
  }
}

let client: TrainingClient | undefined;
afterEach(() => client?.close());

/** A client with workers of this thread, and all that it hears. */
function opened(options: { patience?: number } = {}) {
  const workers: LocalWorker[] = [];
  const replies: Reply[] = [];
  const losses: Loss[] = [];
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of [...waiting]) look();
  };
  client = createTrainingClient({
    ...{ base: '/data/', tick: 20, patience: options.patience ?? 500 },
    onReply: (reply) => {
      replies.push(reply);
      tell();
    },
    onLoss: (loss) => {
      losses.push(loss);
      tell();
    },
    spawn: () => {
      const worker = new LocalWorker();
      workers.push(worker);
      return worker;
    },
  });
  /** Resolves with the next reply of a type, from now on. */
  const next = <T extends Reply['type']>(type: T): Promise<Reply & { readonly type: T }> => {
    const from = replies.length;
    return new Promise((done) => {
      const look = () => {
        const found = replies.slice(from).find((reply) => reply.type === type);
        if (!found) return;
        waiting.delete(look);
        done(found as Reply & { readonly type: T });
      };
      waiting.add(look);
    });
  };
  const reports = (): Map<number, PartReport> => {
    const all = replies.flatMap((reply) => (reply.type === 'progress' ? reply.reports : []));
    return new Map(all.map((report) => [report.step, report]));
  };
  return { client: client as TrainingClient, workers, replies, losses, next, reports };
}

/** The reports of a run that nothing happened to. */
async function undisturbed(steps: number): Promise<Map<number, PartReport>> {
  const { client, next, reports } = opened();
  client.start(settings);
  client.advance(steps);
  await next('rest');
  client.close();
  return reports();
}

describe('training through the client', () => {
  it('is over once it is closed: no other worker is begun, and questions are refused', async () => {
    const { client, workers, next } = opened();
    client.start(settings);
    await next('ready');
    client.close();
    client.advance(3);
    client.start(settings);
    await expect(client.look()).rejects.toThrow('closed');
    expect(workers).toHaveLength(1);
  });

  it('loads, trains, reads, looks, goes back and goes on to the same numbers', async () => {
    const { client, replies, next, reports } = opened();
    client.start(settings);
    expect(await next('ready')).toMatchObject({ step: 0, layers: [{ type: 'conv2d' }, { type: 'linear' }] });
    expect(replies.filter(({ type }) => type === 'loading')).toHaveLength(2);
    client.advance(stepsPerEpoch(settings));
    expect(await next('rest')).toMatchObject({ why: 'done', step: 63 });
    expect(replies.findLast(({ type }) => type === 'progress')).toMatchObject({ step: 63, images: 504 });
    const before = await client.look();
    const { step, readings } = await client.read('test', 200);
    expect([step, readings.count, readings.labels.length]).toEqual([63, 200, 200]);
    expect(readings.correct).toBeGreaterThan(60);
    const seen = reports();
    client.goTo(20);
    expect(await next('rest')).toMatchObject({ step: 20 });
    client.advance(63);
    await next('rest');
    expect(reports()).toEqual(seen);
    expect(await client.look()).toEqual(before);
  });

  it('starts from weights that were looked at, resets to them, and keeps them when the worker is lost', async () => {
    const { client, workers, next } = opened();
    const normed = { ...settings, architecture: { ...architecture, batchNorm: true } };
    client.start(normed);
    client.advance(60);
    await next('rest');
    const { weights, dead } = await client.look();
    const { readings } = await client.read('test', 300);
    client.start({ ...normed, seed: 5, weights });
    await next('ready');
    const [again, read] = [await client.look(), await client.read('test', 300)];
    expect([again.weights, again.dead, again.step]).toEqual([weights, dead, 0]);
    expect(read.readings).toEqual(readings);
    client.advance(3);
    await next('rest');
    expect((await client.look()).weights).not.toEqual(weights);
    workers[0]?.onerror?.({ message: 'gone' } as ErrorEvent);
    expect(await next('ready')).toMatchObject({ step: 3 });
    client.goTo(0);
    await next('rest');
    expect((await client.look()).weights).toEqual(weights);
    client.start({ ...settings, weights });
    expect(await next('failed')).toMatchObject({
      problem: 'settings',
      message: expect.stringContaining('shapes'),
    });
  });

  it('answers questions about one weight and some digits, while it trains and at rest', async () => {
    const { client, next } = opened();
    const weight = { param: 0, at: 4 };
    client.start(settings);
    await next('ready');
    client.advance(200);
    await next('progress');
    const rested = next('rest');
    const [step, pushes, digits] = await Promise.all([
      client.weightStep(weight, 3),
      client.pushes(weight, [3, 1], 2),
      client.digits('test', [7, 0]),
    ]);
    expect(pushes.map((one) => [one.step, one.pushes.length, one.batchSize])).toEqual([
      [3, 2, 8],
      [1, 2, 8],
    ]);
    expect(pushes[0]?.gradient).toBeCloseTo(step?.gradient as number, 6);
    expect([digits.labels.length, digits.pixels.length]).toEqual([2, 2 * 784]);
    await rested;
    const { values, missing } = await client.biography(weight);
    expect([values.length, missing, values[3]]).toEqual([200, 0, step?.before]);
    await expect(client.weightStep(weight, 900)).rejects.toThrow();
    await expect(client.biography({ param: 1, at: 0 })).rejects.toThrow('no diary');
    await expect(client.digits('test', [1e7])).rejects.toThrow();
  });

  it('fills the gaps of a biography while it rests', async () => {
    const first = opened();
    first.client.start(settings);
    first.client.advance(60);
    await first.next('rest');
    const whole = await first.client.biography({ param: 0, at: 4 });
    first.workers[0]?.onerror?.({ message: 'gone' } as ErrorEvent);
    await first.next('ready');
    let known = await first.client.biography({ param: 0, at: 4 });
    expect(known.missing).toBeGreaterThan(0);
    while (known.missing > 0) {
      await new Promise((done) => setTimeout(done, 20));
      known = await first.client.biography({ param: 0, at: 4 });
    }
    expect(known).toEqual(whole);
  });

  it('takes a step part by part', async () => {
    const { client, next } = opened();
    client.start(settings);
    await next('ready');
    for (const phase of ['forward', 'loss', 'backward', 'update']) {
      client.advancePart();
      expect((await next('part')).report).toMatchObject({ phase, step: 0 });
    }
  });

  it('pauses, and ends with the last step', async () => {
    const { client, next } = opened();
    client.start({ ...settings, steps: 3000 });
    client.advance(3000);
    await next('progress');
    client.pause();
    const { why, step } = await next('rest');
    expect(why).toBe('paused');
    expect(step).toBeLessThan(3000);
    client.start({ ...settings, steps: 4 });
    client.advance(1e6);
    expect(await next('rest')).toMatchObject({ why: 'finished', step: 4 });
  });

  it('says where a number stopped being finite', async () => {
    const { client, next } = opened();
    client.start({ ...settings, optimizer: { type: 'sgd', lr: 1e41 }, schedule: { type: 'constant' } });
    client.advance(300);
    expect(await next('rest')).toMatchObject({
      why: 'stopped',
      step: 0,
      trouble: { what: 'weights', layer: 0 },
    });
  });

  it('learns clothes as it learns digits, and keeps both', async () => {
    const { client, replies, next } = opened();
    client.start({ ...settings, data: 'fashion' });
    client.advance(150);
    await next('rest');
    const { readings } = await client.read('test', 200);
    expect(readings.correct).toBeGreaterThan(100);
    expect([...readings.labels.slice(0, 10)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    client.start(settings);
    await next('ready');
    const before = replies.length;
    client.start({ ...settings, data: 'fashion' });
    await next('ready');
    const loading = replies.slice(before).filter(({ type }) => type === 'loading');
    expect(loading).toMatchObject([{ progress: { parts: 1, ofParts: 1 } }]);
  });

  it.each([
    [{ ...settings, digits: 1e6 }, 'digits'],
    [{ ...settings, data: 'shoes' as 'digits' }, 'data'],
    [{ ...settings, data: 'fashion', digits: 20_000 } as const, 'digits'],
    [{ ...settings, batchSize: 0.5 }, 'batchSize'],
  ])('says which setting does not fit', async (wrong, name) => {
    const { client, next } = opened();
    client.start(wrong);
    expect(await next('failed')).toMatchObject({
      problem: 'settings',
      message: expect.stringContaining(name),
    });
  });

  it('answers no question before the run has begun, and none of an old run', async () => {
    const { client } = opened();
    client.start(settings);
    await expect(client.look()).rejects.toThrow('has not begun');
    const asked = client.read('test', 10);
    client.start(settings);
    await expect(asked).rejects.toThrow('another run');
  });
});

describe('a worker that is lost', () => {
  it('in mid-training is replaced, and the numbers go on as if nothing had been', async () => {
    const wanted = await undisturbed(300);
    const { client, workers, losses, next, reports } = opened();
    client.start(settings);
    client.advance(300);
    let progress = await next('progress');
    while (progress.step < 60) progress = await next('progress');
    workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(await next('rest')).toMatchObject({ step: 300 });
    expect(losses).toEqual([{ why: 'broke', message: 'out of memory', goesOnFrom: expect.any(Number) }]);
    expect(losses[0]?.goesOnFrom).toBeGreaterThanOrEqual(50);
    expect(workers).toHaveLength(2);
    expect(reports()).toEqual(wanted);
  });

  it('because it is silent is replaced too', async () => {
    const { client, workers, losses, next } = opened({ patience: 30 });
    client.start(settings);
    await next('ready');
    const [first] = workers;
    if (first) first.deaf = true;
    client.advance(10);
    expect(await next('rest')).toMatchObject({ step: 10 });
    expect(losses.map(({ why }) => why)).toEqual(['silent']);
  });

  it('again and again is given up', async () => {
    const { client, workers, losses } = opened();
    client.start(settings);
    for (let i = 0; i < 4; i++) workers.at(-1)?.onerror?.({ message: '' } as ErrorEvent);
    expect(losses.map(({ goesOnFrom }) => goesOnFrom)).toEqual([0, 0, 0, null]);
    expect(workers).toHaveLength(4);
  });

  it('leaves no question without an answer', async () => {
    const { client, workers, next } = opened();
    client.start(settings);
    await next('ready');
    const asked = client.read('test', 100);
    workers[0]?.onerror?.({ message: 'gone' } as ErrorEvent);
    await expect(asked).rejects.toThrow('gone');
  });
});
