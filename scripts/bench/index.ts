/*
 * npm run bench -- core | page [scene …] | train [seed …]: measures, and prints Markdown tables. Never part of the tests: timings
 * depend on the machine and on who else is using it, so look at the ratios.
 */
const [name = 'core', ...scenes] = process.argv.slice(2);
if (!['core', 'page', 'train'].includes(name))
  throw new Error(`bench: '${name}' is not one of core, page, train`);
const path = `./${name}.ts`;
const { run } = (await import(path)) as { run(scenes: readonly string[]): Promise<void> };
await run(scenes);

export {};
