import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;

/** What to serve, and where. */
export interface ServerOptions {
  /** The folder of the built site. */
  readonly root: string;
  /** The wanted port; 0 for any free one. */
  readonly port: number;
  /** The sub-path under which the site stands, `/` unless told. */
  readonly base?: string;
  /** Fail if the port is taken, instead of taking the next free one. */
  readonly strictPort?: boolean;
}

/** A server that runs: its address (with the sub-path, ending in a slash) and how to stop it. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a static server for a built site. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const root = path.resolve(options.root);
  const base = `/${(options.base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const files = sirv(root, {
    // Looks at the disk for each request: a new build is served at once.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    setHeaders(response, pathname) {
      const immutable = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
    onNoMatch: (_, response) => missing(response, root),
  });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      response.writeHead(405).end('Only GET and HEAD are answered here.\n');
      return;
    }
    const to = elsewhere(request, root, base);
    if (to !== undefined) response.writeHead(301, { Location: to, 'Content-Length': 0 }).end();
    else if (!request.url?.startsWith(base)) missing(response, root);
    else {
      request.url = request.url.slice(base.length - 1);
      files(request, response);
    }
  });
  const port = await listen(server, options.port, options.strictPort ? 1 : PORTS_TO_TRY);
  return {
    url: `http://${HOST}:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Where a folder without its slash leads: a page's relative addresses need it. sirv would serve the page as it is. */
function elsewhere(request: IncomingMessage, root: string, base: string): string | undefined {
  const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
  const suffix = query === undefined ? '' : `?${query}`;
  if (`${pathname}/` === base) return base + suffix;
  // Plain names only: a path of several slashes at its start would name another host.
  if (!pathname.startsWith(base) || !/^(\/[\w-]+)+$/.test(pathname)) return undefined;
  const folder = path.join(root, pathname.slice(base.length));
  return existsSync(folder) && statSync(folder).isDirectory() ? `${pathname}/${suffix}` : undefined;
}

/** Answers as a host does: with the site's own page for addresses that lead nowhere. */
function missing(response: ServerResponse, root: string): void {
  const file = path.join(root, '404.html');
  const page = existsSync(file) ? readFileSync(file) : '404: there is no such page\n';
  response.writeHead(404, {
    'Content-Type': existsSync(file) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page);
}

/** Listens on the wanted port or one of the next; returns the one it got. */
async function listen(server: Server, wanted: number, tries: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port + 1 >= wanted + tries) throw error;
    }
  }
}
