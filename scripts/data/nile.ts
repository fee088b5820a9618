import { fromArchive } from './archive.ts';

/** The Nile and the Red Sea from space: deep blue, green and sand, so that the three channels differ. */
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
export const nileSource = (): Uint8Array => fromArchive(NILE, [NILE.file], (bytes) => bytes)[0] as Uint8Array;
