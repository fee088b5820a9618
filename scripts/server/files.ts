import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** How a body can be encoded, best first. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A file as it goes over the wire. */
export interface Body {
  readonly bytes: Buffer;
  readonly type: string;
  readonly encoding: Encoding;
  readonly etag: string;
}

/** The best encoding that an Accept-Encoding header allows. */
export function negotiate(accept: string | undefined): Encoding {
  const offered = new Map(
    (accept ?? '').split(',').map((part) => {
      const [name = '', ...options] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return [name, !options.some((o) => /^q=0(\.0*)?$/.test(o))];
    }),
  );
  return offered.get('br') ? 'br' : offered.get('gzip') ? 'gzip' : 'identity';
}

/** The file or folder that a URL path means below `root`; undefined if it would lead out of it. */
export function locate(root: string, urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return undefined;
  const file = path.resolve(root, `./${decoded}`);
  return file === root || file.startsWith(root + path.sep) ? file : undefined;
}

const compressors: Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Reads and compresses files, and remembers each result for as long as the file does not change. */
export class FileCache {
  readonly #bodies = new Map<string, Promise<Body>>();

  /** The body of a file, or undefined if there is no such file. */
  async get(file: string, accepted: Encoding): Promise<Body | undefined> {
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    const encoding = /^(text|application)\/(?!octet-stream)|svg/.test(type) ? accepted : 'identity';
    const etag = `"${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}-${encoding}"`;
    const key = `${file} ${etag}`;
    const known = this.#bodies.get(key);
    if (known) return known;
    const body = readFile(file).then(async (raw) => ({
      bytes: encoding === 'identity' ? raw : await compressors[encoding](raw),
      type,
      encoding,
      etag,
    }));
    this.#bodies.set(key, body);
    body.catch(() => this.#bodies.delete(key));
    return body;
  }
}
