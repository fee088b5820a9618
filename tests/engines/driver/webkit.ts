import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Driver } from './driver.ts';
import { freePort, pause, start } from './process.ts';

/** MiniBrowser's own toolbar sets the least width of its window; this small it lets a phone's width through. */
const SMALL_TOOLBAR =
  '* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; -gtk-icon-transform: scale(0); }';

const SCREEN = '1600x1400x24';

/** Starts WebKitGTK's MiniBrowser on a screen that nobody sees, and speaks WebDriver with it. */
export async function startWebKit(driverBinary: string, browserBinary: string): Promise<Driver> {
  const home = mkdtempSync(path.join(tmpdir(), 'p2g-webkit-'));
  mkdirSync(path.join(home, 'gtk-3.0'));
  writeFileSync(path.join(home, 'gtk-3.0', 'gtk.css'), SMALL_TOOLBAR);
  const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', SCREEN]);
  const [, display] = await screen.printed(/^(\d+)$/m);
  const port = await freePort();
  const { WAYLAND_DISPLAY: _, ...env } = process.env;
  const server = start(driverBinary, [`--port=${port}`], {
    ...env,
    ...{ DISPLAY: `:${display}`, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: home },
  });
  const address = `http://127.0.0.1:${port}`;
  await listening(address);
  const { sessionId } = await ask<{ sessionId: string }>(`${address}/session`, {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: browserBinary, args: ['--automation'] } },
    },
  });
  const session = `${address}/session/${sessionId}`;
  await ask(`${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  return {
    async goto(url) {
      await ask(`${session}/url`, { url });
    },
    async resize(width, height) {
      // The window is as large as asked, its page less by the toolbar.
      const bar = await ask<number>(`${session}/execute/sync`, {
        script: 'return outerHeight - innerHeight',
        args: [],
      });
      await ask(`${session}/window/rect`, { x: 0, y: 0, width, height: height + bar });
    },
    async call(source, args) {
      const { value, error } = await ask<{ value?: string; error?: string }>(`${session}/execute/async`, {
        script: `const done = arguments[1];
          Promise.resolve(arguments[0]).then((args) => (${source})(...JSON.parse(args)))
            .then((value) => done({ value: JSON.stringify(value) ?? 'null' }), (error) => done({ error: String(error) }));`,
        args: [JSON.stringify(args)],
      });
      if (value === undefined) throw new Error(error);
      return JSON.parse(value);
    },
    async act(actions) {
      await ask(`${session}/actions`, { actions });
    },
    picture: () => ask<string>(`${session}/screenshot`),
    async close() {
      await fetch(session, { method: 'DELETE' }).catch(() => {});
      await server.stop();
      await screen.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** One command of WebDriver: with a body it is a POST. */
async function ask<Result>(url: string, body?: object): Promise<Result> {
  const response = await fetch(url, body && { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: Result & { error: string; message: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver answers. */
async function listening(address: string): Promise<void> {
  for (let tries = 100; ; tries--) {
    try {
      await ask(`${address}/status`);
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await pause(100);
    }
  }
}
