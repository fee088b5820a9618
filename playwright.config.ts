import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium.ts';

const PORT = Number(process.env['P2G_TEST_PORT'] ?? 4174);
const url = `http://127.0.0.1:${PORT}/`;
const { executablePath, args, env } = await findChromium();

// A test runs on the desktop; tagged @phone it runs on the phone too, tagged @phone-only just there.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // scripts/stages/suite.ts reads this file.
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-reports/e2e.json' }]],
  use: {
    baseURL: url,
    locale: 'en-US',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [...args],
      env: { ...process.env, ...env } as Record<string, string>,
    },
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone-only/, use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
  webServer: {
    command: `npx tsx scripts/serve.ts --port ${PORT} --strict-port`,
    url,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
