import { type ChildProcess, fork } from 'node:child_process';

/** Forks a script of this folder. Resolves with its first message, or with the process if that says 'ready'. */
export async function started(script: string, args: readonly string[]): Promise<ChildProcess> {
  const child = forked(script, args);
  await messageOf(child);
  return child;
}

/** The next message. @throws Error when the process ends instead */
export function messageOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`${child.spawnargs.at(-1)} ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

/** A process that runs a script of this folder. */
export function forked(script: string, args: readonly string[]): ChildProcess {
  const path = new URL(script, import.meta.url).pathname;
  return fork(path, args, { execArgv: ['--import', 'tsx', '--expose-gc'] });
}
