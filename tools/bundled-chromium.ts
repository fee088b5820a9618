import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));
const PACKAGE = path.join(MODULES, '@sparticuz/chromium');
/** Shared libraries, fonts and the software renderer that a bare system lacks. */
const ARCHIVES = ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];

const unpacked = async (file: string): Promise<Buffer> =>
  brotliDecompressSync(await readFile(path.join(PACKAGE, 'bin', file)));

/** Unpacks beside `folder` first, so that a second process never sees a half-filled folder. */
async function unpackInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  for (const archive of ARCHIVES)
    execFileSync('tar', ['-x', '--no-same-owner', '-C', draft], { input: await unpacked(archive) });
  await writeFile(path.join(draft, 'chromium'), await unpacked('chromium.br'), { mode: 0o755 });
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  }
}

/** The package's own fonts.conf names a folder that exists only where it is usually deployed. */
const fontsConf = (folder: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * The Chromium inside the npm package @sparticuz/chromium (Linux x64 only), unpacked once under
 * node_modules/.cache, with the environment that lets it run on a system without its libraries and fonts.
 */
export async function bundledChromium(): Promise<
  { executablePath: string; env: Record<string, string>; source: string } | undefined
> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return undefined;
  const { version } = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(MODULES, '.cache/chromium', version);
  const executablePath = path.join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(folder);
  const conf = path.join(folder, 'fonts.conf');
  await writeFile(conf, fontsConf(folder));
  const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: conf },
    source: 'the npm package @sparticuz/chromium',
  };
}
