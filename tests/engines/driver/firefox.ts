import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from './bidi.ts';
import type { Driver } from './driver.ts';
import { start } from './process.ts';

/** Starts Firefox without a window and with a profile of its own, and speaks WebDriver BiDi with it. */
export async function startFirefox(binary: string): Promise<Driver> {
  const profile = mkdtempSync(path.join(tmpdir(), 'p2g-firefox-'));
  const how = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = start(binary, [...how, 'about:blank']);
  const [, socket] = await firefox.printed(/BiDi listening on (ws:\S+)/);
  const wire = await connect(`${socket}/session`);
  await wire.send('session.new', { capabilities: {} });
  const { contexts } = await wire.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context;
  return {
    async goto(url) {
      await wire.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async resize(width, height) {
      await wire.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async call(source, args) {
      const answer = await wire.send<Answer>('script.callFunction', {
        functionDeclaration: `async (args) => JSON.stringify(await (${source})(...JSON.parse(args))) ?? 'null'`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        target: { context },
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result.value);
    },
    async act(actions) {
      await wire.send('input.performActions', { context, actions });
    },
    async picture() {
      return (await wire.send<{ data: string }>('browsingContext.captureScreenshot', { context })).data;
    },
    async close() {
      wire.close();
      await firefox.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** What BiDi says of a call. */
type Answer =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };
