/*
 * The service worker. It keeps the site for reading without a network: the files that every page needs, and the
 * chapters of the languages that the reader opened, each file by itself and by its revision.
 *
 * Pages are asked of the network first, so that a new edition is seen at once; the files of assets/, whose names
 * change with their content, are taken from what is kept. A new worker waits, as workers do, until no page of the
 * edition before is open; only then the files of that edition go.
 */

/** `[address, revision]`; a file whose name says its content needs no revision. */
type Listed = readonly [file: string, revision: string];

/** Written in front of this worker by the build (tools/site/offline.ts). */
declare const OFFLINE: Readonly<Record<'shell' | 'en' | 'zh', readonly Listed[]>>;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  readonly data: unknown;
  readonly source: { postMessage(message: unknown): void } | null;
}

interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

// The page's program knows the DOM; a worker's own types would clash with it.
const worker = self as unknown as Worker;
const CACHE = 'pixel-to-gradient';
const REVISION = 'X-Revision';
const PATIENCE = 4000;

const addressOf = (file: string): string => new URL(file, worker.registration.scope).href;
const isAsset = (address: string): boolean => address.startsWith(addressOf('assets/'));
const LISTED = new Map(Object.values(OFFLINE).flatMap((list) => list.map(([f, r]) => [addressOf(f), r])));

/** Pages may be asked for with a query, as a file, or without the slash at their end. */
const plain = (address: string): string => address.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/');

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return (await cache.match(plain(address))) ?? cache.match(`${plain(address)}/`);
}

async function answer(request: Request): Promise<Response> {
  if (isAsset(request.url)) return (await kept(request.url)) ?? fetch(request);
  const asked = fetch(request);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  const first = await Promise.race([asked.catch(() => undefined), patience]);
  return first ?? (await kept(request.url)) ?? asked;
}

/** Fetches what is missing or has changed, one file after the other. */
async function store(language: 'en' | 'zh'): Promise<void> {
  // The files of this worker's list may be gone already.
  if (worker.registration.waiting) return;
  const cache = await caches.open(CACHE);
  for (const [file, revision] of [...OFFLINE.shell, ...OFFLINE[language]]) {
    const address = addressOf(file);
    const before = await cache.match(address);
    if (before && (before.headers.get(REVISION) ?? '') === revision) continue;
    const response = await fetch(address, revision ? { cache: 'no-cache' } : {});
    if (!response.ok) continue;
    const headers = new Headers(response.headers);
    headers.set(REVISION, revision);
    await cache.put(address, new Response(await response.blob(), { headers }));
  }
}

/** Takes away what no page of this edition needs. */
async function clean(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('pixel-to-gradient-')) await caches.delete(name);
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) if (!LISTED.has(url)) await cache.delete(url);
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(clean().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(worker.registration.scope)) event.respondWith(answer(event.request));
});
worker.addEventListener('message', (event) => {
  const language = (event.data as { store?: 'en' | 'zh' } | null)?.store;
  if (language !== 'en' && language !== 'zh') return;
  event.waitUntil(store(language).then(() => event.source?.postMessage({ stored: language })));
});
