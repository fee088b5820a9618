import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOf } from '../../src/site/addresses/address.ts';
import { CLIENT_ENTRY, readAssets } from './assets.ts';
import { compressFiles } from './compress.ts';
import { writeOffline } from './offline.ts';

type Entry = typeof import('../../src/site/entry-server.tsx');

/** Writes all pages into the built client: each as a document in a folder of its own. */
export async function writeSite(root: string, site: string | undefined): Promise<void> {
  const dist = path.join(root, 'dist');
  const entry = pathToFileURL(path.join(root, 'dist-ssr/entry-server.js')).href;
  const { sites, documentOf, missingDocument, sitemapOf } = (await import(entry)) as Entry;
  const languages = await sites();

  const places = JSON.stringify(languages[0]?.manifest.places);
  const placesFile = `assets/places-${createHash('sha256').update(places).digest('hex').slice(0, 8)}.json`;
  await writeFile(path.join(dist, placesFile), places);
  const assets = await readAssets(dist, CLIENT_ENTRY, placesFile);
  await rm(path.join(dist, '.vite'), { recursive: true });

  for (const { pages, render } of languages)
    for (const page of pages) {
      const folder = path.join(dist, folderOf(page));
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'index.html'), documentOf(render(page), assets, site));
    }
  const all = languages.flatMap(({ pages }) => pages);
  await writeFile(path.join(dist, 'sitemap.xml'), sitemapOf(all, site));
  await writeFile(path.join(dist, '404.html'), missingDocument(site));
  await writeOffline(dist);
  await compressFiles(dist);
}
