import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from 'vitest';
import { describeContract } from '../scenes/contract/describeContract.ts';
import type { AnyScene } from '../scenes/contract/registry.ts';

/*
 * README's “Adding a scene” shows a whole scene. This is that very text, written to a file and put through the
 * contract that every scene passes.
 */
const README = readFileSync('README.md', 'utf8');
const after = README.slice(README.indexOf('### Adding a scene'));
const [, text = ''] = /```tsx\n(\/\/ src\/scenes\/one-row\/index\.tsx\n[\s\S]*?)```/.exec(after) ?? [];
if (!text) throw new Error('README.md shows no scene under “Adding a scene”');

// Three folders deep, as a scene is, so that its imports hold with `src/` put in.
const folder = path.resolve('test-results/readme/one-row');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, 'index.tsx');
writeFileSync(file, text.replaceAll("from '../../", "from '../../../src/"));
afterAll(() => rmSync(folder, { recursive: true }));

const { default: scene } = (await import(/* @vite-ignore */ file)) as {
  readonly default: { readonly definition: AnyScene };
};
describeContract(scene.definition);
