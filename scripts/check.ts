import { close } from './stages/close.ts';
import { BROKEN } from './stages/counts.ts';
import { heading, runSuite } from './stages/suite.ts';
import { runNpm, runTool } from './stages/tool.ts';

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|ENOTCACHED/;

/** Whether package-lock.json still holds every package of every platform; not to be told without a network. */
async function lockIsComplete(): Promise<boolean> {
  const { code, output } = await runNpm(['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code === 0 && !output.includes('Missing:')) return true;
  if (!output.includes('Missing:') && OFFLINE.test(output)) {
    console.log('skipped: the registry cannot be reached');
    return true;
  }
  console.error(output);
  return false;
}

const tool = async (packageName: string, command: string, ...args: string[]): Promise<boolean> =>
  (await runTool(packageName, command, args)).code === 0;

const STATIC_STAGES: readonly (readonly [title: string, run: () => Promise<boolean>])[] = [
  ['Types', () => tool('typescript', 'tsc', '-p', '.')],
  ['Lint, format and import boundaries', () => tool('@biomejs/biome', 'biome', 'check', '.')],
  ['Unused code and dependencies', () => tool('knip', 'knip')],
  ['Lock file', lockIsComplete],
];

/** The title of the first static stage that fails. */
async function firstFailure(): Promise<string | undefined> {
  for (const [title, run] of STATIC_STAGES) {
    heading(title);
    if (!(await run())) return title;
    console.log('ok');
  }
  return undefined;
}

const failed = await firstFailure();
if (failed) {
  console.error(`\nStopped at: ${failed}`);
  close(BROKEN);
} else if (!process.argv.includes('--static')) close(await runSuite());
