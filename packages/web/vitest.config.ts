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
          // A twelfth of a worker's time went into clearing away what is young.
          execArgv: ['--max-semi-space-size=64'],
          include: ['test/**/*.{browser,demo}.test.ts'],
          globalSetup: ['./test/demo.ts'],
          setupFiles: ['../api/test/day-end.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
