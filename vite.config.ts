import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { defineConfig, type Plugin } from 'vite';
import { katexOptions } from './src/formula/katex.ts';
import { mdx } from './tools/mdx.ts';
import { ssg } from './tools/ssg.ts';

const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
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

/** KaTeX's CSS names three formats of each font; every browser that runs this page reads woff2. */
const katexWoff2Only = (): Plugin => ({
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /katex(-swap)?(\.min)?\.css$/ },
    handler: (code) => code.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, ''),
  },
});

const { strict, trust } = katexOptions(false);

export default defineConfig({
  base: './',
  plugins: [
    mdx({ remarkPlugins: [remarkMath], rehypePlugins: [[rehypeKatex, { strict, trust }]] }),
    react(),
    katexWoff2Only(),
    ssg('src/page/entry-server.tsx', CSP),
  ],
  build: { assetsInlineLimit: 0, target: 'baseline-widely-available' },
});
