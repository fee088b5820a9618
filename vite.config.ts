import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chapters } from './tools/mdx.ts';
import { site } from './tools/site/plugin.ts';
import { layeredStyles } from './tools/site/styles.ts';

export default defineConfig({
  base: './',
  plugins: [chapters(), react(), layeredStyles(), site()],
  build: {
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
  },
});
