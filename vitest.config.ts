import { defineConfig } from 'vitest/config';
import { chapters } from './tools/mdx.ts';

export default defineConfig({
  plugins: [chapters()],
  test: {
    environment: 'node',
    setupFiles: ['tests/unit/setup.ts'],
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    // What a test proves does not depend on how busy the machine is.
    testTimeout: 60_000,
  },
});
