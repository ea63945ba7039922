import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'web',
    projects: [
      { test: { name: 'src', include: ['src/**/*.test.ts', 'test/**/*.contract.test.ts'] } },
      {
        test: {
          name: 'browser',
          // A worker loads what its files need once, and keeps one browser.
          isolate: false,
          include: ['test/**/*.{browser,demo}.test.ts'],
          globalSetup: ['./test/demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
