import { createHash } from 'node:crypto';
import { OPENING, type PageId, rootFrom } from '../addresses/address.ts';
import { embedOf } from '../addresses/embed.ts';
import { type Places, pageOfHash } from '../addresses/places.ts';
import type { PageContent } from '../pages/page.ts';
import { early } from './early.ts';
import { headOf, LANG } from './head.ts';

/** The files of the build that a page names, each seen from the root of the site. */
export interface Assets {
  readonly script: string;
  readonly styles: readonly string[];
  readonly sceneStyles: ReadonlyMap<string, readonly string[]>;
  /** The faces of the text. Those of the formulas come with their style sheet: no first screen waits for them. */
  readonly fonts: readonly string[];
  /** Where every id of the article stands, for the client. */
  readonly places: string;
}

/** A page, rendered. */
export interface Rendered {
  readonly id: PageId;
  readonly content: PageContent;
  readonly body: string;
  readonly places: Places;
}

/**
 * No script runs but that of `early` and the files of the site, and nothing is fetched from elsewhere. Any page may show ours in
 * a frame: that is what `?embed=` is for.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' {early}",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const EARLY = `(${early})(${pageOfHash},${embedOf})`;
const EARLY_HASH = `'sha256-${createHash('sha256').update(EARLY).digest('base64')}'`;

/** Writes a page as a document. @param site the address at which the site will stand, if it is known */
export function documentOf(page: Rendered, assets: Assets, site: string | undefined): string {
  const { id, content, body, places } = page;
  const root = rootFrom(id);
  const styles = new Set([
    ...assets.styles,
    ...content.scenes.flatMap((scene) => assets.sceneStyles.get(scene) ?? []),
  ]);
  return `<!doctype html>
<html lang="${LANG[id.language]}" data-root="${root}" data-page="${id.name}" data-places="${root}${assets.places}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY.replace('{early}', EARLY_HASH)}" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    ${id.name === OPENING ? `<script type="application/json" id="places">${JSON.stringify(places)}</script>\n    ` : ''}<script>${EARLY}</script>
    ${headOf(id, content, site)}
    <link rel="icon" href="${root}icon.svg" type="image/svg+xml" />
    ${[...styles].map((file) => `<link rel="stylesheet" href="${root}${file}" />`).join('\n    ')}
    ${assets.fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${root}${file}" />`).join('\n    ')}
    <script type="module" src="${root}${assets.script}"></script>
  </head>
  <body>
${body}
  </body>
</html>
`;
}
