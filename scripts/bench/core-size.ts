import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes of everything that src/tensor and src/network export, bundled, minified and gzipped. */
export async function bundledSize(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'size-'));
  try {
    const files = ['src/tensor', 'src/network'].flatMap((root) =>
      (readdirSync(root, { recursive: true }) as string[])
        .filter((name) => name.endsWith('.ts'))
        .map((name) => resolve(root, name)),
    );
    const entry = join(folder, 'all.ts');
    writeFileSync(entry, files.map(exportsOf).join('\n'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      build: {
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

/** Exports everything of a file, under names that no other file has. */
function exportsOf(file: string, i: number): string {
  const names = [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)];
  return `export { ${names.map(([, name]) => `${name} as ${name}${i}`).join(', ')} } from ${JSON.stringify(file)};`;
}
