import { existsSync, readdirSync } from 'node:fs';

/** Every scene of the article, found by its folder: a coming one is tested like the others. */
export const SCENES: readonly string[] = readdirSync('src/scenes').filter((name) =>
  ['index.ts', 'index.tsx'].some((file) => existsSync(`src/scenes/${name}/${file}`)),
);
