import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What is not kept: the worker itself, what only search engines and servers read, the page of everything, and the
 * pictures to train on, which only those fetch who train.
 */
const LEFT_OUT =
  /^(sw\.js|404\.html|sitemap\.xml|social\/.*|data\/(mnist|fashion)\/.*|(zh\/)?print\/.*)$|\.(br|gz|md)$/;

/** The list that a page's file belongs to. */
const listOf = (file: string): 'shell' | 'en' | 'zh' =>
  !file.endsWith('.html') ? 'shell' : file.startsWith('zh/') ? 'zh' : 'en';

/** The address under which a file is asked for: a page by its folder. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1') || './';

/**
 * Writes the list of all files, each with its revision, in front of the built worker. workbox-build would make the
 * same list; it brings 323 packages, Babel and Rollup among them, for these lines.
 */
export async function writeOffline(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !LEFT_OUT.test(file))
    .sort();
  const lists: Record<'shell' | 'en' | 'zh', [string, string][]> = { shell: [], en: [], zh: [] };
  for (const file of files) {
    // The name of a file of assets/ changes with its content.
    const revision = file.startsWith('assets/') ? '' : await revisionOf(path.join(dist, file));
    lists[listOf(file)].push([addressOf(file), revision]);
  }
  const worker = path.join(dist, 'sw.js');
  await writeFile(worker, `const OFFLINE=${JSON.stringify(lists)};\n${await readFile(worker, 'utf8')}`);
}

const revisionOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
