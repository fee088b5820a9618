import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './server/server.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      base: { type: 'string', default: '/' },
      root: { type: 'string', default: 'dist' },
      'strict-port': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`No such port: ${values.port}`);
  if (!existsSync(path.join(values.root, 'index.html')))
    throw new Error(`There is no site in ${values.root}/ yet: build it first with \`npm run build\`.`);
  const server = await startServer({
    root: values.root,
    port,
    base: values.base,
    strictPort: values['strict-port'],
  });
  console.log(`From Pixel to Gradient: ${server.url}  (stop with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
