import { pixelsOf } from './canvas.ts';
import { STORED } from './decode.ts';

/** A PNG of 10 × 8 pixels with a profile of Display P3; each is stored as 200, 100, 50. */
const ORANGE =
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAICAIAAABPmPnhAAAA8mlDQ1BQMwAAeJxjYGCSSCwoyGFhYGDIzSspCnJ3UoiIjFJgQAKJycUFDHjBt2sMjCD6si5+dVgBZ0pqcTIDA8MHBgaG1OSCohIGBsYIBgYG3vKSAhA7g4GBQaQoIjKKgYGxBsROh7AngNhJEPYSsJqQIGcGBsYdDAwMCukQ9g0QOwnC/gFiQ+0CAW6XzOKCnMRKhQBjMlxNAJSkVpSA6Lz8vFQQjQjTb1ehYaWDEGu+z8Bgu/////+7EWJe+xkYNpozMHDtRIhpWDAwCHIzMJzYWZBYlAgWYmZgYGBKS2Ng+LScgYE3koFB+AIDA1c0pfIAqmZKxcCpr98AAAARSURBVHicYziRYoQHMQxXaQAtc21hRDdyhAAAAABJRU5ErkJggg==';

/** Tried once: does this browser leave numbers as they are stored when it is asked to? */
let kept: Promise<boolean> | undefined;

/** Whether `createImageBitmap` really leaves a file's colours unconverted; not every browser does. Never throws. */
export function keepsStoredNumbers(): Promise<boolean> {
  kept ??= tryOrange().catch(() => false);
  return kept;
}

async function tryOrange(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(ORANGE), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), STORED);
  const [red, green, blue] = pixelsOf(bitmap, [10, 8], [10, 8]);
  bitmap.close();
  return red === 200 && green === 100 && blue === 50;
}
