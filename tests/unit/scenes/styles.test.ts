import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const scenes = readdirSync('src/scenes').filter((name) => existsSync(`src/scenes/${name}/scene.css`));

it.each(scenes)('%s brings its own styles: without the import they would be in no page', (name) => {
  expect(readFileSync(`src/scenes/${name}/index.ts`, 'utf8')).toContain("import './scene.css';");
});
