import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  BROKEN,
  type Counts,
  closingLine,
  countsOf,
  playwrightCounts,
  sum,
  vitestCounts,
} from '../../../scripts/stages/counts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: string): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, content);
  return file;
}

describe('the closing line', () => {
  it('names the skipped only where there are some', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine(sum([BROKEN, { passed: 2, failed: 1, skipped: 4 }]))).toBe(
      '2 passed, 2 failed, 4 skipped',
    );
  });
});

describe('the counts of a report', () => {
  it('of Vitest take a file that did not load for a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(vitestCounts({ ...counts, testResults })).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('of Playwright take flaky tests and stray errors for failures', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });
});

describe('countsOf', () => {
  const read = (counts: Counts): Counts => counts;
  const good = '{"passed":2,"failed":0,"skipped":0}';

  it('passes on what the report says', () => {
    expect(countsOf(report(good), read, 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it('is a failure when the runner failed whatever its report says', () => {
    expect(countsOf(report(good), read, 1).failed).toBe(1);
  });

  it('is a failure without a report, or with half of one', () => {
    expect(countsOf(path.join(folder, 'none.json'), read, 0)).toEqual(BROKEN);
    expect(countsOf(report('{"passed":'), read, 0)).toEqual(BROKEN);
  });
});
