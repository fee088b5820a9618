import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const PATIENCE = 30_000;

/** A program that runs beside the walk. */
export interface Running {
  /** What it printed, once it has printed something like this. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

export function start(command: string, args: readonly string[], env = process.env): Running {
  // A group of its own, so that what the program started ends with it.
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part));
  const ended = once(child, 'exit').catch(() => {});
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGTERM');
  };
  // Not even a walk that is broken off leaves a browser behind.
  process.once('exit', end);
  return {
    async printed(pattern) {
      for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(50)) {
        const match = pattern.exec(text);
        if (match) return match;
        if (child.pid === undefined || child.exitCode !== null) break;
      }
      throw new Error(`${command} did not start:\n${text}`);
    },
    async stop() {
      end();
      process.off('exit', end);
      await ended;
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
