import { defineConfig } from '@playwright/test';
import { ENGINES, FIND } from './tests/engines/installed.ts';
import type { Options } from './tests/engines/tab.ts';

// Node 20 hands out its WebSocket, over which Firefox is driven, only when told; the workers inherit this.
process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --experimental-websocket`;

/** The other engines that are installed here: `npm run test:engines` walks the figures in them. */
export default defineConfig<Record<never, never>, Options>({
  testDir: 'tests/engines',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: ENGINES.filter((engine) => FIND[engine]()).map((engine) => ({ name: engine, use: { engine } })),
});
