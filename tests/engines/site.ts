import { existsSync, readFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import path from 'node:path';
import { type RunningServer, startServer } from '../../scripts/server/server.ts';
import { DIST } from '../../tools/site/built.ts';

/** Keeps what goes wrong on the page from its first moment. WebDriver has no word for that, so the page says it itself. */
function watch(): void {
  const faults: string[] = [];
  Object.assign(window, { faults });
  const at = (event: ErrorEvent): string => `${event.filename}:${event.lineno}`;
  window.addEventListener(
    'error',
    (event) => {
      const { target } = event;
      if (target instanceof HTMLElement) faults.push(`not loaded: ${target.outerHTML.slice(0, 200)}`);
      else faults.push(`${event.message} (${at(event)})`);
    },
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) => {
    faults.push(`not caught: ${reason instanceof Error ? `${reason.message}\n${reason.stack}` : reason}`);
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    faults.push(`against the policy: ${violatedDirective} ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...words: unknown[]) => {
    faults.push(words.map(String).join(' '));
    error.apply(console, words);
  };
}

const WATCH = '/watch.js';

/** The built site, each page of which keeps its faults (`faultsOf`). */
export async function startWatchedSite(): Promise<RunningServer> {
  const site = await startServer({ root: DIST, port: 0 });
  const server = createServer(({ url = '/', headers }, response) => {
    if (url === WATCH) {
      response.setHeader('Content-Type', 'text/javascript').end(`(${watch})();`);
      return;
    }
    const { pathname } = new URL(url, site.url);
    const page = path.join(DIST, pathname, 'index.html');
    if (pathname.endsWith('/') && existsSync(page)) {
      // Behind the policy, which allows it as a script of the site.
      const html = readFileSync(page, 'utf8').replace(
        '<meta name="viewport"',
        `<script src="${WATCH}"></script>$&`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    } else
      get(new URL(url, site.url), { headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).on('error', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await site.close();
    },
  };
}
