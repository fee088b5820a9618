import { defineConfig } from 'vitest/config';
import { chapters } from './tools/mdx.ts';

export default defineConfig({
  plugins: [chapters()],
  test: { environment: 'node', include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'] },
});
