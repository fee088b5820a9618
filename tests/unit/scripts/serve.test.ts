import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../../scripts/server/server.ts';

const SCRIPT = 'export const answer = 42;\n'.repeat(200);
const folder = mkdtempSync(path.join(tmpdir(), 'serve-'));
const root = path.join(folder, 'dist');
let atRoot: RunningServer;
let below: RunningServer;

interface Reply {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends the path as it is: fetch would resolve the dots first. */
function get(server: RunningServer, target: string, headers = {}, method = 'GET'): Promise<Reply> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: target, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(async () => {
  mkdirSync(path.join(root, 'zh'), { recursive: true });
  mkdirSync(path.join(root, 'assets'));
  mkdirSync(path.join(root, 'empty'));
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'dist-other.txt'), 'secret');
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>en</title>');
  writeFileSync(path.join(root, 'zh/index.html'), '<!doctype html><title>zh</title>');
  writeFileSync(path.join(root, 'assets/main-abc.js'), SCRIPT);
  writeFileSync(path.join(root, 'assets/main-abc.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(path.join(root, 'assets/main-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(path.join(root, '404.html'), '<!doctype html><title>nothing here</title>');
  writeFileSync(path.join(root, 'digits.bin'), Buffer.from([0, 1, 2]));
  atRoot = await startServer({ root, port: 0 });
  below = await startServer({ root, port: 0, base: 'some/path' });
});

afterAll(async () => {
  await Promise.all([atRoot.close(), below.close()]);
  rmSync(folder, { recursive: true });
});

describe('the static server', () => {
  it('serves pages, also those of folders, and sends folders without a slash on', async () => {
    const home = await get(atRoot, '/?scene=x');
    expect([home.status, home.headers['content-type']]).toEqual([200, 'text/html;charset=utf-8']);
    expect(home.headers['cache-control']).toBe('no-cache');
    expect((await get(atRoot, '/zh/')).body.toString()).toContain('zh');
    const moved = await get(atRoot, '/zh?a=1');
    expect([moved.status, moved.headers['location']]).toEqual([301, '/zh/?a=1']);
  });

  it('compresses text as asked, and leaves the rest as it is', async () => {
    const br = await get(atRoot, '/assets/main-abc.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(br.body.length).toBeLessThan(SCRIPT.length / 10);
    expect(Number(br.headers['content-length'])).toBe(br.body.length);
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    const zipped = await get(atRoot, '/assets/main-abc.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
    expect((await get(atRoot, '/assets/main-abc.js')).body.toString()).toBe(SCRIPT);
    const binary = await get(atRoot, '/digits.bin', { 'accept-encoding': 'br' });
    expect(binary.headers['content-encoding']).toBeUndefined();
    expect([...binary.body]).toEqual([0, 1, 2]);
  });

  it('lets browsers keep hashed files, and revalidate the others', async () => {
    const { headers } = await get(atRoot, '/assets/main-abc.js');
    expect(headers['cache-control']).toContain('immutable');
    expect((await get(atRoot, '/assets/main-abc.js', { 'if-none-match': headers['etag'] })).status).toBe(304);
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await get(atRoot, '/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await get(atRoot, '/', {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/zh/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../dist-other.txt',
    '//../secret.txt',
    '/%00',
    '/%E0%A4%A',
    '/missing.js',
    '/empty/',
  ])('has nothing at %s', async (target) => {
    const { status, headers, body } = await get(atRoot, target);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body.toString()).toContain('nothing here');
  });

  it('never sends a browser to another host', async () => {
    expect((await get(atRoot, '//zh')).headers['location'] ?? '/').not.toMatch(/^\/\//);
  });

  it('serves under a sub-path, and nothing beside it', async () => {
    expect(below.url).toMatch(/\/some\/path\/$/);
    expect((await get(below, '/some/path/zh/')).status).toBe(200);
    expect((await get(below, '/some/path')).headers['location']).toBe('/some/path/');
    expect((await get(below, '/')).status).toBe(404);
    expect((await get(below, '/some/path/assets/main-abc.js')).headers['cache-control']).toContain(
      'immutable',
    );
  });

  it('takes the next port when the wanted one is taken, unless it is strict', async () => {
    const port = Number(new URL(atRoot.url).port);
    const next = await startServer({ root, port });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
    await expect(startServer({ root, port, strictPort: true })).rejects.toThrow('EADDRINUSE');
  });
});
