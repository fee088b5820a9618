import { type Counts, closingLine } from './counts.ts';

/** Prints the closing line and sets the exit code: only a run of tests without a failure is a success. */
export function close(counts: Counts): void {
  if (counts.passed + counts.failed === 0) console.error('\nNo test was run.');
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
  console.log(`\n${closingLine(counts)}`);
}
