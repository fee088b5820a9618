/*
 * npm run test:engines: walks every figure of the built site in Firefox and WebKit, in those of the two that are
 * installed, and says which are not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { firefox, webkit } from '@playwright/test';

const engines = [firefox, webkit];
const missing = engines.filter((engine) => !existsSync(engine.executablePath()));
for (const engine of missing)
  console.log(
    `${engine.name()} is not installed, so no figure was seen in it. To install it: npx playwright install ${engine.name()}`,
  );
if (missing.length < engines.length) {
  if (!existsSync('dist/index.html')) throw new Error('there is no site in dist/: run `npm run build` first');
  const { status } = spawnSync('npx', ['playwright', 'test', '--config', 'playwright.engines.config.ts'], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
