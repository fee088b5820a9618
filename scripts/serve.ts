import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FileCache, locate, negotiate } from './server/files.ts';

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
  const cache = new FileCache();
  const server = createServer((request, response) => {
    answer(request, response, root, base, cache).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) text(response, 500, 'The server failed.');
      else response.destroy();
    });
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
  cache: FileCache,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return text(response, 405, 'Only GET and HEAD are answered here.');
  }
  // Not parsed as a URL: that would silently resolve the `..` of a path that has to be refused.
  const [urlPath = '/', query] = (request.url ?? '/').split('?', 2);
  const suffix = query === undefined ? '' : `?${query}`;
  if (`${urlPath}/` === base) return redirect(response, base + suffix);
  const file = urlPath.startsWith(base) ? locate(root, urlPath.slice(base.length)) : undefined;
  if (!file) return text(response, 404, `Nothing stands at ${urlPath}`);

  const folder = await stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );
  if (folder && !urlPath.endsWith('/')) return redirect(response, `${urlPath}/${suffix}`);
  if (!folder && urlPath.endsWith('/')) return text(response, 404, `Nothing stands at ${urlPath}`);

  const body = await cache.get(
    folder ? path.join(file, 'index.html') : file,
    negotiate(request.headers['accept-encoding']),
  );
  if (!body) return text(response, 404, `Nothing stands at ${urlPath}`);
  const immutable = urlPath.startsWith(`${base}assets/`);
  response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', body.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.headers['if-none-match'] === body.etag) {
    response.writeHead(304).end();
    return;
  }
  if (body.encoding !== 'identity') response.setHeader('Content-Encoding', body.encoding);
  response.writeHead(200, { 'Content-Type': body.type, 'Content-Length': body.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : body.bytes);
}

function text(response: ServerResponse, status: number, message: string): void {
  const bytes = Buffer.from(`${status}: ${message}\n`);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': bytes.length,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(bytes);
}

function redirect(response: ServerResponse, to: string): void {
  // A path of several slashes at its start would name another host.
  response.writeHead(301, { Location: to.replace(/^\/+/, '/'), 'Content-Length': 0 }).end();
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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      base: { type: 'string', default: '/' },
      root: { type: 'string', default: 'dist' },
      'strict-port': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`No such port: ${values.port}`);
  if (!existsSync(path.join(values.root, 'index.html')))
    throw new Error(`There is no site in ${values.root}/ yet: build it first with \`npm run build\`.`);
  const server = await startServer({
    root: values.root,
    port,
    base: values.base,
    strictPort: values['strict-port'],
  });
  console.log(`From Pixel to Gradient: ${server.url}  (stop with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
