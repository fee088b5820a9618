import { readdirSync, readFileSync } from 'node:fs';

const CHAPTERS = 'src/chapters';

/** Every figure of the article, in its order: the scenes that the chapters place. A coming one is tested and measured like the others. */
export const FIGURES: readonly string[] = readdirSync(CHAPTERS)
  .sort()
  .flatMap((chapter) => [
    ...readFileSync(`${CHAPTERS}/${chapter}/en.mdx`, 'utf8').matchAll(/<Scene name="([^"]+)"/g),
  ])
  .map(([, name]) => name as string);
