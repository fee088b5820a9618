import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The Nile and the Red Sea from space: deep blue, green and sand, so that the three channels differ.
 * It is fetched when the data is prepared, and is no dependency: the package brings far more than a picture.
 */
export const NILE = {
  name: 'nile',
  packageName: 'three-globe',
  version: '2.45.2',
  file: 'example/img/earth-blue-marble.jpg',
  /** Around 32.6° east, 29.2° north, in a world map of 4096 × 2048 pixels. */
  box: { x: 2363, y: 636, width: 112, height: 112 },
  side: 80,
  what: 'the Nile and the Red Sea in NASA’s “Blue Marble”',
} as const;

/** The world map, from the package's archive. */
export function nileSource(): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'nile-'));
  try {
    const options: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] };
    const archive = execFileSync('npm', ['pack', `${NILE.packageName}@${NILE.version}`], options);
    execFileSync('tar', ['xzf', archive.toString().trim(), `package/${NILE.file}`], options);
    return readFileSync(path.join(folder, 'package', NILE.file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
