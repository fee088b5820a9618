import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from 'vite';
import type { Assets } from '../../src/site/documents/document.ts';

/** The client's script, with which the styles of every page come. */
export const CLIENT_ENTRY = 'src/site/client/main.ts';

const SCENE = /^src\/scenes\/([^/]+)\/index\.ts$/;

/** Reads out of Vite's manifest which files a page has to name. */
export async function readAssets(dist: string, entry: string, places: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const main = manifest[entry];
  if (!main) throw new Error(`the build has no ${entry}`);
  const fonts = Object.values(manifest)
    .flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])])
    .filter((file) => file.endsWith('.woff2'));
  const scenes = Object.keys(manifest).filter((key) => SCENE.test(key));
  return {
    script: main.file,
    styles: main.css ?? [],
    sceneStyles: new Map(scenes.map((key) => [SCENE.exec(key)?.[1] ?? '', stylesOf(manifest, key)])),
    fonts: [...new Set(fonts)].filter((file) => /\/(inter|source-serif-4)-/.test(file)),
    places,
  };
}

/** The style sheets of a chunk and of what it imports. */
function stylesOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [...(chunk.imports ?? []).flatMap((other) => stylesOf(manifest, other, seen)), ...(chunk.css ?? [])];
}
