import type { Plugin } from 'vite';

/**
 * Puts style sheets that know no layers into theirs (`src/site/styles/layers.css` has the order): a scene's own into
 * `scene`, KaTeX's into `reset`. KaTeX names three formats of each font; every browser that runs this page reads woff2.
 */
export const layeredStyles = (): Plugin => ({
  name: 'layered-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\/(scenes\/[^/]+\/scene|katex-swap\.min)\.css$/ },
    handler: (code, id) =>
      id.includes('/scenes/')
        ? `@layer scene {\n${code}\n}`
        : `@layer reset {\n${code.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, '')}\n}`,
  },
});
