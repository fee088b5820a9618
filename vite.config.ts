import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { defineConfig } from 'vite';
import { katexOptions } from './src/formula/katex.ts';
import { mdx } from './tools/mdx.ts';
import { rehypeUntranslated } from './tools/rehype-untranslated.ts';
import { site } from './tools/site/plugin.ts';
import { layeredStyles } from './tools/site/styles.ts';

const { strict, trust } = katexOptions(false);

export default defineConfig({
  base: './',
  plugins: [
    mdx({
      remarkPlugins: [remarkMath],
      rehypePlugins: [[rehypeKatex, { strict, trust }], rehypeUntranslated],
    }),
    react(),
    layeredStyles(),
    site(),
  ],
  build: {
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
  },
});
