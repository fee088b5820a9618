import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { bundledChromium } from './bundled-chromium.ts';

/** A browser that can be started: `env` holds what has to be added to the environment for it. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it comes from, in words. */
  readonly source: string;
}

type Found = Pick<Browser, 'executablePath' | 'source'> & Partial<Pick<Browser, 'env'>>;

/** Keeps Chromium from calling home, and from waiting for a graphics card that is not there. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PROGRAMS = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';
const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  path.join(PROGRAMS, 'Google\\Chrome\\Application\\chrome.exe'),
];

function named(): Found | undefined {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) return undefined;
  if (!existsSync(executablePath)) throw new Error(`CHROME_PATH=${executablePath}: no such file`);
  return { executablePath, source: 'CHROME_PATH' };
}

function downloaded(): Found | undefined {
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath, source: "Playwright's download" } : undefined;
}

function installed(): Found | undefined {
  const executablePath = SYSTEM_PATHS.find((file) => existsSync(file));
  return executablePath ? { executablePath, source: 'the system' } : undefined;
}

const PLACES: Readonly<Record<string, () => Found | undefined | Promise<Found | undefined>>> = {
  named,
  playwright: downloaded,
  system: installed,
  bundled: bundledChromium,
};

/**
 * Finds a Chromium: the one that CHROME_PATH names, else Playwright's own download, else the system's, else
 * the one inside the npm package @sparticuz/chromium. P2G_BROWSER (named, playwright, system or bundled)
 * allows only that place. Says once, on standard error, which one it is.
 */
export async function findChromium(): Promise<Browser> {
  const only = process.env['P2G_BROWSER'];
  if (only && !PLACES[only])
    throw new Error(`P2G_BROWSER=${only}: it can be ${Object.keys(PLACES).join(', ')}`);
  for (const [name, look] of Object.entries(PLACES)) {
    if (only && only !== name) continue;
    const found = await look();
    if (!found) continue;
    announce(found);
    // Chromium refuses to start its sandbox as root, and the packaged one has no sandbox helper.
    const sandbox = process.getuid?.() === 0 || name === 'bundled' ? ['--no-sandbox'] : [];
    return { env: {}, ...found, args: [...sandbox, ...QUIET] };
  }
  throw new Error(
    `No Chromium found${only ? ` (P2G_BROWSER=${only})` : ''}: set CHROME_PATH to one, or run ` +
      '`npx playwright install chromium`, or install one with the system (Debian: `apt-get install chromium`).',
  );
}

function announce({ source, executablePath }: Found): void {
  // Test runners load their configuration once in each worker, which inherits this mark.
  if (process.env['P2G_BROWSER_SAID'] === executablePath) return;
  process.env['P2G_BROWSER_SAID'] = executablePath;
  console.error(`Browser: ${executablePath} (from ${source})`);
}
