import { existsSync } from 'node:fs';
import { defineConfig, firefox, webkit } from '@playwright/test';

const PORT = Number(process.env['P2G_TEST_PORT'] ?? 4174);
const url = `http://127.0.0.1:${PORT}/`;

/** The other browsers that are installed here: `npm run test:engines` walks the figures in them. */
export default defineConfig({
  testDir: 'tests/engines',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { baseURL: url, locale: 'en-US', viewport: { width: 1366, height: 768 } },
  projects: [firefox, webkit]
    .filter((engine) => existsSync(engine.executablePath()))
    .map((engine) => ({ name: engine.name(), use: { browserName: engine.name() as 'firefox' | 'webkit' } })),
  webServer: {
    command: `npx tsx scripts/serve.ts --port ${PORT} --strict-port`,
    url,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
