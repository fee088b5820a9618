import path from 'node:path';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import type { Language } from '../../src/language/language.ts';
import type { Assets } from '../../src/site/documents/document.ts';
import { CLIENT_ENTRY } from './assets.ts';
import { writeSite } from './write.ts';

type Entry = typeof import('../../src/site/entry-server.tsx');

const SERVER_ENTRY = 'src/site/entry-server.tsx';
const WORKER_ENTRY = 'src/site/offline/worker.ts';

/** In development Vite itself serves the modules, and styles come with the script. */
const DEV_ASSETS: Assets = {
  script: CLIENT_ENTRY,
  styles: [],
  sceneStyles: new Map(),
  fonts: [],
  places: 'places.json',
};

/** The address of the site, for what has to be a full address: P2G_SITE, ending in a slash. */
function siteAddress(): string | undefined {
  const given = process.env['P2G_SITE'];
  if (!given) return undefined;
  if (!URL.canParse(given)) throw new Error(`P2G_SITE=${given}: it has to be a full address`);
  return given.replace(/\/*$/, '/');
}

/** Renders every page of the site: in development when it is asked for, in a build once. */
export const site = (): Plugin => ({
  name: 'site',
  config: () => ({
    appType: 'custom',
    environments: {
      client: {
        build: {
          outDir: 'dist',
          manifest: true,
          rolldownOptions: {
            input: { main: CLIENT_ENTRY, sw: WORKER_ENTRY },
            // The worker has to stand at the root, under a name that never changes.
            output: {
              entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
            },
          },
        },
      },
      ssr: { build: { outDir: 'dist-ssr', rolldownOptions: { input: SERVER_ENTRY } } },
    },
    builder: {
      async buildApp(builder) {
        for (const name of ['client', 'ssr'] as const) {
          const environment = builder.environments[name];
          if (environment) await builder.build(environment);
        }
        await writeSite(builder.config.root, siteAddress());
      },
    },
  }),
  configureServer: (server) => () => {
    server.middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      answer(server, url.pathname)
        .then((found) => {
          if (!found) return next();
          response.setHeader('Content-Type', `${found.type}; charset=utf-8`);
          response.end(found.body);
        })
        .catch(next);
    });
  },
  hotUpdate(context) {
    if (this.environment.name === 'ssr' && context.file.endsWith('.mdx'))
      context.server.environments.client.hot.send({ type: 'full-reload' });
  },
});

/** The page that stands at a path while developing; its policy is left out, for Vite runs scripts of its own. */
async function answer(
  server: ViteDevServer,
  pathname: string,
): Promise<{ readonly type: string; readonly body: string } | undefined> {
  const environment = server.environments.ssr;
  if (!isRunnableDevEnvironment(environment)) return undefined;
  const { siteIn, documentOf } = (await environment.runner.import(`/${SERVER_ENTRY}`)) as Entry;
  const [, zh, name = ''] = /^\/(zh\/?)?(?:([\w-]*)\/?)$/.exec(pathname.replace(/index\.html$/, '')) ?? [];
  const language: Language = zh ? 'zh' : 'en';
  const { manifest, pages, render } = await siteIn(language);
  if (path.posix.basename(pathname) === DEV_ASSETS.places)
    return { type: 'application/json', body: JSON.stringify(manifest.places) };
  const page = pages.find((other) => other.name === name);
  if (!page) return undefined;
  const document = documentOf(render(page), DEV_ASSETS, undefined);
  const open = document.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return { type: 'text/html', body: await server.transformIndexHtml(pathname, open) };
}
