/*
 * npm run test:engines: walks every figure of the built site in Firefox and WebKit, in those of the two that are
 * installed, and says which are not. What follows is given to Playwright, such as `-- -g stride`.
 */
import { existsSync } from 'node:fs';
import { ENGINES, FIND, HOW_TO_GET } from '../tests/engines/installed.ts';
import { runTool } from './stages/tool.ts';

const missing = ENGINES.filter((engine) => !FIND[engine]());
for (const engine of missing)
  console.log(
    `${engine} is not installed, so no figure was seen in it. To install it: ${HOW_TO_GET[engine]}`,
  );
if (missing.length < ENGINES.length) {
  if (!existsSync('dist/index.html')) throw new Error('there is no site in dist/: run `npm run build` first');
  const config = ['test', '--config', 'playwright.engines.config.ts'];
  const { code } = await runTool('@playwright/test', 'playwright', [...config, ...process.argv.slice(2)]);
  process.exitCode = code;
}
