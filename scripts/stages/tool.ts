import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Outcome {
  readonly code: number;
  /** What it printed, if it was run silently. */
  readonly output: string;
}

/** Runs the command of an installed package, showing what it prints. */
export function runTool(packageName: string, command: string, args: readonly string[]): Promise<Outcome> {
  const folder = path.resolve('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  // Through Node itself: the same on every system, and without the start-up time of npx.
  return run(process.execPath, [path.join(folder, file), ...args], false);
}

/** Runs npm and keeps what it prints to itself. */
export function runNpm(args: readonly string[]): Promise<Outcome> {
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args], true) : run('npm', args, true);
}

function run(program: string, args: readonly string[], silent: boolean): Promise<Outcome> {
  return new Promise((resolve) => {
    const out = silent ? 'pipe' : 'inherit';
    const child = spawn(program, args, { stdio: ['ignore', out, out] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
