import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The address under which a file is asked for: a page by its folder. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1') || './';

/** Writes sw.js beside the finished site: every file of the build, cached under one content hash. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(dist, file)));
  await writeFile(path.join(dist, 'sw.js'), worker(hash.digest('hex').slice(0, 16), files.map(addressOf)));
}

const worker = (hash: string, addresses: readonly string[]): string => `const PREFIX = 'pixel-to-gradient-';
const CACHE = PREFIX + '${hash}';
const FILES = ${JSON.stringify(addresses)};
const OPTIONS = { ignoreSearch: true, ignoreVary: true };
const fill = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
};
const clean = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
};
const answer = async (request) => {
  const cache = await caches.open(CACHE);
  const page = request.url.replace(/index\\.html(?=$|[?#])/, '');
  return (await cache.match(page, OPTIONS)) ?? (await cache.match(page + '/', OPTIONS)) ?? fetch(request);
};
self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(clean()));
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || !event.request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(event.request));
});
`;
