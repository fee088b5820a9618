import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const USERS = ['src', 'scripts', 'tests'];

/**
 * Bytes of what some folders offer to their users, bundled, minified (by Oxc) and gzipped:
 * every name that a file outside of them imports, and all that those need. There is nothing else in these
 * folders, for an export that nobody uses does not pass `npm run check`; but what is exported only from one
 * of their files to another is no longer a name in a bundle.
 */
export async function bundledSize(roots: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'size-'));
  try {
    const entry = join(folder, 'all.ts');
    writeFileSync(entry, entryOf(roots, offeredNames(roots)));
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      build: {
        target: 'esnext',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: {
          input: entry,
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: 'all.js' },
        },
      },
    });
    return gzipSync(readFileSync(join(folder, 'all.js')), { level: 9 }).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For each file of the core the values that others import from it. */
function offeredNames(roots: readonly string[]): Map<string, Set<string>> {
  const offered = new Map<string, Set<string>>();
  for (const file of USERS.flatMap(filesIn).filter((file) => !isInAny(roots, file)))
    for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s*\{([^}]*)\}\s*from '(\.[^']*)'/gm,
    )) {
      const source = resolve(dirname(file), from);
      if (!isInAny(roots, source)) continue;
      const found = offered.get(source) ?? new Set();
      for (const [, name] of names.matchAll(/(?:^|,)\s*(?!type\s)(\w+)/g)) found.add(name as string);
      offered.set(source, found);
    }
  return offered;
}

function filesIn(root: string): string[] {
  const names = readdirSync(root, { recursive: true }) as string[];
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => resolve(root, name));
}

function isInAny(roots: readonly string[], file: string): boolean {
  return roots.some((root) => isIn(root, file));
}

function isIn(root: string, file: string): boolean {
  return file.startsWith(resolve(root) + sep);
}

/** Exports all of them from one file, folder by folder; a name that two files have gets a mark behind it. */
function entryOf(roots: readonly string[], offered: Map<string, Set<string>>): string {
  const taken = new Set<string>();
  const unique = (name: string): string => {
    if (taken.has(name)) return unique(`${name}_`);
    taken.add(name);
    return name;
  };
  const inOrder = roots.flatMap((root) => [...offered].sort().filter(([file]) => isIn(root, file)));
  const lines = inOrder.map(([file, names]) => {
    const list = [...names].sort().map((name) => `${name} as ${unique(name)}`);
    return `export { ${list.join(', ')} } from ${JSON.stringify(file)};`;
  });
  return lines.join('\n');
}
