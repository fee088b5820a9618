import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BROKEN, type Counts, countsOf, playwrightCounts, sum, vitestCounts } from './counts.ts';
import { runTool } from './tool.ts';

const REPORTS = path.resolve('node_modules/.cache/test-reports');
const UNIT_REPORT = path.join(REPORTS, 'unit.json');
/** Named in playwright.config.ts too. */
const BROWSER_REPORT = path.join(REPORTS, 'e2e.json');

/** Announces a stage in the output. */
export const heading = (title: string): void => console.log(`\n— ${title} —`);

/** Builds the site, then runs the unit tests and the browser tests against what was built. */
export async function runSuite(): Promise<Counts> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  heading('Build');
  const build = await runTool('vite', 'vite', ['build']);
  if (build.code !== 0) {
    console.error('\nThe build failed, so no test was run.');
    return BROKEN;
  }

  heading('Unit tests');
  const unit = await runTool('vitest', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ]);

  heading('Browser tests');
  const browser = await runTool('@playwright/test', 'playwright', ['test']);

  return sum([
    countsOf(UNIT_REPORT, vitestCounts, unit.code),
    countsOf(BROWSER_REPORT, playwrightCounts, browser.code),
  ]);
}
