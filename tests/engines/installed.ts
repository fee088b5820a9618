import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Driver } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { startWebKit } from './driver/webkit.ts';

/** The engines that the figures are walked in, besides the Chromium of all other tests. */
export const ENGINES = ['firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Debian puts MiniBrowser into the folder of the processor's libraries. */
const miniBrowsers = (): string[] =>
  ['/usr/libexec', '/usr/lib', ...foldersOf('/usr/lib')].map((at) => `${at}/webkit2gtk-4.1/MiniBrowser`);

const foldersOf = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => path.join(folder, name));

/** How each engine is started here; undefined where a part of it is missing. */
export const FIND: Readonly<Record<Engine, () => (() => Promise<Driver>) | undefined>> = {
  firefox() {
    const binary = FIREFOX.find(existsSync);
    return binary === undefined ? undefined : () => startFirefox(binary);
  },
  webkit() {
    const driver = ['/usr/bin/WebKitWebDriver'].find(existsSync);
    const browser = miniBrowsers().find(existsSync);
    const screen = ['/usr/bin/Xvfb'].find(existsSync);
    return driver && browser && screen ? () => startWebKit(driver, browser) : undefined;
  },
};

/** What brings each engine. */
export const HOW_TO_GET: Readonly<Record<Engine, string>> = {
  firefox: 'apt-get install firefox-esr (Debian), or Firefox from mozilla.org',
  webkit: 'apt-get install webkit2gtk-driver xvfb (Debian)',
};
